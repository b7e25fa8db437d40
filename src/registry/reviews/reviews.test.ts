import { afterAll, beforeAll, expect, test } from "vitest";
import {
  anApplication,
  aReviewer,
  change,
  foreignProgram,
  publish,
  reviewWorld,
  submit,
  type ReviewWorld,
} from "../../../test/applications.ts";
import { connect } from "../../platform/db/connect.ts";
import { acceptApplication } from "./accept.ts";
import { claimApplication, claimNext, releaseApplication } from "./claim.ts";
import { rejectApplication } from "./reject.ts";
import { returnApplication } from "./return.ts";
import { loadSubmitted } from "./submitted.query.ts";
import { listVerdicts, saveVerdicts, type GivenVerdict } from "./verdicts.ts";
import { withStaff } from "./with-staff.ts";

let world: ReviewWorld;
let rina: string;
let dewi: string;
beforeAll(async () => {
  world = await reviewWorld();
  rina = await aReviewer(world, world.institutionId);
  dewi = await aReviewer(world, world.institutionId, ["secretariat"], "Dewi Contoh");
});
afterAll(() => world.close());

function services() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

function act(applicationId: string, actorId = rina, round = 1) {
  return { applicationId, institutions: [world.institutionId], actorId, round };
}

async function rowOf(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function noticesOf(id: string): Promise<string[]> {
  const rows = await world.database.owner.kysely
    .selectFrom("notices")
    .select("kind")
    .where("application_id", "=", id)
    .orderBy("created_at")
    .execute();
  return rows.map(({ kind }) => kind);
}

const wrongNik: GivenVerdict = {
  kind: "field",
  id: "nik",
  verdict: "wrong",
  reason: "tidak_sesuai",
  note: "Digit terakhir.",
};

test("of two reviewers who claim at once one has it and the other is refused", async () => {
  const { id } = await anApplication(world).submitted();
  const tries = await Promise.allSettled([
    claimApplication(services(), act(id, rina)),
    claimApplication(services(), act(id, dewi)),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = tries.find((one) => one.status === "rejected");
  expect(refused?.reason).toMatchObject({ status: 409, code: "claimed_elsewhere" });
  const row = await rowOf(id);
  expect(row.status).toBe("in_review");
  expect(row.claimed_by).toBe(tries[0].status === "fulfilled" ? rina : dewi);
});

test("what is released waits again and keeps its verdicts for the next reviewer", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  await saveVerdicts(services(), act(id), [wrongNik]);
  await expect(releaseApplication(services(), act(id, dewi))).rejects.toMatchObject({ code: "claimed_elsewhere" });
  await releaseApplication(services(), act(id));
  expect(await rowOf(id)).toMatchObject({ status: "submitted", claimed_by: null });
  await claimApplication(services(), act(id, dewi));
  const kept = await withStaff(services().db, [world.institutionId], async (trx) => {
    const { key } = await loadSubmitted(trx, services(), id);
    return listVerdicts(trx, { applicationId: id, round: 1, key });
  });
  expect(kept).toEqual([wrongNik]);
});

test("many who ask for the next one each get another, the oldest first", async () => {
  await world.database.owner
    .sql`update applications set status = 'withdrawn', claimed_by = null where status in ('submitted', 'in_review')`;
  const waiting = [];
  for (let count = 0; count < 4; count++) waiting.push((await anApplication(world).submitted()).id);
  const given = await Promise.all(
    [rina, dewi, rina, dewi].map((actorId) => claimNext(services(), { institutions: [world.institutionId], actorId })),
  );
  expect(new Set(given)).toEqual(new Set(waiting));
  expect(await claimNext(services(), { institutions: [world.institutionId], actorId: rina })).toBeUndefined();
});

test("only the claimant judges, and only while it is under review", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  await expect(saveVerdicts(services(), act(id, dewi), [wrongNik])).rejects.toMatchObject({ status: 409 });
  await expect(saveVerdicts(services(), act(id, rina, 2), [wrongNik])).rejects.toMatchObject({ code: "other_round" });
  await saveVerdicts(services(), act(id), [wrongNik]);
  await releaseApplication(services(), act(id));
  await expect(saveVerdicts(services(), act(id), [wrongNik])).rejects.toMatchObject({ code: "not_claimed" });
});

test("a return needs a mark, opens exactly that, and comes back as the second round", async () => {
  const application = await anApplication(world).claimedBy(rina);
  const { id } = application;
  expect(await returnApplication(services(), { ...act(id), note: "" })).toEqual({ problem: "nothing_marked" });
  await saveVerdicts(services(), act(id), [
    wrongNik,
    { kind: "field", id: "nama", verdict: "right", reason: null, note: "" },
  ]);
  const marks = [{ id: "nik", kind: "field", reason: "tidak_sesuai" }];
  expect(await returnApplication(services(), { ...act(id), note: "Mohon diperiksa." })).toEqual({ marks });
  expect(await rowOf(id)).toMatchObject({ status: "returned", marks, claimed_by: null, decided_at: null });
  expect(await noticesOf(id)).toEqual(["submitted", "returned"]);
  await expect(returnApplication(services(), { ...act(id), note: "" })).rejects.toMatchObject({
    code: "already_decided",
  });

  await change(world, application, "identitas", { nama: "Siti Contoh", nik: "3171011705908001" });
  await submit(world, application);
  expect(await rowOf(id)).toMatchObject({ status: "submitted", round: 2, marks: null });
  const { current, previous } = await withStaff(services().db, [world.institutionId], (trx) =>
    loadSubmitted(trx, services(), id),
  );
  expect(current.typed["identitas"]?.["nik"]).toBe("3171011705908001");
  expect(previous?.typed["identitas"]?.["nik"]).not.toBe("3171011705908001");
});

test("acceptance gives one number, however often and from wherever it is posted", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => acceptApplication(services(), act(id))));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of tries)
    if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 409, code: "already_decided" });
  const row = await rowOf(id);
  expect(row.status).toBe("accepted");
  expect(row.number).toMatch(/^NPWP-\d{4}-\d{6}$/);
  expect(row.decided_at).not.toBeNull();
  expect(await noticesOf(id)).toEqual(["submitted", "accepted"]);
});

