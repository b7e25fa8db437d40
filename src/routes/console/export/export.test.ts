import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApplication, aReviewer, change, foreignProgram, publish, submit } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { paths } from "../../../paths.ts";
import { exportApplications, mostExported, type ExportAct } from "../../../registry/reviews/export.ts";

const { console: at } = paths;
const address = at.export("npwp-pribadi");
const nik = "3171011705900777";

let world: ConsoleWorld;
let dewi: string;
let desk: Desk;
let siti: string;
let programId: string;
beforeAll(async () => {
  world = await consoleWorld();
  dewi = await secretary();
  desk = await world.signIn(dewi);
  ({ id: siti } = await anApplication(world, { name: "Siti Contoh", nik }).submitted());
  await anApplication(world, { name: "Budi Contoh" }).submitted();
  await anApplication(world, { name: "Draf Contoh" }).complete();
  const [row] = await world.database.owner.sql<{ id: string }[]>`
    select id from programs where slug = 'npwp-pribadi'`;
  programId = row?.id ?? "";
});
afterAll(() => world.close());

function secretary(): Promise<string> {
  return aReviewer(world, world.institutionId, ["secretariat"], "Dewi Contoh");
}

const form = {
  selection: "all",
  columns: ["receipt", "field.nama"],
  purpose: "Rapat panitia seleksi.",
  format: "csv",
} as const;

async function download(by: Desk, fields: Readonly<Record<string, string | readonly string[]>>) {
  const made = await by.post(address, fields);
  expect(made.status).toBe(303);
  const page = await by.get(made.location ?? "");
  const link = /href="(\/console\/exports\/[^"]+)"/.exec(page.html)?.[1] ?? "";
  return { page, link, file: await by.get(link) };
}

async function auditOf(action: string) {
  return world.database.owner.sql<{ actor_id: string; subject_id: string; data: Record<string, unknown> }[]>`
    select actor_id, subject_id, data from audit_records where action = ${action} order by at, id`;
}

describe("the page", () => {
  test("ticks general data and no specific data", async () => {
    const { html } = await desk.get(address);
    const ticked = [...html.matchAll(/<input[^>]*name="(columns|specific)"[^>]*>/g)];
    expect(ticked.some(([, name]) => name === "specific")).toBe(true);
    for (const [box, name] of ticked) expect(box.includes("checked")).toBe(name === "columns");
    expect(html).toContain("Semua yang sudah dikirim (2)");
    // Questions of the same name say on which page they stand.
    expect(html).toContain("RT (Alamat sesuai KTP)");
  });

  test("asks for what is missing, each at its field, and keeps what was typed", async () => {
    const { status, html } = await desk.post(address, { purpose: "rapat" });
    expect(status).toBe(422);
    for (const field of ["selection", "columns", "purpose", "format"]) expect(html).toContain(`id="${field}-error"`);
    expect(html).toContain(">rapat</textarea>");
  });

  test("lets specific data through only where they are ticked as such", async () => {
    const { html } = await desk.get(address);
    const specific = /name="specific"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(specific).toMatch(/^field\./);
    expect((await desk.post(address, { ...form, columns: ["receipt", specific] })).status).toBe(422);
    expect((await desk.post(address, { ...form, columns: ["receipt", "field.tidak_ada"] })).status).toBe(422);
    const by = await world.signIn(await secretary());
    expect((await by.post(address, { ...form, specific: [specific] })).status).toBe(303);
    expect((await auditOf("program.export")).at(-1)?.data).toMatchObject({ specific: [specific] });
  });
});

