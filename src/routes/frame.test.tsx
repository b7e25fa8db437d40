import { expect, test } from "vitest";
import { sayIn } from "../texts/texts.ts";
import { paths } from "../paths.ts";
import { drawWith } from "./draw.tsx";
import { emptyForm } from "./visit.ts";
import type { Visit } from "./route.ts";

const draw = drawWith({ href: (logical) => `/assets/${logical}` });

test("a frame that is kept holds nothing of the visitor for whom it was drawn first", async () => {
  const first = await draw(visitOf("siti", "/account?a=1"), { title: "Milik Siti" }, "isi Siti").text();
  const second = await draw(visitOf("budi", "/account?b=2"), { title: "Milik Budi" }, "isi Budi").text();
  expect(first).toContain('value="token-siti"');
  expect(second).toContain('value="token-budi"');
  expect(second).toContain("/account?b=2&amp;lang=en");
  expect(second).not.toMatch(/siti|a=1/i);
});

test("what fills a frame is escaped, and an address that could run script leads nowhere", async () => {
  const wicked = `"><script>alert('1')</script>`;
  const options = {
    title: wicked,
    area: wicked,
    back: { href: "javascript:alert(1)", text: wicked },
    side: wicked,
    hero: wicked,
    banner: wicked,
  };
  const html = await draw(visitOf("siti", `/account?x=${encodeURIComponent(wicked)}`), options, wicked).text();
  expect(html).not.toContain("<script>");
  expect(html).not.toContain("javascript:");
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(7);
});

test("no hole is left, whatever the page has and has not", async () => {
  for (const session of ["siti", undefined]) {
    for (const slot of ["sisi", undefined]) {
      const options = { title: "Judul", side: slot, hero: slot, banner: slot, errors: slot !== undefined };
      const html = await draw(visitOf(session, paths.helpdesk.home), options, "isi").text();
      expect(html).not.toContain("hole-");
      expect(html).toContain("isi");
    }
  }
});

function visitOf(name: string | undefined, path: string): Visit {
  return {
    request: new Request(`http://localhost${path}`),
    url: new URL(`http://localhost${path}`),
    params: {},
    language: "id",
    say: sayIn("id"),
    form: emptyForm,
    csrf: `token-${name ?? "none"}`,
    session:
      name === undefined
        ? undefined
        : {
            accountId: name,
            language: "id",
            tokenHash: Buffer.alloc(32),
            factor: false,
            awaitsFactor: false,
            owesPassword: false,
            fresh: true,
            staff: false,
          },
    address: "127.0.0.1",
    incoming: undefined,
    checkCsrf: () => undefined,
  };
}
