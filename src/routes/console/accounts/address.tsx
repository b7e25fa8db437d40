import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { readPhone } from "../../../program/fields/phone.ts";
import type { Reach } from "../../../registry/accounts/reach-proof.ts";
import { askForAccount } from "../../../registry/desk/ask.ts";
import { moveKinds } from "../../../registry/desk/services.ts";
import { readEmail } from "../../../registry/identifiers/email.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { AddressPage, moveWords, type AddressErrors } from "./address.page.tsx";
import { askingTyped } from "./asking-fields.tsx";
import { actorOf, getShown, lookupOf, readFacts, readReason } from "./asking.ts";

/** Where each is asked for, and how what was typed is read. */
export const moveForms = {
  email: { path: paths.console.accountEmail, read: readEmail },
  phone: { path: paths.console.accountPhone, read: readMobile },
} as const;

/** Asking for another e-mail address or telephone of an account whose owner lost the old one. */
export function addressRoutes(services: ConsoleServices): Route[] {
  return moveKinds.flatMap((kind) => [
    staff("change_addresses", "GET", moveForms[kind].path(":lookup"), (visit) => show(services, visit, kind, {})),
    staff("change_addresses", "POST", moveForms[kind].path(":lookup"), (visit) => ask(services, visit, kind)),
  ]);
}

/** What can be asked for on this platform: a number is proved by a short message. */
export function movesOf({ sendsTexts }: Pick<ConsoleServices, "sendsTexts">): readonly Reach["kind"][] {
  return moveKinds.filter((kind) => kind === "email" || sendsTexts);
}

async function show(
  services: ConsoleServices,
  visit: StaffVisit,
  kind: Reach["kind"],
  errors: AddressErrors,
): Promise<Response> {
  const { say, form } = visit;
  const account = await getShown(services, visit);
  if (!movesOf(services).includes(kind)) throw notFound();
  return services.draw(
    visit,
    {
      title: say(moveWords[kind].title),
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.account(lookupOf(visit)), text: say("desk.address.back") },
    },
    <AddressPage
      visit={visit}
      kind={kind}
      account={account}
      action={moveForms[kind].path(lookupOf(visit))}
      typed={{ value: first(form, kind), ...askingTyped(visit) }}
      errors={errors}
    />,
  );
}

async function ask(services: ConsoleServices, visit: StaffVisit, kind: Reach["kind"]): Promise<Response> {
  const { say, form } = visit;
  const value = moveForms[kind].read(first(form, kind).slice(0, 300));
  const { paper } = await getShown(services, visit);
  const read = readFacts(visit, paper, true);
  const reason = readReason(visit);
  const errors: AddressErrors = {
    ...(value === undefined ? { [kind]: say(moveWords[kind].error) } : {}),
    ...read.errors,
    ...(reason.error === undefined ? {} : { reason: reason.error }),
  };
  if (value === undefined || Object.keys(errors).length > 0 || !movesOf(services).includes(kind)) {
    return show(services, visit, kind, errors);
  }
  const outcome = await askForAccount(services, {
    ...actorOf(visit),
    lookupId: lookupOf(visit),
    reason: reason.text,
    kind,
    facts: read.facts,
    value,
  });
  if (outcome === "asked") return redirect(`${paths.console.accounts}?done`);
  return show(services, visit, kind, { [outcome === "differs" ? paper : kind]: say(`desk.ask.${outcome}`) });
}

/** A mobile telephone of Indonesia: only there short messages go. */
function readMobile(text: string): string | undefined {
  const phone = readPhone(text);
  return phone?.startsWith("+628") === true ? phone : undefined;
}
