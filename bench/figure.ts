import type { FloorPlan, Target } from "./floor-plan.ts";
import type { LoadRequest } from "./load.ts";
import type { Person } from "./seed.ts";

/** The two sides that are measured in turns. */
export type Side = "app" | "floor";

/** A figure made ready: people are there, the floor's plan is known. */
export interface Figure {
  readonly plan: Omit<FloorPlan, "databaseUrl" | "port">;
  readonly status: number;
  readonly marker: string;
  /**
   * The requests of each connection for the next slice, at most so many for each. Fewer, when each request can be sent
   * only once and they run out.
   */
  take(side: Side, perConnection: number): LoadRequest[][];
  /** Looks into the database at the end; gives how many rows are not what the answers promised. */
  countLost(answers: Readonly<Record<Side, number>>): Promise<number>;
}

/** A person as the floor knows them, for requests to this path. */
export function targetOf(person: Person, path: string, version = 0): Target {
  const { accountId, applicationId, tokenHash } = person;
  return { path, accountId, applicationId, tokenHash, version };
}

/** A form's body with its token. */
export function formBody(person: Person, fields: Readonly<Record<string, string | readonly string[]>>): string {
  const body = new URLSearchParams({ csrf: person.csrf });
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return body.toString();
}

/** Deals a list out to the connections, one after the other. */
export function deal<T>(list: readonly T[], connections: number): T[][] {
  return Array.from({ length: connections }, (_, at) => list.filter((_item, index) => index % connections === at));
}
