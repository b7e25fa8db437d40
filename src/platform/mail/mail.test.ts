import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DeliveryRefused } from "../delivery-refused.ts";
import { startMailServer } from "./dev-server.ts";
import { openMail, sendMail } from "./mail.ts";
import { openMailbox } from "./mailbox.ts";

const folder = mkdtempSync(join(tmpdir(), "daftar-mail-"));
const mailbox = openMailbox(folder);
const server = await startMailServer(mailbox);
const transport = openMail({ url: server.url, from: "Daftar <daftar@example.test>" });
afterAll(async () => {
  transport.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const letter = {
  to: "siti@example.test",
  subject: "Aktivasi akun – 1",
  text: "Tekan tombol Aktivasi.",
  html: "<p>Aktivasi</p>",
};

test("a letter sent over SMTP is kept with its text and its HTML, newest first", async () => {
  await sendMail(transport, letter);
  await sendMail(transport, { ...letter, subject: "Kedua" });
  const [newest, first] = await mailbox.list();
  expect(newest?.subject).toBe("Kedua");
  expect(first).toMatchObject({ from: "daftar@example.test", to: [letter.to], subject: letter.subject });
  expect(first?.text.trim()).toBe(letter.text);
  expect(first?.html.trim()).toBe(letter.html);
  expect(await mailbox.find(first?.id ?? "")).toEqual(first);
});

test("a letter cannot smuggle headers or further addressees through its subject", async () => {
  await sendMail(transport, { ...letter, subject: "Halo\r\nBcc: budi@example.test\r\n\r\nlain" });
  const [newest] = await mailbox.list();
  expect(newest?.to).toEqual([letter.to]);
  expect(newest?.text.trim()).toBe(letter.text);
});

test("a letter above the limit is refused and not kept", async () => {
  const before = (await mailbox.list()).length;
  const huge = sendMail(transport, { ...letter, text: "x".repeat(3_000_000) });
  await expect(huge).rejects.toThrow("did not take the letter");
  await expect(huge).rejects.toThrow(DeliveryRefused);
  expect(await mailbox.list()).toHaveLength(before);
});

test("an id that is no letter's finds nothing, least of all a file elsewhere", async () => {
  for (const id of ["../../etc/passwd", "", "20261121", "00000000000000-000000"])
    expect(await mailbox.find(id)).toBeUndefined();
});

test("a failure names neither the account nor the password of the mail server", async () => {
  const closed = openMail({ url: "smtp://user:hunter2@127.0.0.1:1", from: "daftar@example.test" });
  const failure = await sendMail(closed, letter).catch((error: unknown) => error);
  closed.close();
  expect(failure).not.toBeInstanceOf(DeliveryRefused);
  expect(String(failure)).toContain("ESOCKET");
  expect(String(failure)).not.toContain("hunter2");
});
