import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { randomKeyring } from "../platform/keys/keyring.ts";
import { keepMessages } from "../platform/sms/kept-messages.ts";
import { createActiveAccount } from "../registry/accounts/create.ts";
import { sendText } from "../registry/notices/send-text.ts";
import { textKinds } from "../registry/notices/text-kinds.ts";
import { say } from "../texts/texts.ts";
import { sendTextJob } from "./send-text.ts";

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "daftar-texts-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const keyring = randomKeyring();
const { kysely: owner } = database.owner;
const sms = keepMessages(folder);
const job = sendTextJob({ db: database.worker.kysely, keyring, sms });
const context = { attempt: 1, signal: new AbortController().signal };
const to = "+6281200000001";

let siti = "";
beforeAll(async () => {
  siti = await createActiveAccount(owner, keyring, { email: "siti@contoh.example", name: "Siti", password: "x" });
});

async function write(code: string) {
  await database.web.kysely
    .transaction()
    .execute((trx) => sendText(trx, keyring, { accountId: siti, kind: "login_code", to, data: { code } }));
  return owner.selectFrom("notices").selectAll().orderBy("id", "desc").limit(1).executeTakeFirstOrThrow();
}

it("goes out once, from the transaction of the deed, and leaves neither number nor code behind", async () => {
  const { id, data_sealed } = await write("042424");
  expect(data_sealed?.includes(Buffer.from("042424"))).toBe(false);
  const jobs = await database.owner.sql`select 1 from graphile_worker.jobs where task_identifier = 'send-text'`;
  expect(jobs).toHaveLength(1);

  await job({ noticeId: id }, context);
  await job({ noticeId: id }, context);
  expect(await sms.list()).toMatchObject([{ to, text: say("id", "sms.login_code", { code: "042424" }) }]);
  expect(await owner.selectFrom("notices").selectAll().where("id", "=", id).executeTakeFirstOrThrow()).toMatchObject({
    sent_at: expect.any(Date) as Date,
    data_sealed: null,
  });
});

it("is not sent any more when its code is dead", async () => {
  const before = (await sms.list()).length;
  const { id } = await write("313131");
  await owner
    .updateTable("notices")
    .set({ created_at: new Date(Date.now() - 11 * 60_000) })
    .where("id", "=", id)
    .execute();
  await job({ noticeId: id }, context);
  expect(await sms.list()).toHaveLength(before);
  const row = await owner.selectFrom("notices").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ sent_at: null, data_sealed: null });
});

it("fits into one message in both languages, and holds no link", () => {
  const names = "PMJ-2026-00001, PMJ-2027-00001";
  for (const kind of Object.keys(textKinds) as (keyof typeof textKinds)[]) {
    for (const language of ["id", "en"] as const) {
      const text = say(language, `sms.${kind}`, { code: "123456", names });
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/^[A-Za-z0-9 :;,.?-]+$/);
      expect(text).not.toMatch(/https?:|www|\.[a-z]/);
    }
  }
});
