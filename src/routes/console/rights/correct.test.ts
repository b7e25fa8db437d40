import { setTimeout } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApplication, aReviewer, change, publish, submit } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { npwpPribadi, programText } from "../../../../test/programs/compiled.ts";
import { aRight } from "../../../../test/rights.ts";
import { paths } from "../../../paths.ts";
import { parseProgram } from "../../../program/parse.ts";
import { ensurePersonKey, newAccountKey } from "../../../registry/accounts/keys.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import { gatherApplication } from "../../../registry/data-copies/gather-application.ts";
import { loadApplication } from "../../../registry/applications/load.query.ts";
import { getOwnRight } from "../../../registry/rights/own-request.query.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let first: Desk;
let second: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  first = await world.signIn(await anOfficer("Pandu Contoh"));
  second = await world.signIn(await anOfficer("Putri Contoh"));
});
afterAll(() => world.close());

function anOfficer(name: string): Promise<string> {
  return aReviewer(world, world.institutionId, ["data_protection_officer"], name);
}

const fulfil = { act: "answer", answer: "fulfilled", note: "Alamat sudah diperbaiki." };

/** The program of the demonstration under another name, with another text in the place of a part of its own. */
function variant(slug: string, part: string, instead: string): Promise<string> {
  const text = programText(npwpPribadi)
    .replace("program: npwp-pribadi", `program: ${slug}`)
    .replace('"NPWP-{', `"${slug.toUpperCase()}-{`)
    .replace(part, instead);
  const parsed = parseProgram(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return publish(world, parsed.program);
}

describe("a correction of a submitted answer", () => {
  async function taken(program?: string) {
    const application = await anApplication(world, program === undefined ? {} : { program }).submitted();
    const { id, number } = await aRight(world, { accountId: application.accountId, about: application.id });
    await first.post(at.right(id), { act: "take" });
    return { id, number, application, page: at.correctRight(id) };
  }

  test("lies over what was submitted, which stays; the person and everybody who reads see it", async () => {
    const { id, number, application, page } = await taken();
    const form = await first.get(page);
    expect(form.html).toContain("Jalan dan nomor rumah");
    expect(form.html).not.toContain("Jalan Contoh Nomor 1");
    for (const [fields, field] of [
      [{ field: "", choosing: "yes" }, "field"],
      [{ field: "nama", nama: "Budi Contoh" }, "field"],
      [{ field: "jalan_ktp", jalan_ktp: "" }, "jalan_ktp"],
      [{ field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 1" }, "jalan_ktp"],
      [{ field: "kode_pos_ktp", kode_pos_ktp: "jauh" }, "kode_pos_ktp"],
    ] as const) {
      const refused = await first.post(page, fields);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(`id="${field}-error"`);
    }
    const other = await second.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Lain" });
    expect(other.status).toBe(409);
    for (const told of ["Permintaan ini berubah", "Jalan Lain"]) expect(other.html).toContain(told);
    expect((await first.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 7" })).status).toBe(303);
    expect((await first.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 9" })).status).toBe(303);

    const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
    const owned = await loadApplication(services, { applicationId: application.id, owner: application.accountId });
    expect(owned.typed["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 9" });
    const right = await getOwnRight(services.db, world.keyring, { accountId: application.accountId, number });
    expect(right.changes.map(({ was, now }) => [was, now])).toEqual([
      ["Jalan Contoh Nomor 1", "Jalan Contoh Nomor 7"],
      ["Jalan Contoh Nomor 7", "Jalan Contoh Nomor 9"],
    ]);
    const desk = await world.signIn(await aReviewer(world, world.institutionId));
    expect((await desk.get(at.application(application.id))).html).toContain("Jalan Contoh Nomor 9");
    const { rounds } = await gatherApplication(
      { ...services, db: world.database.worker.kysely, blobs: world.blobs },
      application.id,
      application.accountId,
    );
    expect(rounds[0]?.answers["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 1" });
    await expect(world.database.owner.sql`update answer_corrections set field = 'x'`).rejects.toThrow("append-only");
    await first.post(at.right(id), fulfil);
    expect((await first.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Lain" })).status).toBe(409);
  });

  test("stays in the list when the person had everything erased, without who it was, about which application, and what", async () => {
    const { id, number, application, page } = await taken();
    await first.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 7" });
    await first.post(at.right(id), fulfil);
    const { sql, kysely: db } = world.database.owner;
    const name = await getName(db, world.keyring, application.accountId);
    const [{ receipt } = { receipt: "" }] = await sql<{ receipt: string }[]>`
      select receipt from applications where id = ${application.id}`;
    const before = await first.get(at.right(id));
    for (const shown of [name, receipt]) expect(before.html).toContain(shown);
    const nobody = uuidv7();
    await sql`select begin_nobody(${nobody}::uuid, ${newAccountKey(world.keyring, nobody).wrapped})`;
    await sql`select erase_applications(${application.accountId}, ${world.institutionId}, ${nobody})`;
    const person = { accountId: application.accountId, institutionId: world.institutionId };
    for (const anew of [false, true]) {
      if (anew) await ensurePersonKey(db, world.keyring, person);
      const erased = await first.get(at.right(id));
      expect([erased.status, erased.html.includes(number)]).toEqual([200, true]);
      expect(erased.html).not.toMatch(/Jalan Contoh|sudah diperbaiki/);
      expect(erased.html).not.toContain(receipt);
      expect(erased.html.includes(name)).toBe(anew);
    }
  });

  test("is typed or chosen in the question's own control, by its own rules, and what is listed in plain follows", async () => {
    const text = (id: string, rest: string) =>
      `          - { id: ${id}, optional: true, label: { id: Soal ${id}, en: Question ${id} }, ${rest} }\n`;
    const options =
      "options: [{ value: a, label: { id: Apel, en: Apple } }, { value: b, label: { id: Belimbing, en: Star fruit } }]";
    const added = [
      text("anak", "type: number, max: 20"),
      text("sewa", "type: money"),
      text("pindah", "type: date, past: true"),
      text("tahun", "type: year"),
      text("milik", "type: yes_no"),
      text("buah", `type: choices, ${options}`),
      text("satu", `type: choice, project: value, ${options}`),
    ];
    const before = "          - id: jalan_ktp\n";
    await variant("npwp-beragam", before, added.join("") + before);
    const application = await anApplication(world, { program: "npwp-beragam" }).complete();
    await change(world, application, "alamat_ktp", {
      anak: "2",
      sewa: "1.500.000",
      "pindah.day": "1",
      "pindah.month": "2",
      "pindah.year": "2020",
      tahun: "2019",
      milik: "yes",
      buah: ["a", "b"],
      satu: "a",
    });
    await submit(world, application);
    const { id, number } = await aRight(world, { accountId: application.accountId, about: application.id });
    await first.post(at.right(id), { act: "take" });
    const page = at.correctRight(id);
    expect((await first.post(page, { field: "pindah", choosing: "yes" })).location).toBe(`${page}?field=pindah`);
    const asked = (await first.get(`${page}?field=pindah`)).html;
    expect(asked).toContain('name="pindah.day"');
    expect(asked).not.toContain('value="2020"');
    const region = { "wilayah_ktp.province": "32", "wilayah_ktp.regency": "32.73" };
    // Without scripts a region is chosen level by level.
    const further = await first.post(page, { field: "wilayah_ktp", ...region, region_step: "wilayah_ktp" });
    expect([further.status, further.html.includes("Sukasari")]).toEqual([200, true]);
    for (const [field, wrong, message] of [
      ["anak", { anak: "21" }, "20"],
      ["pindah", { "pindah.day": "31", "pindah.month": "2", "pindah.year": "2020" }, "pindah"],
      ["satu", { satu: "c" }, "satu-error"],
      ["wilayah_ktp", { ...region, "wilayah_ktp.district": "31.71.01" }, "wilayah_ktp"],
    ] as const) {
      const refused = await first.post(page, { field, ...wrong });
      expect([field, refused.status, refused.html.includes(message)]).toEqual([field, 422, true]);
    }
    for (const [field, right] of [
      ["anak", { anak: "3" }],
      ["sewa", { sewa: "Rp 2.000.000" }],
      ["pindah", { "pindah.day": "3", "pindah.month": "4", "pindah.year": "2021" }],
      ["tahun", { tahun: "2018" }],
      ["milik", { milik: "no" }],
      ["buah", { buah: ["b"] }],
      ["satu", { satu: "b" }],
      ["wilayah_ktp", { ...region, "wilayah_ktp.district": "32.73.01", "wilayah_ktp.village": "32.73.01.1001" }],
    ] as const) {
      expect([field, (await first.post(page, { field, ...right })).status]).toEqual([field, 303]);
    }
    const { changes } = await getOwnRight(world.database.web.kysely, world.keyring, {
      accountId: application.accountId,
      number,
    });
    expect(changes.map(({ was, now }) => `${was} > ${now}`)).toEqual([
      "2 > 3",
      "Rp 1.500.000 > Rp 2.000.000",
      "1 Februari 2020 > 3 April 2021",
      "2019 > 2018",
      "Ya > Tidak",
      "Apel, Belimbing > Belimbing",
      "Apel > Belimbing",
      "Gambir, Gambir, Kota Jakarta Pusat, DKI Jakarta > Geger Kalong, Sukasari, Kota Bandung, Jawa Barat",
    ]);
    const [listed] = await world.database.owner.sql`
      select projections ->> 'satu' as satu, projections ->> 'wilayah_ktp' as regency from applications
      where id = ${application.id}`;
    expect(listed).toEqual({ satu: "b", regency: "32.73" });
  });

  test("of names, identity numbers and lists is for the person: the page says so, and leads who may to returning it", async () => {
    const { page, application } = await taken();
    const alone = (await first.get(page)).html;
    expect(alone).toContain("tugas pemeriksa atau sekretariat");
    expect(alone).not.toContain(at.application(application.id));
    for (const label of ["Nama lengkap", "(NIK)", "kartu keluarga (KK)"]) expect(alone).not.toContain(label);
    const both = await aReviewer(world, world.institutionId, ["data_protection_officer", "reviewer"]);
    const desk = await world.signIn(both);
    const other = await aRight(world, { accountId: application.accountId, about: application.id });
    await desk.post(at.right(other.id), { act: "take" });
    expect((await desk.get(at.correctRight(other.id))).html).toContain(at.application(application.id));
  });

  test("of two at once for two requests takes nothing back of the other", async () => {
    const { application, page } = await taken();
    const other = await aRight(world, { accountId: application.accountId, about: application.id });
    await second.post(at.right(other.id), { act: "take" });
    // Both have read what stands there, as far as they may, before either writes.
    const posted = await world.database.owner.sql.begin(async (trx) => {
      await trx`select from applications where id = ${application.id} for update`;
      const both = Promise.all([
        first.post(page, { field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 7" }),
        second.post(at.correctRight(other.id), { field: "rt_ktp", rt_ktp: "009" }),
      ]);
      await setTimeout(500);
      return { both };
    });
    expect((await posted.both).map(({ status }) => status)).toEqual([303, 303]);
    const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
    const owned = await loadApplication(services, { applicationId: application.id, owner: application.accountId });
    expect(owned.typed["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 7", rt_ktp: "009" });
  });

  test("is refused where other questions hang on it, and while the owner changes the application", async () => {
    await variant("npwp-bercabang", "when: domisili_berbeda", "when: 'rt_ktp == \"999\"'");
    const { application, page } = await taken("npwp-bercabang");
    const derived = await first.post(page, { field: "rt_ktp", rt_ktp: "999" });
    expect(derived.status).toBe(422);
    expect(derived.html).toContain("bergantung padanya");
    // The number of the identity card tells the birth date.
    const born = { "tanggal_lahir.day": "18", "tanggal_lahir.month": "5", "tanggal_lahir.year": "1990" };
    const birth = await first.post(page, { field: "tanggal_lahir", ...born });
    expect([birth.status, birth.html.includes("bergantung padanya")]).toEqual([422, true]);
    await world.database.owner.sql`update applications set status = 'returned' where id = ${application.id}`;
    expect((await first.post(page, { field: "rt_ktp", rt_ktp: "002" })).status).toBe(409);
    for (const [status, why] of [
      ["returned", "sedang diubah pemohon"],
      ["withdrawn", "sudah ditarik pemohon"],
    ] as const) {
      await world.database.owner.sql`update applications set status = ${status} where id = ${application.id}`;
      const { html } = await first.get(page);
      expect([html.includes(why), html.includes("<select")]).toEqual([true, false]);
    }
  });
});
