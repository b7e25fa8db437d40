import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openMailbox } from "../../platform/mail/mailbox.ts";
import { devMailRoutes } from "./mail.tsx";

const folder = mkdtempSync(join(tmpdir(), "daftar-dev-mail-"));
const mailbox = openMailbox(folder);
const app = devMailRoutes(mailbox);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  for (const path of ["/", `/${id}`]) {
    const page = await (await app.request(path)).text();
    expect(page).toContain("&lt;b&gt;Aktivasi&lt;/b&gt;");
    expect(page).not.toContain("<script>");
  }
});

test("a letter's HTML is served without any rights", async () => {
  const [letter] = await mailbox.list();
  const response = await app.request(`/${letter?.id}/html`);
  expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
});

test("a letter that does not exist is not found", async () => {
  expect((await app.request("/00000000000000-000000")).status).toBe(404);
  expect((await app.request("/..%2f..%2fetc%2fpasswd/html")).status).toBe(404);
});
