import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
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

test("a PostgreSQL that was killed with all its processes runs again at the same address, with what was committed", async () => {
  const told: string[] = [];
  const running = await startEmbedded({ dataDir, report: (what) => told.push(what) });
  await query(running.url, "insert into kept values (44)");
  const postmaster = postmasterOf(dataDir);
  for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(told).toContain("PostgreSQL runs again"), { timeout: 30_000 });
  expect(await query(running.url, "select answer from kept order by 1")).toEqual(
    [42, 43, 44].map((answer) => ({ answer })),
  );
  await running.stop();
});

test("a backend that outlives its postmaster is ended before another PostgreSQL opens the same files", async () => {
  const told: string[] = [];
  const running = await startEmbedded({ dataDir, report: (what) => told.push(what) });
  const database = connect({ url: running.url, max: 1 });
  const [backend] = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  // Reckons for minutes, and looks at nothing meanwhile that would tell it of the death.
  const busy = database.sql`select count(*) from generate_series(1, 1000000000)`.catch(() => "broken");
  const postmaster = postmasterOf(dataDir);
  await vi.waitFor(() => expect(childrenOf(postmaster)).toContain(backend?.pid));
  process.kill(postmaster, "SIGKILL");
  await vi.waitFor(() => expect(told).toContain("PostgreSQL runs again"), { timeout: 30_000 });
  expect(worksStill(backend?.pid ?? 0)).toBe(false);
  expect(await busy).toBe("broken");
  await database.sql.end({ timeout: 0 });
  expect(await query(running.url, "select count(*)::int as rows from kept")).toEqual([{ rows: 3 }]);
  await running.stop();
});

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** A dead process whom nobody buried stays in the list as a zombie, without its program. */
function worksStill(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

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
