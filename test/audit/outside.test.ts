import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../src/audit-commands.ts";
import { sendAuditHeadJob } from "../../src/jobs/send-audit-head.ts";
import { startSealing } from "../../src/jobs/seal-audit.ts";
import { startMailServer } from "../../src/platform/mail/dev-server.ts";
import { openMail } from "../../src/platform/mail/mail.ts";
import { openMailbox } from "../../src/platform/mail/mailbox.ts";
import { HeadFile } from "../../src/registry/audit/head-file.ts";
import { readHead, writeHead } from "../../src/registry/audit/heads.ts";
import { anApplication, reviewWorld, type ReviewWorld } from "../applications.ts";
import { addRecords, sealUpTo } from "./records.ts";

let world: ReviewWorld;
let folder: string;
beforeAll(async () => {
  world = await reviewWorld();
  folder = await mkdtemp(join(tmpdir(), "heads-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const sizesIn = async (file: string) =>
  (await readFile(file, "utf8"))
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => readHead(line).size);

test("the sealer copies each head to its file once, also after a crash in the middle of a line", async () => {
  const { database, keyring } = world;
  const db = database.worker.kysely;
  const headsFile = join(folder, "heads.log");
  const begin = (await countRecords()) + 10;
  await addRecords(database, 10);
  await sealUpTo(database, keyring, begin);
  const sealing = startSealing({ db, keyring, headsFile, log: pino({ level: "silent" }), everyMs: 5 });
  await addRecords(database, 30);
  await sealing.stop();
  await sealUpTo(database, keyring, begin + 30);
  await new HeadFile(headsFile).copy(db);
  await appendFile(headsFile, '{"size":99,"ro');
  await addRecords(database, 1);
  await sealUpTo(database, keyring, begin + 31);
  await new HeadFile(headsFile).copy(db);
  await new HeadFile(headsFile).copy(db);
  const heads = await database.owner.kysely.selectFrom("audit_heads").select("size").orderBy("size").execute();
  expect(await sizesIn(headsFile)).toEqual(heads.map(({ size }) => size));
});

test("a database that went back behind its copied heads is noticed at the next start", async () => {
  const { database } = world;
  const head = await database.owner.kysely.selectFrom("audit_heads").selectAll().limit(1).executeTakeFirstOrThrow();
  const ahead = join(folder, "ahead.log");
  await writeFile(ahead, `${writeHead({ ...head, size: 1_000_000 })}\n`);
  await expect(new HeadFile(ahead).copy(database.worker.kysely)).rejects.toThrow(/older backup was restored/);
});

test("the newest head goes out by letter, as a line that verify takes", async () => {
  const mailbox = openMailbox(join(folder, "mail"));
  const server = await startMailServer(mailbox);
  const mail = openMail({ url: server.url, from: "Daftar <daftar@contoh.example>" });
  const db = world.database.worker.kysely;
  try {
    await sendAuditHeadJob({ db, mail, to: undefined, publicUrl: "https://daftar.example" })();
    await sendAuditHeadJob({ db, mail, to: "arsip@contoh.example", publicUrl: "https://daftar.example" })();
  } finally {
    mail.close();
    await server.stop();
  }
  const letters = await mailbox.list();
  expect(letters).toHaveLength(1);
  const line = letters[0]?.text.split("\n").find((one) => one.startsWith("{"));
  expect(readHead(line ?? "").size).toBe(await countRecords());
});

test("the command says that the record is whole, and fails where an application's row is not what its events say", async () => {
  const { database, keyring } = world;
  const application = await anApplication(world).submitted();
  await sealUpTo(database, keyring, await countRecords());
  const services = { owner: database.owner.kysely, keyring };
  await audit(services, ["verify"]);
  await audit(services, ["verify", "--head", join(folder, "heads.log")]);
  await audit(services, ["head"]);
  await database.owner.kysely
    .updateTable("applications")
    .set({ status: "rejected" })
    .where("id", "=", application.id)
    .execute();
  await expect(audit(services, ["verify"])).rejects.toThrow(
    new RegExp(`${application.id}: its row says rejected in round 1, its events say submitted`),
  );
  await expect(audit(services, ["verify", "--heads"])).rejects.toThrow(/Usage/);
});

async function countRecords(): Promise<number> {
  const { count } = await world.database.owner.kysely
    .selectFrom("audit_records")
    .select((build) => build.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
