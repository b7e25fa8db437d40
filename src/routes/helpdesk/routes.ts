import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Regions } from "../../program/regions.ts";
import type { Draw } from "../draw.tsx";
import { redirect } from "../respond.ts";
import { anyone, type Route } from "../route.ts";
import { showContacts } from "./contacts.tsx";
import { showGlossary } from "./glossary.tsx";
import { showHelpdesk } from "./landing.tsx";
import { loadCategories } from "../../registry/tickets/category-file.ts";
import { loadContacts } from "../../registry/tickets/contacts-file.ts";
import type { DukcapilOffices } from "../../registry/tickets/dukcapil-file.ts";
import { postVote, showQuestion } from "./question.tsx";
import { showAgain } from "./tickets/again.tsx";
import { postAsk, showAsk } from "./tickets/ask.tsx";
import { showCategories } from "./tickets/categories.tsx";
import { goToTicket, postFile, showFile } from "./tickets/files.tsx";
import { postLookUp, showLookUp } from "./tickets/look-up.tsx";
import { postKeep } from "./tickets/keep.ts";
import { postProveEmail } from "./tickets/prove-email.ts";
import { postRating } from "./tickets/rating.ts";
import { postReply, showTicket } from "./tickets/ticket.tsx";

/** What the helpdesk needs; `db` is a connection of `daftar_web`. */
export interface HelpdeskServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly limits: Limits;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
  readonly draw: Draw;
  readonly regions: Regions;
  readonly dukcapil: DukcapilOffices;
}

/** Questions that are answered already, and the way to ask one that is not. */
export function helpdeskRoutes(services: HelpdeskServices): Route[] {
  const {
    home,
    question,
    vote,
    glossary,
    contacts,
    askWhat,
    ask,
    again,
    tickets,
    ticket,
    rate,
    keep,
    proveEmail,
    attach,
    ticketFile,
  } = paths.helpdesk;
  const asking = { ...services, categories: loadCategories() };
  const institutionContacts = loadContacts();
  return [
    anyone("GET", home, (visit) => showHelpdesk(services, visit)),
    anyone("GET", glossary, (visit) => showGlossary(services, visit)),
    anyone("GET", contacts, (visit) => showContacts({ ...services, contacts: institutionContacts }, visit)),
    anyone("GET", question(":place", ":slug"), (visit) => showQuestion(services, visit)),
    anyone("POST", vote(":place", ":slug"), (visit) => postVote(services, visit)),
    anyone("GET", askWhat, (visit) => showCategories(asking, visit)),
    anyone("GET", ask(":category"), (visit) => showAsk(asking, visit)),
    anyone("POST", ask(":category"), (visit) => postAsk(asking, visit)),
    anyone("GET", again, (visit) => showAgain(asking, visit)),
    anyone("GET", tickets, (visit) => showLookUp(asking, visit)),
    anyone("POST", tickets, (visit) => postLookUp(asking, visit)),
    anyone("GET", ticket(":ticket"), (visit) => showTicket(asking, visit)),
    anyone("POST", ticket(":ticket"), (visit) => postReply(asking, visit)),
    anyone("GET", rate(":ticket"), goToTicket),
    anyone("POST", rate(":ticket"), (visit) => postRating(asking, visit)),
    anyone("GET", keep(":ticket"), goToTicket),
    anyone("POST", keep(":ticket"), (visit) => postKeep(asking, visit)),
    anyone("GET", proveEmail(":ticket"), goToTicket),
    anyone("POST", proveEmail(":ticket"), (visit) => postProveEmail(asking, visit), "secret"),
    anyone("GET", attach(":ticket", ":slot"), goToTicket),
    anyone("POST", attach(":ticket", ":slot"), (visit) => postFile(asking, visit), "upload"),
    anyone("GET", ticketFile(":ticket", ":file", ":page"), (visit) => showFile(asking, visit)),
    anyone("GET", paths.help, () => redirect(home)),
  ];
}