test("nothing is accepted while something is marked wrong or a document is not checked", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  await saveVerdicts(services(), act(id), [wrongNik]);
  expect(await acceptApplication(services(), act(id))).toEqual({ problem: "marked_wrong" });
  await saveVerdicts(services(), act(id), [{ ...wrongNik, verdict: "none" }]);
  await world.database.owner.sql`update documents set status = 'quarantined' where application_id = ${id}`;
  expect(await acceptApplication(services(), act(id))).toEqual({ problem: "documents_unready" });
  await world.database.owner.sql`update documents set status = 'ready' where application_id = ${id}`;
  expect(await acceptApplication(services(), act(id))).toHaveProperty("number");
});

test("a number has the year of the institution's zone", async () => {
  await world.database.owner.sql`update institutions set zone = 'Asia/Jayapura' where id = ${world.institutionId}`;
  const { id } = await anApplication(world).claimedBy(rina);
  const late = connect({ url: world.database.url, role: "daftar_staff", max: 1 });
  try {
    await late.sql`select set_config('daftar.clock_offset', (timestamptz '2026-12-31 15:30Z' - now())::text, false)`;
    expect(await acceptApplication({ ...services(), db: late.kysely }, act(id))).toEqual({
      number: expect.stringMatching(/^NPWP-2027-/),
    });
  } finally {
    await late.close();
    await world.database.owner.sql`update institutions set zone = 'Asia/Jakarta' where id = ${world.institutionId}`;
  }
});

test("a rejection needs a reason of the program, and its words are sealed", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  expect(await rejectApplication(services(), { ...act(id), reasons: ["karangan"], note: "" })).toEqual({
    problem: "no_reason",
  });
  await rejectApplication(services(), { ...act(id), reasons: ["kedaluwarsa"], note: "Sudah lewat masa berlakunya." });
  expect(await rowOf(id)).toMatchObject({ status: "rejected", claimed_by: null });
  const events = await world.database.owner.kysely
    .selectFrom("application_events")
    .selectAll()
    .where("application_id", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();
  expect(events.map(({ kind }) => kind)).toEqual(["started", "submitted", "claimed", "rejected"]);
  const last = events.at(-1);
  expect(last?.data).toEqual({ reasons: ["kedaluwarsa"] });
  expect(last?.note_sealed?.includes("masa berlaku")).toBe(false);
  expect(await noticesOf(id)).toEqual(["submitted", "rejected"]);
});

test("every act leaves an audit record in the same transaction", async () => {
  const { id } = await anApplication(world).claimedBy(rina);
  await saveVerdicts(services(), act(id), [wrongNik]);
  await returnApplication(services(), { ...act(id), note: "" });
  const rows = await world.database.owner.kysely
    .selectFrom("audit_records")
    .select(["action", "actor_id"])
    .where("subject_id", "=", id)
    .where("actor_kind", "=", "staff")
    .orderBy("at")
    .orderBy("id")
    .execute();
  expect(rows).toEqual(
    ["application.claim", "application.judge", "application.return"].map((action) => ({ action, actor_id: rina })),
  );
});

test("another institution's application is as unknown as none, whatever is tried", async () => {
  const foreign = await publish(world, foreignProgram());
  const stranger = await aReviewer(world, foreign);
  const { id } = await anApplication(world, { program: "npwp-lain" }).claimedBy(stranger);
  const tries = [
    () => claimApplication(services(), act(id)),
    () => releaseApplication(services(), act(id)),
    () => saveVerdicts(services(), act(id), [wrongNik]),
    () => returnApplication(services(), { ...act(id), note: "" }),
    () => acceptApplication(services(), act(id)),
    () => rejectApplication(services(), { ...act(id), reasons: ["lainnya"], note: "" }),
    () => withStaff(services().db, [world.institutionId], (trx) => loadSubmitted(trx, services(), id)),
  ];
  for (const one of tries) await expect(one()).rejects.toMatchObject({ status: 404 });
  // The second wall: a statement that forgets to ask for the institution finds nothing either.
  const seen = await withStaff(services().db, [world.institutionId], (trx) =>
    trx.selectFrom("applications").select("institution_id").distinct().execute(),
  );
  expect(seen).toEqual([{ institution_id: world.institutionId }]);
  expect(await world.database.staff.kysely.selectFrom("applications").select("id").execute()).toEqual([]);
});

test("a draft is its owner's alone", async () => {
  const { id } = await anApplication(world).complete();
  await expect(claimApplication(services(), act(id))).rejects.toMatchObject({ status: 404 });
  await expect(
    withStaff(services().db, [world.institutionId], (trx) => loadSubmitted(trx, services(), id)),
  ).rejects.toMatchObject({ status: 404 });
});

test("ids that are none are refused like unknown ones", async () => {
  for (const id of ["", "1", "' or 1=1 --", "00000000-0000-0000-0000-000000000000"]) {
    await expect(claimApplication(services(), act(id))).rejects.toMatchObject({ status: 404 });
    await expect(acceptApplication(services(), act(id))).rejects.toMatchObject({ status: 404 });
  }
});
