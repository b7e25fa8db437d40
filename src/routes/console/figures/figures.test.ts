import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { loadFigures, median } from "../../../registry/reviews/figures.query.ts";
import { rejectApplication } from "../../../registry/reviews/reject.ts";
import { returnApplication } from "../../../registry/reviews/return.ts";
import { saveVerdicts } from "../../../registry/reviews/verdicts.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { hours, reasonsInAll } from "./summary.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let rina: string;
let foreign: string;
let desk: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  rina = await aReviewer(world, world.institutionId);
  desk = await world.signIn(rina);
  foreign = await publish(world, foreignProgram());
  const stranger = await aReviewer(world, foreign);
  const { id: elsewhere } = await anApplication(world, { program: "npwp-lain" }).claimedBy(stranger);
  await reject(elsewhere, stranger, foreign, ["kedaluwarsa"]);

  const { id: first } = await anApplication(world).claimedBy(rina);
  await reject(first, rina, world.institutionId, ["kedaluwarsa", "lainnya"]);
  const { id: second } = await anApplication(world).claimedBy(rina);
  const act = { applicationId: second, institutions: [world.institutionId], actorId: rina, round: 1 };
  const wrong = { verdict: "wrong", reason: "tidak_terbaca", note: "" } as const;
  await saveVerdicts(services(), act, [
    { kind: "field", id: "nik", ...wrong },
    { kind: "document", id: "foto_ktp", ...wrong },
  ]);
  await returnApplication(services(), { ...act, note: "" });
  await anApplication(world).submitted();
  const { id: old } = await anApplication(world).submitted();
  await world.database.owner
    .sql`update applications set submitted_at = submitted_at - interval '5 days' where id = ${old}`;
});
afterAll(() => world.close());

function services() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

async function reject(applicationId: string, actorId: string, institution: string, reasons: string[]): Promise<void> {
  await rejectApplication(services(), {
    applicationId,
    institutions: [institution],
    actorId,
    round: 1,
    reasons,
    note: "",
  });
}

function figures(institutions: readonly string[], program = "") {
  return withStaff(world.database.staff.kysely, institutions, (trx) => loadFigures(trx, { program }));
}

test("a reason counts once for a return or rejection, however many marks name it", async () => {
  const found = await figures([world.institutionId]);
  expect(reasonsInAll(found).toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
    { program: "", reason: "kedaluwarsa", returned: 0, rejected: 1 },
    { program: "", reason: "lainnya", returned: 0, rejected: 1 },
    { program: "", reason: "tidak_terbaca", returned: 1, rejected: 0 },
  ]);
  expect(found.reasons.every(({ program }) => program === "npwp-pribadi")).toBe(true);
  expect(found.weeks).toHaveLength(12);
  expect(found.weeks.at(-1)).toBe(found.reasons[0]?.week);
});

test("decisions are counted on their day, and every day of the four weeks is there", async () => {
  const { days } = await figures([world.institutionId]);
  expect(days).toHaveLength(28);
  expect(days.at(-1)).toMatchObject({ accepted: 0, returned: 1, rejected: 1 });
  expect(days.at(0)).toMatchObject({ accepted: 0, returned: 0, rejected: 0 });
});

test("the undecided are counted by how long they wait", async () => {
  expect((await figures([world.institutionId])).ages).toEqual([1, 0, 1, 0, 0]);
});

test("the time to the first decision is the median, over what was decided", async () => {
  const { firstDecisions } = await figures([world.institutionId]);
  expect(firstDecisions).toHaveLength(2);
  expect(firstDecisions.every(({ seconds }) => seconds >= 0 && seconds < 60)).toBe(true);
  expect(median([])).toBeUndefined();
  expect(median([5, 1, 3])).toBe(3);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(hours([{ seconds: 5400 }])).toBe(1.5);
});

test("nothing of another institution is counted, nor of another program than the one asked for", async () => {
  expect(reasonsInAll(await figures([foreign]))).toEqual([
    { program: "", reason: "kedaluwarsa", returned: 0, rejected: 1 },
  ]);
  expect((await figures([world.institutionId], "npwp-lain")).reasons).toEqual([]);
  expect((await figures([])).ages).toEqual([0, 0, 0, 0, 0]);
});

test("the page shows each figure as a picture with its table, without a style of its own", async () => {
  const page = await desk.get(at.figures);
  expect(page.status).toBe(200);
  expect(page.html.match(/<svg class="daftar-chart"/g)).toHaveLength(5);
  expect(page.html.match(/<table/g)?.length).toBeGreaterThanOrEqual(5);
  expect(page.html).toContain("Tidak terbaca");
  expect(page.html).not.toMatch(/ style=|NaN|undefined/);
  const english = await (await world.signIn(rina, { language: "en" })).get(at.figures);
  expect(english.html).toContain("Not readable");
  expect((await desk.get(`${at.figures}?program=<script>`)).status).toBe(200);
});

test("the file holds the same numbers, as an attachment that nothing runs", async () => {
  const file = await desk.get(`${at.figuresFile}?program=npwp-pribadi`);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toContain('attachment; filename="angka.csv"');
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  expect(file.html).toMatch(/"reasons_per_week","npwp-pribadi","\d{4}-\d\d-\d\d","rejected","kedaluwarsa","1"/);
  expect(file.html).toContain('"queue_by_age_in_days",,"3","undecided",,"1"');
});
