import { first } from "../../../platform/http/form.ts";
import { readDate } from "../../../program/fields/calendar.ts";
import { notFound } from "../../../platform/refusals.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { getLookedUp, type DeskAccount } from "../../../registry/desk/account.query.ts";
import type { Facts, PaperFact } from "../../../registry/desk/facts.ts";
import { readNumber } from "../../../registry/identifiers/login-name.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import type { StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";

/** Who asks, and where they may. */
export function actorOf(visit: StaffVisit) {
  return { actorId: visit.session.accountId, institutions: visit.institutions };
}

/** The look that the address names. Throws (404) for what is none. */
export function lookupOf(visit: StaffVisit): string {
  const id = visit.params["lookup"] ?? "";
  if (!isUuid(id)) throw notFound();
  return id;
}

/** The account that this visitor looked up. */
export function getShown(services: ConsoleServices, visit: StaffVisit): Promise<DeskAccount> {
  const look = { id: lookupOf(visit), actorId: visit.session.accountId };
  return withStaff(services.db, visit.institutions, (trx) => getLookedUp(trx, services, look));
}

/** The two facts from the papers; where they are not `needed` only what is typed must be well formed. */
export function readFacts(
  { say, form }: StaffVisit,
  fact: PaperFact,
  needed: boolean,
): { readonly facts: Facts; readonly errors: Partial<Readonly<Record<PaperFact | "number", string>>> } {
  const value = paperReaders[fact](first(form, fact).slice(0, 100));
  const number = readNumber(first(form, "number").slice(0, 100));
  const isWanted = (name: PaperFact | "number") => needed || first(form, name) !== "";
  return {
    facts: { paper: { fact, value: value ?? "" }, number: number ?? "" },
    errors: {
      ...(isWanted(fact) && value === undefined ? { [fact]: say(`desk.ask.error_${fact}`) } : {}),
      ...(isWanted("number") && number === undefined ? { number: say("desk.ask.error_number") } : {}),
    },
  };
}

/** How each is read as it is copied from a card. */
const paperReaders = { nik: readSixteen, birth_date: readDate } as const satisfies Record<
  PaperFact,
  (text: string) => string | undefined
>;

function readSixteen(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.-]/g, "");
  return /^[0-9]{16}$/.test(digits) ? digits : undefined;
}

/** The reason, which nobody may leave out. */
export function readReason({ say, form }: StaffVisit): { readonly text: string; readonly error: string | undefined } {
  const reason = readNote(form, "reason", say);
  return { text: reason.text, error: reason.error ?? (reason.text === "" ? say("desk.ask.error_reason") : undefined) };
}
