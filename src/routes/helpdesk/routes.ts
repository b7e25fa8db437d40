import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import { anyone, type Route } from "../route.ts";
import { showHelpdesk } from "./landing.tsx";

/** What the helpdesk needs; `db` is a connection of `daftar_web`. */
export interface HelpdeskServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly limits: Limits;
  readonly keyring: Keyring;
  readonly draw: Draw;
}

/** Questions that are answered already, and the way to ask one that is not. */
export function helpdeskRoutes(services: HelpdeskServices): Route[] {
  return [anyone("GET", paths.helpdesk.home, (visit) => showHelpdesk(services, visit))];
}
