import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addDocument,
  anApplication,
  aReviewer,
  change,
  submit,
  type TestApplication,
} from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let rina: string;
let desk: Desk;
let other: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  rina = await aReviewer(world, world.institutionId);
  desk = await world.signIn(rina);
  other = await world.signIn(await aReviewer(world, world.institutionId, ["secretariat"], "Dewi Contoh"));
});
afterAll(() => world.close());

async function statusOf(id: string): Promise<string> {
  const row = await world.database.owner.kysely
    .selectFrom("applications")
    .select("status")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.status;
}

async function auditOf(id: string): Promise<{ action: string; data: unknown }[]> {
  return world.database.owner.kysely
    .selectFrom("audit_records")
    .select(["action", "data"])
    .where("subject_id", "=", id)
    .where("actor_id", "=", rina)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

const wrong = (id: string, reason = "tidak_sesuai", kind = "field") => ({
  [`verdict.${kind}.${id}`]: "wrong",
  [`reason.${kind}.${id}`]: reason,
  [`note.${kind}.${id}`]: "",
});

describe("an application on the workbench", () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await anApplication(world).submitted();
  });

  test("shows every answer in words, task by task, and the document beside them", async () => {
    const page = await desk.get(at.application(application.id));
    expect(page.status).toBe(200);
    for (const text of [
      "Siti Contoh",
      "17 Mei 1990",
      "Jalan Contoh Nomor 1",
      "PT Contoh Sejahtera",
      "Kontak",
      "foto_ktp.jpg, 180 KB",
    ]) {
      expect(page.html).toContain(text);
    }
    expect(page.html).toContain(`src="${at.documentPage(application.id, "foto_ktp", 1)}"`);
    expect(page.html).toContain("Ambil untuk diperiksa");
    expect(page.html).not.toContain("verdict.field");
  });

  test("records who looked at it", async () => {
    expect(await auditOf(application.id)).toContainEqual({ action: "application.view", data: { round: 1 } });
  });

  test("hides specific data until they are asked for, and records that they were", async () => {
    const hidden = await desk.get(at.application(application.id));
    expect(hidden.html).not.toContain("Rp 4.500.000");
    expect(hidden.html).toContain("show=kisaran_penghasilan");
    const shown = await desk.get(`${at.application(application.id)}?show=kisaran_penghasilan`);
    expect(shown.html).toContain("Rp 4.500.000");
    expect(await auditOf(application.id)).toContainEqual({
      action: "application.reveal",
      data: { round: 1, shown: ["kisaran_penghasilan"] },
    });
  });

  test("answers in English where that was chosen", async () => {
    const page = await (await world.signIn(rina, { language: "en" })).get(at.application(application.id));
    expect(page.html).toContain("Take it to review");
    expect(page.html).toContain("17 May 1990");
  });

  test("gives out rebuilt pictures only, which no browser may sniff or run", async () => {
    const picture = await desk.get(at.documentPage(application.id, "foto_ktp", 1));
    expect(picture.status).toBe(200);
    expect(picture.html).toBe("a rebuilt page");
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
    expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
    expect(picture.headers.get("cache-control")).toBe("no-store");
    expect(picture.headers.get("content-security-policy")).toContain("sandbox");
    for (const path of [
      at.documentPage(application.id, "foto_ktp", 2),
      at.documentPage(application.id, "izin_usaha", 1),
      at.documentPage(application.id, "constructor", 1),
      at.documentPage(application.id, "foto_ktp", 1).replace(/1$/, "1e0"),
    ]) {
      expect((await desk.get(path)).status).toBe(404);
    }
  });

  test("warns where the NIK names no known district, without stopping anybody", async () => {
    const { id } = await anApplication(world, { nik: "9999991705900001" }).submitted();
    expect((await desk.get(at.application(id))).html).toContain("(999999) bukan kode kecamatan yang dikenal");
  });

  test("is not there for who asks with an id that is none", async () => {
    for (const id of ["1", "%00", "00000000-0000-4000-8000-000000000000"]) {
      expect((await desk.get(at.application(id))).status).toBe(404);
    }
  });
});

describe("taking and releasing", () => {
  test("gives it to one, and tells the other in words", async () => {
    const { id } = await anApplication(world).submitted();
    const both = await Promise.all([desk.post(at.claim(id)), other.post(at.claim(id))]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 409]));
    expect(both.find(({ status }) => status === 409)?.html).toContain("Sudah diambil petugas lain");
  });

  test("twice by the same person is taking it once", async () => {
    const { id } = await anApplication(world).submitted();
    expect((await desk.post(at.claim(id))).location).toBe(at.application(id));
    expect((await desk.post(at.claim(id))).location).toBe(at.application(id));
    expect((await other.get(at.application(id))).html).toContain("Sedang diperiksa oleh Rina Contoh.");
  });

  test("releasing puts it back into the queue", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    expect((await desk.post(at.release(id), { round: "1" })).location).toBe(at.queue);
    expect(await statusOf(id)).toBe("submitted");
    expect((await desk.post(at.release(id), { round: "1" })).status).toBe(409);
  });
});

