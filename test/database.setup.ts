import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../src/platform/db/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database that every test database is a copy of. */
    templateUrl: string;
  }
}

/** One throwaway cluster for the whole run, with the template migrated once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "daftar-test-"));
  const cluster = await startEmbedded({ dataDir: join(folder, "postgres"), throwaway: true });
  await migrate(cluster.url).catch(async (error: unknown) => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  project.provide("templateUrl", cluster.url);
  return async () => {
    const left = await listForgotten(cluster.url);
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`These tests did not close their test database: ${left.join(", ")}`);
  };
}

async function listForgotten(url: string): Promise<readonly string[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ file: string }[]>`
    select coalesce(shobj_description(oid, 'pg_database'), datname) as file
    from pg_database where datname like 'test\_%' order by 1`;
  await sql.end();
  return rows.map(({ file }) => file);
}
