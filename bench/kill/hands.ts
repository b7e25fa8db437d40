import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "../../src/paths.ts";
import { formBody } from "../figure.ts";
import type { Person } from "../seed.ts";

/** What became of the button that people pressed. */
export interface Hands {
  /** Applications whose owners were led to their receipt: to them it was said that it is submitted. */
  readonly acknowledged: ReadonlySet<string>;
  /** Who were told that it is closed. */
  readonly refused: number;
  /** Tries that got no answer, or one that says that the service does not answer now. */
  readonly unanswered: number;
  /** Answers that nobody should get. */
  readonly strange: readonly string[];
}

const hands = 48;
/** How often somebody presses the button again when nothing comes back, and how long they wait between. */
const [tries, pauseMs] = [25, 200];

/** Presses the button for everybody, as fast as the web process answers, and again where no answer came. */
export async function submitByHand(origin: string, people: readonly Person[]): Promise<Hands> {
  const acknowledged = new Set<string>();
  const strange: string[] = [];
  let [refused, unanswered] = [0, 0];
  const left = [...people];

  async function press(person: Person): Promise<void> {
    for (let tried = 0; tried < tries; tried++) {
      const answer = await post(origin, person);
      if (answer === undefined || answer.status === 503) {
        unanswered++;
        await sleep(pauseMs);
        continue;
      }
      if (answer.location === paths.apply.receipt(person.applicationId)) acknowledged.add(person.applicationId);
      else if (answer.status === 409) refused++;
      else strange.push(`${answer.status} ${answer.location ?? ""}`);
      return;
    }
  }

  const pressAll = async (): Promise<void> => {
    for (let person = left.pop(); person; person = left.pop()) await press(person);
  };
  await Promise.all(Array.from({ length: hands }, pressAll));
  return { acknowledged, refused, unanswered, strange };
}

async function post(origin: string, person: Person): Promise<{ status: number; location: string | null } | undefined> {
  try {
    const answer = await fetch(`${origin}${paths.apply.submit(person.applicationId)}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: person.cookie,
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
      },
      body: formBody(person, { declaration: "yes" }),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.arrayBuffer();
    return { status: answer.status, location: answer.headers.get("location") };
  } catch {
    return undefined;
  }
}