describe("judging", () => {
  test("keeps verdicts and shows them again, and writes nothing for what did not change", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const fields = {
      round: "1",
      next: "save",
      document: "foto_ktp",
      ...wrong("nik"),
      "note.field.nik": "Periksa\r\nlagi.",
      "verdict.field.nama": "right",
    };
    const saved = await desk.post(at.verdict(id), fields);
    expect(saved.location).toBe(`${at.application(id)}?done=saved&document=foto_ktp`);
    const page = await desk.get(saved.location ?? "");
    expect(page.html).toContain("Penilaian tersimpan.");
    expect(page.html).toContain("Periksa\nlagi.");
    await desk.post(at.verdict(id), fields);
    const judged = (await auditOf(id)).filter(({ action }) => action === "application.judge");
    expect(judged).toHaveLength(1);
  });

  test("shows another document or hidden answer by a button that takes along what was typed, saved or unfinished", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const page = await desk.get(at.application(id));
    expect(page.html).toContain('value="document:foto_ktp"');
    expect(page.html).toContain('value="show:kisaran_penghasilan"');
    expect(page.html.indexOf('value="save" hidden')).toBeLessThan(page.html.indexOf('value="document:'));
    const finished = { round: "1", ...wrong("nik"), next: "show:kisaran_penghasilan", document: "foto_ktp" };
    const saved = await desk.post(at.verdict(id), finished);
    expect(saved.location).toBe(`${at.application(id)}?document=foto_ktp&show=kisaran_penghasilan`);
    expect((await desk.get(saved.location ?? "")).html).toContain('name="show" value="kisaran_penghasilan"');
    const unfinished = {
      ...finished,
      ...wrong("nama", ""),
      "note.field.nama": "Belum selesai",
      next: "document:foto_ktp",
    };
    const drawn = await desk.post(at.verdict(id), { ...unfinished, show: "kisaran_penghasilan" });
    expect(drawn.status).toBe(200);
    for (const kept of ["Belum selesai", "Rp 4.500.000"]) expect(drawn.html).toContain(kept);
    expect(drawn.html).not.toContain("govuk-error-message");
    const evil = await desk.post(at.verdict(id), {
      round: "1",
      next: "document:../evil",
      show: "https://evil.example",
    });
    expect(evil.location).toBe(at.application(id));
  });

  test("asks for the reason at the field and keeps everything that was typed", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const page = await desk.post(at.verdict(id), {
      round: "1",
      next: "return",
      ...wrong("nik", ""),
      "note.field.nik": "Angka <b>terakhir</b>",
      ...wrong("nama", "karangan"),
      "verdict.field.tempat_lahir": "mungkin",
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#reason.field.nik"');
    expect(page.html).toContain("Pilih alasan mengapa Nomor Induk Kependudukan (NIK) salah.");
    expect(page.html).toContain('href="#reason.field.nama"');
    expect(page.html).toContain('href="#verdict.field.tempat_lahir"');
    expect(page.html).toContain("Angka &lt;b&gt;terakhir&lt;/b&gt;");
    const rows = await world.database.owner.kysely
      .selectFrom("application_verdicts")
      .select("target")
      .where("application_id", "=", id)
      .execute();
    expect(rows).toEqual([]);
  });

  test("refuses notes that cannot be kept, with a message at the note", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    for (const [note, text] of [
      ["a\u0000b", "karakter yang tidak dapat disimpan"],
      ["\ufffd", "karakter yang tidak dapat disimpan"],
      ["x".repeat(1001), "paling panjang 1000 karakter"],
    ] as const) {
      const page = await desk.post(at.verdict(id), {
        round: "1",
        next: "save",
        ...wrong("nik"),
        "note.field.nik": note,
      });
      expect(page.status).toBe(422);
      expect(page.html).toContain(text);
      expect(page.html).toContain('href="#note.field.nik"');
    }
  });

  test("ignores items that the program does not have", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const saved = await desk.post(at.verdict(id), {
      round: "1",
      ...wrong("__proto__"),
      ...wrong("nik", "tidak_sesuai", "document"),
      document: "../evil",
    });
    expect(saved.location).toBe(`${at.application(id)}?done=saved`);
  });
});

