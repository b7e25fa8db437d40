import { openStage } from "./bench/stage.ts";
import { connect } from "./src/platform/db/connect.ts";
import { CompiledQuery } from "kysely";
const stage = await openStage();
const db = connect({ url: stage.databaseUrl, role: "daftar_web", max: 10 });
const text = "select app_now() as now, $1::text as x";
const ways = { kysely: () => db.kysely.executeQuery(CompiledQuery.raw(text, ["a"])), unsafe: () => db.sql.unsafe(text, ["a"], { prepare: true }) };
for (let r = 0; r < 3; r++) for (const [name, f] of Object.entries(ways)) {
  const c = process.cpuUsage(), t = performance.now(); const n = 1000;
  await Promise.all(Array.from({ length: 32 }, async () => { for (let i = 0; i < n; i++) await f(); }));
  const u = process.cpuUsage(c); console.log(name, "cpu", ((u.user + u.system) / n / 32).toFixed(1), "wall", ((performance.now() - t) * 1000 / n / 32).toFixed(1));
}
await db.close(); await stage.ends.close();
