import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "./connect.ts";
import { startEmbedded } from "./embedded.ts";

// mkdtemp makes the directory 0700: as root, this is the closed directory no other user can enter.
const folder = mkdtempSync(join(tmpdir(), "daftar-embedded-"));
chmodSync(folder, 0o700);
const dataDir = join(folder, "postgres");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("starts below a closed directory, keeps what was committed, and leaves nothing running", async () => {
  const first = await startEmbedded({ dataDir });
  await query(first.url, "create table kept as select 42 as answer");
  await first.stop();
  expect(existsSync(join(dataDir, "postmaster.pid"))).toBe(false);

  const second = await startEmbedded({ dataDir });
  expect(await query(second.url, "select answer, current_user as name from kept")).toEqual([
    { answer: 42, name: "daftar" },
  ]);
  expect(await query(second.url, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
    { rolsuper: false },
  ]);
  await second.stop();
});

test("a second start on the same data directory says that the first one runs", async () => {
  const running = await startEmbedded({ dataDir });
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `already runs on this data directory (process ${process.pid})`,
  );
  await running.stop();
});

test("a stale postmaster.pid that names another program's process does not prevent a start", async () => {
  writeFileSync(join(dataDir, "postmaster.pid"), `${process.pid}\n${dataDir}\n`);
  await (await startEmbedded({ dataDir })).stop();
});

test("after kill -9 the next start keeps the data, and PostgreSQL does not outlive its owner", async () => {
  const child = spawnOwner();
  const [url] = (await once(child.stdout ?? child, "data")).map((chunk) => String(chunk).trim());
  await query(url ?? "", "insert into kept values (43)");
  child.kill("SIGKILL");
  await once(child, "exit");

  const next = await startEmbedded({ dataDir });
  expect(await query(next.url, "select answer from kept order by 1")).toEqual([{ answer: 42 }, { answer: 43 }]);
  await next.stop();
});

function spawnOwner(): ChildProcess {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "embedded.ts"))};
    console.log((await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })).url);
    setInterval(() => undefined, 1000);`;
  const args = ["--input-type=module-typescript", "--eval", script];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

async function query(url: string, text: string): Promise<unknown[]> {
  const database = connect({ url, max: 1 });
  const rows = await database.sql.unsafe(text);
  await database.close();
  return [...rows];
}
