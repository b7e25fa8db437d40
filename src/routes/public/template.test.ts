import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { people } from "../../../test/people.ts";
import { readProgram } from "../../../test/programs/compiled.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { publishProgram } from "../../registry/programs/publish.ts";
import { readTemplateFiles } from "../../registry/programs/template-files.ts";

const folder = "programs/jpt-bumn";

let app: TestApp;
let versionId: string;
beforeAll(async () => {
  app = await testApp();
  ({ versionId } = await publishFrom(app, folder));
});
afterAll(() => app.close());

describe("the template of a document", () => {
  test("goes to whoever is signed in as a file to keep, byte for byte", async () => {
    const { browser } = await people.siti(app);
    expect((await browser.get(paths.program("jpt-bumn"))).html).toContain(paths.template("jpt-bumn", "cv"));
    const cookie = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
    for (const query of ["", `?version=${versionId}`, "?version=lain"]) {
      const response = await fetch(app.origin + paths.template("jpt-bumn", "cv") + query, { headers: { cookie } });
      expect(response.headers.get("content-disposition")).toContain('attachment; filename="daftar-riwayat-hidup.docx"');
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(await readFile(`${folder}/templates/daftar-riwayat-hidup.docx`))).toBe(true);
    }
  });

  test("sends everybody else to sign in first, and there is none for other documents", async () => {
    const stranger = app.browser();
    expect((await stranger.get(paths.program("jpt-bumn"))).html).toContain("Masuk untuk mengunduh templat");
    expect((await stranger.get(paths.template("jpt-bumn", "cv"))).url).toContain(paths.account.login);
    const { browser } = await people.siti(app);
    for (const slot of ["ktp", "identitas", "lain"]) {
      expect((await browser.get(paths.template("jpt-bumn", slot))).status).toBe(404);
    }
  });

  test("must be there when the program is published, and another file makes another version", async () => {
    const program = readProgram(folder);
    const empty = await mkdtemp(join(tmpdir(), "templates-"));
    await expect(readTemplateFiles(empty, program)).rejects.toThrow("is named as a template, but is not there");
    await rm(empty, { recursive: true });
    const changed = new Map([...(await readTemplateFiles(folder, program))].map(([path]) => [path, Buffer.from("PK")]));
    const again = await publishProgram(app.database.owner.kysely, program, null, changed);
    expect(again.changed).toBe(true);
    expect(again.versionId).not.toBe(versionId);
    await expect(publishProgram(app.database.owner.kysely, program, null)).rejects.toThrow("is published without its");
    expect((await publishFrom(app, folder)).versionId).toBe(versionId);
  });

  test("explains the words of the program on its page", async () => {
    const { html } = await app.browser().get(paths.program("jpt-bumn"));
    expect(html).toContain("Arti istilah");
    expect(html).toContain("Laporan harta kekayaan penyelenggara negara");
  });
});
