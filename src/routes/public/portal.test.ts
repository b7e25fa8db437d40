import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { daysFromNow, publishFrom } from "../../../test/seed.ts";
import type { Program } from "../../program/definition.ts";
import { paths } from "../../paths.ts";

let app: TestApp;

function programOf(program: string, title: string, opens: number, closes: number | null): Partial<Program> {
  const window = {
    opens: daysFromNow(opens),
    closes: closes === null ? null : daysFromNow(closes),
    at_close: "lock" as const,
  };
  return { program, title: { id: title, en: `${title} in English` }, window };
}

beforeAll(async () => {
  app = await testApp();
  const publish = (change: Partial<Program>) => publishFrom(app, "test/programs/tennis-club", change);
  await publish(programOf("all-year", "Sepanjang masa", -1, null));
  await publish(programOf("far", "Masih lama", -1, 60));
  await publish(programOf("nearly", "Hampir tutup", -1, 2));
  await publish(programOf("later", "Nanti", 5, 60));
  await publish(programOf("over", "Sudah lewat", -60, -1));
});
afterAll(() => app.close());

function titlesOf(html: string): string[] {
  return [...html.matchAll(/daftar-card__link" href="([^"]+)"/g)].map(([, href]) => href?.split("/").at(-1) ?? "");
}

describe("the portal", () => {
  test("lists open programs first, those that close soonest at the top, then soon, then closed", async () => {
    const page = await app.browser().get(paths.portal);
    expect(page.status).toBe(200);
    expect(titlesOf(page.html)).toEqual(["nearly", "far", "all-year", "later", "over"]);
    const headings = [...page.html.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, text]) => text?.trim());
    expect(headings.slice(0, 3)).toEqual(["Sedang dibuka", "Segera dibuka", "Sudah ditutup"]);
  });

  test("counts the last days down and says what holds all year", async () => {
    const { html } = await app.browser().get(paths.portal);
    expect(html).toContain("Tutup 2 hari lagi");
    expect(html).toContain("Sepanjang tahun");
    expect(html).toContain("Gratis");
  });

  test("finds by a part of a word, without case, in either language, and says how many", async () => {
    const page = await app.browser().get("/?q=HAMPIR+eng");
    expect(titlesOf(page.html)).toEqual(["nearly"]);
    expect(page.html).toContain("1 program untuk “HAMPIR eng”");
    expect(page.html).toMatch(/<title>1 program/);
  });

  test("finds by the name of the institution", async () => {
    expect(titlesOf((await app.browser().get("/?q=instansi")).html)).toHaveLength(5);
  });

  test("offers a way on when nothing matches", async () => {
    const { html } = await app.browser().get("/?q=zzz");
    expect(html).toContain("Tidak ada program yang cocok");
    expect(html).toContain("Tampilkan semua program");
  });

  test.each([
    "%00",
    "%ED%A0%80",
    "%F0%9F%98%80".repeat(60),
    "a".repeat(500),
    "<script>alert(1)</script>",
    "&q=x",
    "%",
    "{x}",
    "'",
  ])("answers a page for the query %j", async (query) => {
    const page = await app.browser().get(`/?q=${query}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("<script>alert");
  });

  test("speaks English when asked to", async () => {
    const { html } = await app.browser().get("/?lang=en");
    expect(html).toContain('lang="en"');
    expect(html).toContain("Closes in 2 days");
    expect(html).toContain("Hampir tutup in English");
  });
});

describe("the regions for the dependent choices", () => {
  async function read(query: string) {
    const page = await app.browser().get(`${paths.regions}${query}`);
    return { ...page, list: JSON.parse(page.html) as { code: string; name: string }[] };
  }

  test("gives the provinces, and the districts of a city", async () => {
    expect((await read("")).list).toHaveLength(38);
    const districts = await read("?parent=31.71");
    expect(districts.list[0]).toEqual({ code: expect.stringMatching(/^31\.71\.\d{2}$/), name: expect.any(String) });
    expect(districts.headers.get("cache-control")).toContain("max-age=86400");
  });

  test.each(["99", "31.71.01.1001", "__proto__", "%00", "31.71' or 1=1", "a".repeat(9000)])(
    "gives nothing for %j",
    async (parent) => {
      const page = await read(`?parent=${parent}`);
      expect(page.status).toBe(200);
      expect(page.list).toEqual([]);
    },
  );
});