describe("the file", () => {
  test("holds the chosen columns of what was submitted, under a line that says who took it when", async () => {
    const { page, file } = await download(desk, form);
    expect(page.html).toContain("Ekspor siap: 2 orang.");
    expect(page.html).toContain("Rapat panitia seleksi.");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="npwp-pribadi-.*\.csv"/);
    expect(file.headers.get("cache-control")).toBe("no-store");
    const lines = file.html.trim().split("\r\n");
    expect(lines[0]).toContain(`Diekspor oleh petugas ${dewi} pada `);
    expect(lines[1]).toMatch(/^"Nomor tanda terima",/);
    expect(lines.slice(2).map((line) => line.split(",")[1])).toEqual(['"Siti Contoh"', '"Budi Contoh"']);
    expect(file.html).not.toContain("Draf Contoh");
    expect(file.html).not.toContain(nik);
  });

  test("is recorded with its purpose sealed, its count, and each person", async () => {
    const before = (await auditOf("application.export")).length;
    const { link } = await download(desk, { ...form, columns: ["receipt"] });
    const exportId = link.split("/").at(-1);
    expect((await auditOf("program.export")).at(-1)).toMatchObject({
      actor_id: dewi,
      subject_id: programId,
      data: { export: exportId, people: 2, columns: ["receipt"], specific: [], format: "csv" },
    });
    const each = (await auditOf("application.export")).slice(before);
    expect(each.map(({ subject_id }) => subject_id)).toContain(siti);
    expect(each).toHaveLength(2);
    expect((await auditOf("program.fetch_export")).at(-1)?.data).toEqual({ export: exportId, people: 2 });
    const [row] = await world.database.owner.sql<{ purpose_sealed: Buffer }[]>`
      select purpose_sealed from application_exports where id = ${exportId ?? ""}`;
    expect(row?.purpose_sealed.includes("panitia")).toBe(false);
  });

  test("as a workbook keeps every digit of a NIK, and nothing in it is a formula", async () => {
    const by = await world.signIn(await secretary());
    const { file } = await download(by, { ...form, columns: ["field.nik"], format: "xlsx" });
    expect(file.headers.get("content-type")).toContain("spreadsheetml");
    expect(file.html.startsWith("PK")).toBe(true);
  });

  test("is for its officer alone, for an hour", async () => {
    const { link } = await download(desk, form);
    const colleague = await world.signIn(await secretary());
    expect((await colleague.get(link)).status).toBe(404);
    expect((await desk.get(link)).status).toBe(200);
    expect((await desk.get(at.exportFile("x"))).status).toBe(404);
    await world.database.owner.sql`alter table application_exports disable trigger application_exports__append_only`;
    await world.database.owner.sql`update application_exports set at = at - interval '61 minutes'`;
    await world.database.owner.sql`alter table application_exports enable trigger application_exports__append_only`;
    expect((await desk.get(link)).status).toBe(404);
  });

  test("leaves a formula that an applicant typed as words", async () => {
    const application = await anApplication(world).complete();
    await change(world, application, "alamat_ktp", { jalan_ktp: '=HYPERLINK("https://contoh.example","klik")' });
    await submit(world, application);
    const by = await world.signIn(await secretary());
    const { file } = await download(by, { ...form, columns: ["field.jalan_ktp"] });
    expect(file.html).toContain(`"'=HYPERLINK(""https://contoh.example"",""klik"")"`);
  });
});

describe("the limit", () => {
  function act(actorId: string, part = 1): ExportAct {
    return {
      actorId,
      institutions: [world.institutionId],
      program: { id: programId, institutionId: world.institutionId },
      selection: "rejected",
      part,
      columns: ["receipt"],
      specific: [],
      purpose: "Rapat panitia seleksi.",
      format: "csv",
      language: "id",
    };
  }

  test("the 501st person in a day is refused, with an alarm in the audit trail", async () => {
    await world.database.owner.sql`
      insert into applications (id, account_id, institution_id, program_id, version_id, language, receipt, status, round, submitted_at)
      select gen_random_uuid(), account_id, institution_id, program_id, version_id, 'id', 'R-MANY-' || n, 'rejected', 1, now()
      from applications, generate_series(1, 501) as n where id = ${siti}`;
    const officer = await secretary();
    const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
    expect(await exportApplications(services, act(officer))).toHaveProperty("exportId");
    expect(await exportApplications(services, act(officer, 2))).toEqual({ problem: "too_many", left: 0 });
    expect((await auditOf("program.export_refused")).at(-1)).toMatchObject({
      actor_id: officer,
      data: { people: 1, already: mostExported, alarm: true },
    });
    const by = await world.signIn(officer);
    const page = await by.post(address, { ...form, selection: "rejected", part: "2" });
    expect(page.status).toBe(422);
    expect(page.html).toContain("Anda masih dapat mengambil 0 orang");
  });

  test("two exports at once do not pass it together", async () => {
    const officer = await secretary();
    const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
    const both = await Promise.all([
      exportApplications(services, act(officer)),
      exportApplications(services, act(officer)),
    ]);
    expect(both.filter((one) => "exportId" in one)).toHaveLength(1);
  });

  test("a choice without anybody makes no file", async () => {
    const { status, html } = await desk.post(address, { ...form, selection: "accepted" });
    expect(status).toBe(422);
    expect(html).toContain("Tidak ada permohonan dalam pilihan ini");
  });
});

test("a secretariat of another institution finds neither the page nor the people", async () => {
  const foreign = await publish(world, foreignProgram());
  const other = await world.signIn(await aReviewer(world, foreign, ["secretariat"]));
  expect((await other.get(address)).status).toBe(404);
  expect((await other.post(address, form)).status).toBe(404);
});

test("what was asked as specific data stays so for whoever answered it, when a later version asks more loosely", async () => {
  const column = "field.kisaran_penghasilan";
  const exported = async (fields: Readonly<Record<string, string | readonly string[]>>) => {
    const by = await world.signIn(await secretary());
    return (await download(by, { ...form, selection: "undecided", ...fields })).file.html;
  };
  expect(await exported({ specific: column })).toMatch(/Rp 4\.500\.000/);
  const program = readProgram(npwpPribadi);
  const looser = JSON.parse(JSON.stringify(program), (_, value: unknown) =>
    value !== null && typeof value === "object" && "data" in value && value.data === "specific"
      ? { ...value, data: "general" }
      : value,
  ) as typeof program;
  await publish(world, looser);
  expect((await desk.get(address)).html).not.toContain('name="specific"');
  expect(await exported({ columns: ["receipt", column] })).not.toMatch(/Rp 4\.500\.000/);
});
