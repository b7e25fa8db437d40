import fc from "fast-check";
import { expect, it } from "vitest";
import { type ApplicationEvent, applyEvent, foldEvents, isAllowed, nextActions, statuses } from "./workflow.ts";

const submit = (round: number): ApplicationEvent => ({ type: "submitted", round, by: "applicant" });

it("follows an application through a correction to its number", () => {
  const marks = [{ id: "foto_ktp", reason: "tidak_terbaca" }];
  const returned = foldEvents([submit(1), { type: "claimed" }, { type: "returned", marks }]);
  expect(returned).toMatchObject({ status: "returned", round: 1, marks });
  const end = foldEvents([
    submit(1),
    { type: "claimed" },
    { type: "returned", marks },
    submit(2),
    { type: "claimed" },
    { type: "released" },
    { type: "claimed" },
    { type: "accepted", number: "NPWP-2026-000001" },
  ]);
  expect(end).toMatchObject({ status: "accepted", round: 2, marks: [], number: "NPWP-2026-000001" });
});

it("refuses an event that could not have happened", () => {
  expect(() => foldEvents([{ type: "claimed" }])).toThrow("draft cannot have been claimed");
  expect(() => foldEvents([submit(1), { type: "withdrawn" }, { type: "claimed" }])).toThrow();
  expect(() => foldEvents([submit(2)])).toThrow("Round 2 cannot follow round 0");
});

it("allows nothing after a decision but an appeal, and after the lock only that an extension opens it again", () => {
  for (const status of ["accepted", "withdrawn", "expired"] as const) expect(nextActions[status]).toEqual([]);
  expect(nextActions.rejected).toEqual(["appeal"]);
  expect(nextActions.locked).toEqual(["reopen"]);
  expect(isAllowed("returned", "correct")).toBe(true);
  expect(isAllowed("returned", "edit")).toBe(false);
});

it("holds a verdict until it is announced, and follows an appeal", () => {
  const decided = [submit(1), { type: "claimed" }, { type: "decided" }] as const;
  expect(foldEvents(decided)).toMatchObject({ status: "decided", reasons: [], number: undefined });
  expect(() => foldEvents([...decided, { type: "withdrawn" }])).toThrow("decided cannot have been withdrawn");
  const rejected = [...decided, { type: "rejected", reasons: ["salah"] }, { type: "appealed" }] as const;
  expect(foldEvents(rejected).status).toBe("appealed");
  expect(foldEvents([...rejected, { type: "appeal_denied" }])).toMatchObject({
    status: "rejected",
    reasons: ["salah"],
  });
  const granted = foldEvents([...rejected, { type: "appeal_granted" }]);
  expect(granted).toMatchObject({ status: "in_review", round: 1 });
  expect(applyEvent(granted, { type: "accepted", number: "7" })).toMatchObject({ status: "accepted", number: "7" });
});

it("either takes an event into a known status or throws, whatever came before", () => {
  const events = fc.array(
    fc.oneof(
      fc.nat({ max: 3 }).map(submit),
      fc.constantFrom<ApplicationEvent>(
        { type: "claimed" },
        { type: "released" },
        { type: "returned", marks: [] },
        { type: "decided" },
        { type: "appealed" },
        { type: "appeal_denied" },
        { type: "appeal_granted" },
        { type: "accepted", number: "1" },
        { type: "rejected", reasons: ["salah"] },
        { type: "withdrawn" },
        { type: "locked" },
        { type: "expired" },
      ),
    ),
  );
  fc.assert(
    fc.property(events, (list) => {
      let state = foldEvents([]);
      for (const event of list) {
        try {
          state = applyEvent(state, event);
        } catch {
          continue;
        }
        expect(statuses).toContain(state.status);
        expect(state.number !== undefined).toBe(state.status === "accepted");
      }
    }),
  );
});
