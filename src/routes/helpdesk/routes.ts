import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import { redirect } from "../respond.ts";
import { anyone, type Route } from "../route.ts";
import { showContacts } from "./contacts.tsx";
import { showGlossary } from "./glossary.tsx";
import { showHelpdesk } from "./landing.tsx";
import { postVote, showQuestion } from "./question.tsx";

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
  const { home, question, vote, glossary, contacts } = paths.helpdesk;
  return [
    anyone("GET", home, (visit) => showHelpdesk(services, visit)),
    anyone("GET", glossary, (visit) => showGlossary(services, visit)),
    anyone("GET", contacts, (visit) => showContacts(services, visit)),
    anyone("GET", question(":place", ":slug"), (visit) => showQuestion(services, visit)),
    anyone("POST", vote(":place", ":slug"), (visit) => postVote(services, visit)),
    anyone("GET", paths.help, () => redirect(home)),
  ];
}
