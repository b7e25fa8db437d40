import { paths } from "../src/paths.ts";
import { deal, type Figure, formBody, type Side, targetOf } from "./figure.ts";
import { completeDraft, prepareGround } from "./ground.ts";
import type { LoadRequest } from "./load.ts";
import { record } from "./record.ts";
import { type Person, seedPeople } from "./seed.ts";
import type { Stage } from "./stage.ts";

/** More than this machine's kind does, so that the drafts last; when they run out the slice ends early. */
const mostPerSecond: Readonly<Record<Side, number>> = { app: 4_000, floor: 7_000 };

/** Submitting complete drafts, each exactly once. */
export async function prepareSubmit(stage: Stage, connections: number, seconds: number): Promise<Figure> {
  const ground = await prepareGround(stage);
  const draft = completeDraft(ground);
  const counts = { app: 0, floor: 0 };
  for (const side of ["app", "floor"] as const) {
    counts[side] = Math.ceil((seconds / 2 + Math.min(8, seconds / 2)) * mostPerSecond[side]) + connections * 40;
  }
  const [known, rehearsal, ...people] = await seedPeople(stage, ground, draft, counts.app + counts.floor + 2);
  if (!known || !rehearsal) throw new Error("Nobody was made to submit.");
  await stage.owner.sql`vacuum analyze`;
  await stage.owner.sql.unsafe("checkpoint").catch(() => undefined);
  const floorPeople = people.slice(counts.app);
  const recorded = await record(
    stage,
    request(known),
    request(rehearsal),
    targetOf(rehearsal, request(rehearsal).path),
  );
  const left: Record<Side, Person[]> = { app: people.slice(0, counts.app), floor: [...floorPeople] };
  return {
    plan: {
      ...recorded,
      targets: floorPeople.map((person) => targetOf(person, paths.apply.submit(person.applicationId))),
    },
    status: 303,
    marker: "",
    take: (side, perConnection) => deal(left[side].splice(0, perConnection * connections).map(request), connections),
    async countLost(answers) {
      const expected = answers.app + answers.floor + 2;
      const [row] = await stage.owner.sql<Record<string, number>[]>`
        select
          (select count(*)::int from applications where status = 'submitted' and round = 1) as submitted,
          (select count(*)::int from application_rounds) as rounds,
          (select count(distinct application_id)::int from application_events where kind = 'submitted') as events,
          (select count(distinct subject_id)::int from audit_records where action = 'application.submit') as audited,
          (select count(distinct application_id)::int from notices where kind = 'submitted') as notices,
          (select count(*)::int from graphile_worker.jobs where task_identifier = 'send-notice') as jobs,
          (select count(*)::int from account_identifiers where kind = 'nik') as identities`;
      const found = Object.values(row ?? {});
      return found.length === 0 ? expected : found.reduce((sum, count) => sum + Math.abs(count - expected), 0);
    },
  };
}

function request(person: Person): LoadRequest {
  const body = formBody(person, { declaration: "yes" });
  return { path: paths.apply.submit(person.applicationId), cookie: person.cookie, body };
}
