import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { getLookedUp, type DeskAccount } from "../../../registry/desk/account.query.ts";
import type { Facts } from "../../../registry/desk/facts.ts";
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
  needed: boolean,
): { readonly facts: Facts; readonly errors: Partial<Readonly<Record<"nik" | "number", string>>> } {
  const nik = first(form, "nik")
    .slice(0, 100)
    .replaceAll(/[\s.-]/g, "");
  const number = readNumber(first(form, "number").slice(0, 100));
  const isWanted = (name: "nik" | "number") => needed || first(form, name) !== "";
  return {
    facts: { nik, number: number ?? "" },
    errors: {
      ...(isWanted("nik") && !/^[0-9]{16}$/.test(nik) ? { nik: say("desk.ask.error_nik") } : {}),
      ...(isWanted("number") && number === undefined ? { number: say("desk.ask.error_number") } : {}),
    },
  };
}

/** The reason, which nobody may leave out. */
export function readReason({ say, form }: StaffVisit): { readonly text: string; readonly error: string | undefined } {
  const reason = readNote(form, "reason", say);
  return { text: reason.text, error: reason.error ?? (reason.text === "" ? say("desk.ask.error_reason") : undefined) };
}
