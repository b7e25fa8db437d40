import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { people } from "../../../test/people.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { sweepUploads } from "../../registry/uploads/sweep.ts";

const { apply } = paths;
const slot = "foto_ktp";
const piece = 64 * 1024;

let app: TestApp;
let photograph: Buffer;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, "programs/npwp-pribadi");
  // A picture with noise behind its end is still a picture, and has several pieces.
  photograph = Buffer.concat([await ktpJpeg(), randomBytes(3 * piece)]);
});
afterAll(() => app.close());

let browser: Browser;
let application: string;
beforeEach(async () => {
  await app.database.owner.kysely.deleteFrom("uploads").execute();
  ({ browser } = await people.siti(app));
  await browser.get(paths.program("npwp-pribadi"));
  await browser.post(paths.startProgram("npwp-pribadi"), {});
  application = browser.page?.url.split("/").at(-1) ?? "";
  await browser.get(apply.step(application, slot));
});

interface Answer {
  readonly status: number;
  readonly body: { received?: number; piece?: string; finish?: string; arrived?: boolean; code?: string };
}

function cookieOf(who: Browser): string {
  return [...who.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

async function ask(path: string, init: RequestInit, who: Browser = browser): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("accept", "application/json");
  headers.set("cookie", cookieOf(who));
  const response = await fetch(new URL(path, app.origin), { method: "POST", ...init, headers });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

function begin(file: Buffer, change: Record<string, string> = {}, who: Browser = browser): Promise<Answer> {
  const sha256 = createHash("sha256").update(file).digest("hex");
  const fields = { csrf: who.csrf(), name: "ktp.jpg", size: String(file.length), sha256, ...change };
  return ask(apply.uploads(application, slot), { body: new URLSearchParams(fields) }, who);
}

function send(path: string | undefined, starts: number, bytes: Buffer, who: Browser = browser): Promise<Answer> {
  const headers = { "upload-offset": String(starts), "x-csrf": who.csrf() };
  return ask(path ?? "", { body: new Uint8Array(bytes), headers }, who);
}

/** Sends all that is left. */
async function sendRest(begun: Answer["body"], file: Buffer): Promise<void> {
  for (let at = begun.received ?? 0; at < file.length;) {
    const { body } = await send(begun.piece, at, file.subarray(at, at + piece));
    at = body.received ?? file.length;
  }
}

/** Sends the head of a piece that promises more than comes, and breaks the line. */
async function sendAndCut(path: string, starts: number, bytes: Buffer, promised: number): Promise<void> {
  const { hostname, port } = new URL(app.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    "accept: application/json",
    `cookie: ${cookieOf(browser)}`,
    `x-csrf: ${browser.csrf()}`,
    `upload-offset: ${starts}`,
    `content-length: ${promised}`,
  ];
  await new Promise<void>((sent) =>
    socket.write(`${head.join("\r\n")}\r\n\r\n`, () => socket.write(bytes, () => sent())),
  );
  await new Promise((later) => setTimeout(later, 300));
  socket.resetAndDestroy();
}

async function countRows(): Promise<{ uploads: number; pieces: number }> {
  const { rows } = await sql<{ uploads: number; pieces: number }>`select
    (select count(*)::int from uploads) as uploads, (select count(*)::int from upload_pieces) as pieces`.execute(
    app.database.owner.kysely,
  );
  return rows[0] ?? { uploads: -1, pieces: -1 };
}

describe("a file that is sent in pieces", () => {
  test("becomes the document of its slot by the same door as a whole one, and leaves nothing else behind", async () => {
    const { body } = await begin(photograph);
    expect(body).toMatchObject({ arrived: false, received: 0 });
    await sendRest(body, photograph);
    const page = await browser.post(body.finish ?? "", {});
    expect(page.url).toContain(apply.step(application, slot));
    expect(page.html).toContain("Berkas diterima");
    expect(await countRows()).toEqual({ uploads: 0, pieces: 0 });
    const document = await app.database.owner.kysely
      .selectFrom("documents")
      .select(["sha256", "size"])
      .where("application_id", "=", application)
      .executeTakeFirstOrThrow();
    expect(document.size).toBe(photograph.length);
    expect(document.sha256).toEqual(createHash("sha256").update(photograph).digest());
    expect((await begin(photograph)).body).toEqual({ arrived: true });
  });

  test("keeps what arrived of a piece before the line was cut, and goes on from there", async () => {
    const { body } = await begin(photograph);
    await sendAndCut(body.piece ?? "", 0, photograph.subarray(0, 50_000), piece);
    const kept = await vi.waitFor(async () => {
      const again = (await begin(photograph)).body;
      expect(again.received).toBeGreaterThan(0);
      return again;
    });
    expect(kept).toMatchObject({ piece: body.piece, received: 50_000 });
    expect((await browser.get(apply.step(application, slot))).html).toContain("Unggahan terakhir terhenti di");
    await sendRest(kept, photograph);
    expect((await browser.post(kept.finish ?? "", {})).html).toContain("Berkas diterima");
  });

  test("is added to only where it ends: of two tabs one adds, and both know how far it is", async () => {
    const { body } = await begin(photograph);
    const both = await Promise.all([
      send(body.piece, 0, photograph.subarray(0, piece)),
      send(body.piece, 0, photograph.subarray(0, piece)),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.map((answer) => answer.body.received)).toEqual([piece, piece]);
    for (const starts of [0, 1, piece - 1, piece + 1, photograph.length]) {
      expect(await send(body.piece, starts, photograph.subarray(0, piece))).toMatchObject({
        status: 409,
        body: { received: piece },
      });
    }
    expect((await countRows()).pieces).toBeGreaterThan(0);
    await sendRest({ ...body, received: piece }, photograph);
    const [first, second] = await Promise.all([
      ask(body.finish ?? "", { body: new URLSearchParams({ csrf: browser.csrf() }) }).catch(() => undefined),
      ask(body.finish ?? "", { body: new URLSearchParams({ csrf: browser.csrf() }) }).catch(() => undefined),
    ]);
    // The one that stored it is led to a page, which is no JSON; the other finds it gone or taken.
    expect([first, second].filter((answer) => answer === undefined)).toHaveLength(1);
    const rows = await app.database.owner.kysely
      .selectFrom("documents")
      .select("id")
      .where("application_id", "=", application)
      .execute();
    expect(rows).toHaveLength(1);
  });

  test("is refused before its first byte when it is too large, and never grows beyond what was announced", async () => {
    expect(await begin(photograph, { size: String(6 * 1024 * 1024) })).toEqual({
      status: 422,
      body: { code: "too_large" },
    });
    const { body } = await begin(photograph, { size: "70000" });
    await send(body.piece, 0, photograph.subarray(0, piece));
    expect(await send(body.piece, piece, photograph.subarray(0, piece))).toMatchObject({
      status: 409,
      body: { received: piece },
    });
    const large = await send(body.piece, piece, Buffer.alloc(300 * 1024)).catch(() => undefined);
    expect(large?.status ?? 413).toBe(413);
  });

  test("is refused where it is not the announced one, or no picture, with the message at the field", async () => {
    const { body } = await begin(photograph, { sha256: "0".repeat(64) });
    await sendRest(body, photograph);
    const cut = await browser.post(body.finish ?? "", {});
    expect(cut.status).toBe(422);
    expect(cut.html).toContain('id="file-error"');
    const text = Buffer.from("bukan gambar ".repeat(100));
    await browser.get(apply.step(application, slot));
    const other = (await begin(text)).body;
    await sendRest(other, text);
    const refused = await browser.post(other.finish ?? "", {});
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Isi berkas bukan JPG, PNG, PDF");
    expect((await countRows()).uploads).toBe(0);
  });

  test("is not finished before it is whole", async () => {
    const { body } = await begin(photograph);
    await send(body.piece, 0, photograph.subarray(0, piece));
    expect((await browser.post(body.finish ?? "", {})).status).toBe(422);
    expect((await begin(photograph)).body.received).toBe(piece);
  });

  test("is nobody else's, and of no other slot", async () => {
    const { body } = await begin(photograph);
    const { browser: budi } = await people.budi(app);
    await budi.get(paths.account.home);
    expect((await send(body.piece, 0, photograph.subarray(0, piece), budi)).status).toBe(404);
    expect((await begin(photograph, {}, budi)).status).toBe(404);
    const path = body.piece ?? "";
    expect((await send(path.replace(`/${slot}/`, "/lain/"), 0, photograph.subarray(0, piece))).status).toBe(404);
    expect((await send(`${path.slice(0, -4)}0000`, 0, photograph.subarray(0, piece))).status).toBe(404);
    expect((await begin(photograph)).body.received).toBe(0);
  });

  test("needs the token of the form in its header", async () => {
    const { body } = await begin(photograph);
    const bytes = new Uint8Array(photograph.subarray(0, piece));
    expect((await ask(body.piece ?? "", { body: bytes, headers: { "upload-offset": "0" } })).status).toBe(403);
    const signedOut = app.browser();
    expect((await send(body.piece, 0, photograph.subarray(0, piece), signedOut)).status).toBe(401);
  });

  test.each<Record<string, string>>([
    { name: "" },
    { name: "a".repeat(2000) },
    { size: "0" },
    { size: "-1" },
    { size: "1e3" },
    { size: "9".repeat(40) },
    { sha256: "" },
    { sha256: "G".repeat(64) },
  ])("does not begin with %j", async (change) => {
    expect((await begin(photograph, change)).status).toBe(422);
  });

  test.each(["", "-1", "1.5", "abc", "99999999999999999999"])("is not added to at %j", async (offset) => {
    const { body } = await begin(photograph);
    const headers = { "upload-offset": offset, "x-csrf": browser.csrf() };
    const answer = await ask(body.piece ?? "", { body: new Uint8Array(photograph.subarray(0, piece)), headers });
    expect(answer).toMatchObject({ status: 409, body: { received: 0 } });
  });

  test("gives way to another file in its slot", async () => {
    const { body } = await begin(photograph);
    await send(body.piece, 0, photograph.subarray(0, piece));
    const other = Buffer.concat([await ktpJpeg(), randomBytes(piece)]);
    expect((await begin(other)).body.received).toBe(0);
    expect((await send(body.piece, piece, photograph.subarray(piece, 2 * piece))).status).toBe(404);
    expect((await countRows()).uploads).toBe(1);
  });

  test("is one of ten that a person may have; the one left longest gives way", async () => {
    const { body } = await begin(photograph);
    await app.database.owner.sql`
      insert into uploads (id, account_id, application_id, institution_id, slot, size, sha256, name_sealed, touched_at)
      select gen_random_uuid(), account_id, id, institution_id, 'slot_' || n, 1, decode(repeat('00', 32), 'hex'), '',
        app_now() - n * interval '1 minute'
      from applications, generate_series(1, 12) as n where id = ${application}`;
    const other = Buffer.concat([await ktpJpeg(), randomBytes(piece)]);
    expect((await begin(other)).body.received).toBe(0);
    expect((await countRows()).uploads).toBe(10);
    expect((await send(body.piece, 0, photograph.subarray(0, piece))).status).toBe(404);
  });

  test("is taken no more after the closing and its grace, however much of it has arrived", async () => {
    const { body } = await begin(photograph);
    await sendRest(body, photograph);
    const { owner } = app.database;
    try {
      await owner.sql`update programs set closes_at = app_now() - interval '1 second', grace_seconds = 600`;
      expect((await begin(photograph)).body.received).toBe(photograph.length);
      await owner.sql`update programs set grace_seconds = 0`;
      expect((await begin(photograph)).body).toEqual({ code: "not_editable" });
      expect((await send(body.piece, 0, photograph.subarray(0, piece))).body).toEqual({ code: "not_editable" });
      expect((await browser.post(body.finish ?? "", {})).status).toBe(409);
    } finally {
      await owner.sql`update programs set closes_at = null`;
    }
    await browser.get(apply.step(application, slot));
    expect((await browser.post(body.finish ?? "", {})).html).toContain("Berkas diterima");
  });

  test("is taken no more once the application is on its way", async () => {
    const { body } = await begin(photograph);
    await app.database.owner.kysely
      .updateTable("applications")
      .set({ status: "withdrawn" })
      .where("id", "=", application)
      .execute();
    expect((await send(body.piece, 0, photograph.subarray(0, piece))).body).toEqual({ code: "not_editable" });
    expect((await begin(photograph)).status).toBe(409);
  });
});

test("what stopped on its way is swept after a day, with its sealed bytes", async () => {
  await sweepAll();
  const { body } = await begin(photograph);
  await send(body.piece, 0, photograph.subarray(0, piece));
  const blobs = async () => {
    const all = await readdir(app.blobFolder, { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile()).length;
  };
  const before = await blobs();
  expect(await sweepUploads({ db: app.database.worker.kysely, blobs: app.blobs })).toBe(0);
  expect(await sweepAll()).toBe(1);
  expect(await countRows()).toEqual({ uploads: 0, pieces: 0 });
  expect(await blobs()).toBe(before - 1);
  expect((await send(body.piece, piece, photograph.subarray(piece))).status).toBe(404);
});

async function sweepAll(): Promise<number> {
  await app.database.owner.kysely
    .updateTable("uploads")
    .set({ touched_at: sql`app_now() - interval '25 hours'` })
    .execute();
  return sweepUploads({ db: app.database.worker.kysely, blobs: app.blobs });
}
