import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appeal } from "../../../test/appeals.ts";
import {
  anApplication,
  aReviewer,
  publish,
  reviewWorld,
  type ReviewWorld,
  type TestApplication,
} from "../../../test/applications.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { foldEvents, isAllowed, type Action } from "../../program/workflow.ts";
import { Refusal } from "../../platform/refusals.ts";
import { announceVerdicts } from "../announcements/announce.ts";
import { answerAppeal } from "../appeals/answer.ts";
import { submitApplication } from "../applications/submit.ts";
import { withdrawApplication } from "../applications/withdraw.ts";
import { personKey } from "../accounts/keys.ts";
import { acceptApplication } from "./accept.ts";
import { claimApplication, releaseApplication } from "./claim.ts";
import { asEvents, listHistory } from "./history.query.ts";
import { rejectApplication } from "./reject.ts";
import { returnApplication } from "./return.ts";
import { saveVerdicts } from "./verdicts.ts";

let world: ReviewWorld;
let reviewers: readonly string[];
beforeAll(async () => {
  world = await reviewWorld();
  await publish(world, {
    ...readProgram(npwpPribadi),
    program: announcing,
    number: { pattern: "UMUM-{year}-{sequence:6}", given: "accept", kind: "fast" },
    announcement: { at: null },
  });
  reviewers = [await aReviewer(world, world.institutionId), await aReviewer(world, world.institutionId)];
});
afterAll(() => world.close());

const announcing = "npwp-diumumkan";

type Act =
  | "submit"
  | "claim"
  | "release"
  | "mark"
  | "unmark"
  | "return"
  | "accept"
  | "reject"
  | "withdraw"
  | "announce"
  | "appeal"
  | "deny_appeal"
  | "grant_appeal";

// Ways to an end are drawn less often, or most sequences would be over at once.
const anAct = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<Act>("submit", "claim", "release", "mark", "unmark", "return") },
  { weight: 1, arbitrary: fc.constantFrom<Act>("accept", "reject", "withdraw") },
  { weight: 3, arbitrary: fc.constantFrom<Act>("announce", "appeal", "deny_appeal", "grant_appeal") },
);

const mostlyTheFirst = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) });

/** Two rounds to acceptance: chance alone seldom goes that far. */
const throughTwoRounds = (
  ["submit", "claim", "mark", "return", "submit", "claim", "accept", "reject", "return"] as Act[]
).map((act) => ({ act, by: 0 }));

/** Held, announced, appealed, examined again by the other one, rejected once more, appealed in vain. */
const throughAppeals = (["submit", "claim", "reject", "withdraw", "announce", "announce", "appeal", "appeal"] as Act[])
  .map((act) => ({ act, by: 0 }))
  .concat((["grant_appeal", "reject", "announce", "appeal"] as Act[]).map((act) => ({ act, by: 1 })))
  .concat((["deny_appeal", "appeal"] as Act[]).map((act) => ({ act, by: 0 })));

test("whatever is tried in whatever order, the events fold to the status, round, marks and number that stand in the row", async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ act: anAct, by: mostlyTheFirst }), { minLength: 8, maxLength: 30 }),
      fc.boolean(),
      async (sequence, holds) => {
        const application = await anApplication(world, holds ? { program: announcing } : {}).complete();
        for (const { act, by } of sequence) {
          const before = await rowOf(application.id);
          const done = await perform(act, application, reviewers[by] ?? "", before.round);
          const after = await rowOf(application.id);
          const folded = await fold(application);
          expect(folded).toEqual({
            status: after.status,
            round: after.round,
            marks: after.marks ?? [],
            number: after.number ?? undefined,
          });
          if (!done) expect(after).toEqual(before);
          if (done && act === "announce") expect(["accepted", "rejected"]).toContain(after.status);
          if (done && act !== "mark" && act !== "unmark" && act !== "announce") {
            expect(isAllowed(before.status, act satisfies Action)).toBe(true);
            outcomes.add(after.status);
          }
        }
      },
    ),
    {
      numRuns: 25,
      examples: [
        [throughTwoRounds, false],
        [throughAppeals, true],
        [throughAppeals, false],
      ],
    },
  );
  expect([...outcomes].sort()).toEqual(
    expect.arrayContaining(["accepted", "appealed", "decided", "in_review", "rejected", "returned", "submitted"]),
  );
}, 60_000);

async function perform(act: Act, { id, accountId }: TestApplication, actorId: string, round: number): Promise<boolean> {
  const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
  const by = { applicationId: id, institutions: [world.institutionId], actorId, round };
  const mark = { kind: "field", id: "nik", reason: "tidak_sesuai", note: "" } as const;
  const web = world.database.web.kysely;
  const ways: Record<Act, () => Promise<boolean>> = {
    submit: async () => (await submitApplication(web, { applicationId: id, accountId })).outcome === "submitted",
    claim: () => claimApplication(services, by).then(() => true),
    release: () => releaseApplication(services, by).then(() => true),
    mark: () => saveVerdicts(services, by, [{ ...mark, verdict: "wrong" }]).then(() => true),
    unmark: () => saveVerdicts(services, by, [{ ...mark, verdict: "none" }]).then(() => true),
    return: async () => "marks" in (await returnApplication(services, { ...by, note: "" })),
    accept: async () => "number" in (await acceptApplication(services, by)),
    reject: async () =>
      "rejected" in (await rejectApplication(services, { ...by, reasons: ["lainnya"], note: "Contoh." })),
    withdraw: () => withdrawApplication(web, { applicationId: id, accountId }),
    announce: async () => {
      const { status } = await rowOf(id);
      await announceOnce();
      return status === "decided";
    },
    appeal: () => appeal(world, { id, accountId }),
    deny_appeal: () => answerAppeal(services, { ...by, answer: "denied", words: "Contoh." }).then(() => true),
    grant_appeal: () => answerAppeal(services, { ...by, answer: "granted", words: "Contoh." }).then(() => true),
  };
  try {
    return await ways[act]();
  } catch (error) {
    if (error instanceof Refusal && (error.status === 409 || error.status === 404)) return false;
    throw error;
  }
}

/** Announces what is held, and holds what comes after it again. */
async function announceOnce(): Promise<void> {
  const owner = world.database.owner.kysely;
  const { id } = await owner
    .selectFrom("programs")
    .select("id")
    .where("slug", "=", announcing)
    .executeTakeFirstOrThrow();
  const set = (at: Date | null) =>
    owner.updateTable("programs").set({ announces_at: at, announced_at: null }).where("id", "=", id).execute();
  await set(new Date(0));
  await announceVerdicts(world.database.worker.kysely, id);
  await set(null);
}

async function rowOf(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .select(["status", "round", "marks", "number", "version", "claimed_by"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function fold({ id, accountId }: TestApplication) {
  const db = world.database.owner.kysely;
  const key = await personKey(db, world.keyring, { accountId, institutionId: world.institutionId });
  const { status, round, marks, number } = foldEvents(asEvents(await listHistory(db, { applicationId: id, key })));
  return { status, round, marks, number };
}
