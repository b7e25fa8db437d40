import { sql, type Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { json } from "../respond.ts";
import { anyone, type Route } from "../route.ts";

/** `live` says that the process answers; `ready` that it can also reach its database. */
export function healthRoutes(services: { db: Kysely<DB> }): Route[] {
  return [
    anyone("GET", paths.health.live, () => json({ status: "live" })),
    anyone("GET", paths.health.ready, async () => {
      try {
        await sql`select 1`.execute(services.db);
        return json({ status: "ready", database: "up" });
      } catch {
        return json({ status: "not_ready", database: "down" }, 503);
      }
    }),
  ];
}