describe("round by round", () => {
  test("what was returned comes back marked, with what it was marked for", async () => {
    const application = await anApplication(world).claimedBy(rina);
    const { id } = application;
    const judged = await desk.post(at.verdict(id), {
      round: "1",
      next: "return",
      ...wrong("nik"),
      "note.field.nik": "Angka terakhir.",
      ...wrong("foto_ktp", "tidak_terbaca", "document"),
    });
    expect(judged.location).toBe(at.return(id));
    const ask = await desk.get(at.return(id));
    for (const text of ["Kembalikan permohonan Siti Contoh?", "Tidak sesuai · Angka terakhir.", "Tidak terbaca"]) {
      expect(ask.html).toContain(text);
    }
    const done = await desk.post(at.return(id), { round: "1", note: "Terima kasih." });
    expect(done.location).toBe(`${at.application(id)}?done=returned`);
    const page = await desk.get(done.location ?? "");
    expect(page.html).toContain("Permohonan dikembalikan.");
    expect(page.html).toContain("“Nomor Induk Kependudukan (NIK): Angka terakhir.\nTerima kasih.”");

    await change(world, application, "identitas", { nama: "Siti Contoh", nik: "3171011705907777" });
    await addDocument(world, application, "foto_ktp");
    expect((await desk.get(at.application(id))).html).not.toContain("3171011705907777");
    await submit(world, application);
    const queue = await desk.get(`${at.queue}?q=siti`);
    expect(queue.html).toContain("kiriman ke-2");
    const second = await desk.get(at.application(id));
    expect(second.html).toContain("Kiriman ke-2 · yang diperbaiki ditandai");
    expect(second.html).toContain("3171011705907777");
    expect(second.html.match(/>diperbaiki</g)).toHaveLength(2);
    expect(second.html).toContain("Kiriman sebelumnya ditandai: Tidak sesuai");
    // The marks of the first round are no verdicts of the second.
    await desk.post(at.claim(id));
    expect((await desk.get(at.return(id))).html).toContain("Belum ada yang ditandai salah");
  });
});

describe("deciding", () => {
  test("accepting is asked once more and done once", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const judged = await desk.post(at.verdict(id), { round: "1", next: "accept", "verdict.field.nik": "right" });
    expect(judged.location).toBe(at.accept(id));
    expect((await desk.get(at.accept(id))).html).toContain("Keputusan ini tidak dapat dibatalkan");
    expect(await statusOf(id)).toBe("in_review");
    const done = await desk.post(at.accept(id), { round: "1" });
    expect((await desk.get(done.location ?? "")).html).toMatch(/Nomor registrasi: NPWP-\d{4}-\d{6}/);
    const again = await desk.post(at.accept(id), { round: "1" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("sudah diputuskan");
    expect((await desk.get(at.accept(id))).status).toBe(409);
    expect((await desk.get(`${at.queue}?status=decided`)).html).toMatch(/NPWP-\d{4}-\d{6}/);
  });

  test("accepting with something marked wrong says what to do instead", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    await desk.post(at.verdict(id), { round: "1", ...wrong("nik") });
    for (const page of [await desk.get(at.accept(id)), await desk.post(at.accept(id), { round: "1" })]) {
      expect(page.status).toBe(422);
      expect(page.html).toContain("Masih ada yang ditandai salah");
    }
    expect(await statusOf(id)).toBe("in_review");
  });

  test("rejecting asks for a reason and keeps what was typed", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    const page = await desk.post(at.reject(id), { round: "1", note: "Mohon maaf." });
    expect(page.status).toBe(422);
    expect(page.html).toContain("Pilih sedikitnya satu alasan.");
    expect(page.html).toContain('href="#reasons"');
    expect(page.html).toContain("Mohon maaf.");
    const done = await desk.post(at.reject(id), {
      round: "1",
      note: "Mohon maaf.",
      reasons: ["kedaluwarsa", "lainnya", "karangan"],
    });
    const after = await desk.get(done.location ?? "");
    expect(after.html).toContain("Permohonan ditolak.");
    expect(after.html).toContain("Kedaluwarsa · Alasan lain · “Mohon maaf.”");
    expect(await statusOf(id)).toBe("rejected");
  });

  test("is for the claimant alone, and for the round they saw", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    for (const path of [at.accept(id), at.return(id), at.reject(id), at.verdict(id)]) {
      const fields = { reasons: "lainnya", note: "", ...wrong("nik") };
      const foreign = await other.post(path, { round: "1", ...fields });
      expect(foreign.status).toBe(409);
      expect(foreign.html).toContain("Sudah diambil petugas lain");
      for (const round of ["2", "", "0", "-1", "99999999999", "x"]) {
        expect((await desk.post(path, { ...fields, round })).status).toBe(409);
      }
    }
    for (const path of [at.accept(id), at.return(id), at.reject(id)]) expect((await other.get(path)).status).toBe(409);
    expect(await statusOf(id)).toBe("in_review");
  });

  test("a form without our token changes nothing", async () => {
    const { id } = await anApplication(world).claimedBy(rina);
    expect((await desk.post(at.accept(id), { round: "1", csrf: "x" })).status).toBe(403);
    expect(await statusOf(id)).toBe("in_review");
  });
});
