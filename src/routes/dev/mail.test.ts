import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, expect, test } from "vitest";
import { paths } from "../../paths.ts";
import { openMailbox } from "../../platform/mail/mailbox.ts";
import { sayIn } from "../../texts/texts.ts";
import { drawWith } from "../draw.tsx";
import type { StaffVisit } from "../route.ts";
import { devRoutes } from "./routes.ts";

const folder = mkdtempSync(join(tmpdir(), "daftar-dev-mail-"));
const mailbox = openMailbox(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Without the door of `mount`, which is not needed to see what these pages answer.
const app = new Hono();
for (const route of devRoutes({
  draw: drawWith({ href: (logical) => `/assets/${logical}` }),
  mailbox,
  messages: undefined,
})) {
  app.on(route.method, route.path, (context) =>
    route.handle({
      request: context.req.raw,
      url: new URL(context.req.url),
      params: context.req.param(),
      language: "id",
      say: sayIn("id"),
    } as unknown as StaffVisit),
  );
}

const raw = [
  "From: daftar@example.test",
  "To: siti@example.test",
  "Subject: <b>Aktivasi</b>",
  "Content-Type: text/html",
  "",
  '<p>Tekan <a href="http://localhost:3000/account/activate?token=abc">Aktivasi</a></p><script>alert(1)</script>',
].join("\r\n");

test("the list and the letter show headers as text, never as markup", async () => {
  const id = await mailbox.keep(Buffer.from(raw));
  for (const path of [paths.dev.mail, paths.dev.letter(id)]) {
    const page = await (await app.request(path)).text();
    expect(page).toContain("&lt;b&gt;Aktivasi&lt;/b&gt;");
    expect(page).not.toContain("<script>alert");
  }
});

test("a letter's HTML is served without any rights, and only its page may frame it", async () => {
  const [letter] = await mailbox.list();
  const page = await app.request(paths.dev.letter(letter?.id ?? ""));
  expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self'.*frame-src 'self'$/);
  const response = await app.request(`${paths.dev.letter(letter?.id ?? "")}/html`);
  expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
});

test.each(["00000000000000-000000", "..%2f..%2fetc%2fpasswd"])("there is no letter %s", async (id) => {
  app.onError((error, context) => context.text(error.message, 404));
  expect((await app.request(paths.dev.letter(id))).status).toBe(404);
  expect((await app.request(`${paths.dev.letter(id)}/html`)).status).toBe(404);
});
