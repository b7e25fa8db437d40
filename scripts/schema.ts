import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../src/platform/db/connect.ts";
import { startEmbedded } from "../src/platform/db/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { writeSql } from "./schema/write-sql.ts";
import { writeTypes } from "./schema/write-types.ts";

// Writes `schema.sql` and Kysely's types from a database that was migrated from nothing, never from one in use.
const root = join(import.meta.dirname, "..");
const folder = await mkdtemp(join(tmpdir(), "daftar-schema-"));
const cluster = await startEmbedded({ dataDir: join(folder, "postgres"), throwaway: true });
try {
  await migrate(cluster.url);
  const database = connect({ url: cluster.url, max: 1 });
  try {
    writeFileSync(join(root, "schema.sql"), await writeSql(database.sql));
    writeFileSync(join(root, "src/platform/db/generated/schema.ts"), await writeTypes(database.sql));
  } finally {
    await database.close();
  }
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
