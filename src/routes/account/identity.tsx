import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { findFamilyCard } from "../../registry/accounts/family-card.ts";
import { readIdentities } from "../../registry/accounts/identities.query.ts";
import { stateIdentity } from "../../registry/accounts/state-identity.ts";
import { findNikElsewhere, identityIndex } from "../../registry/applications/identity.ts";
import type { Identified } from "../../registry/identifiers/login-name.ts";
import { passportCountries, passportValue } from "../../registry/identifiers/passport.ts";
import type { TextKey } from "../../texts/texts.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { IdentityPage, NikPage, PassportPage } from "./identity.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { oddities, readTypedNumber } from "./typed-number.ts";
import { passportTyped, readTyped, type FieldProblem, type Problems } from "./typed.ts";

/** NIK, family card, passport and registration numbers of the account, hidden in part. */
export async function showIdentity(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, session } = visit;
  const identities = await readIdentities(services.db, services.keyring, session.accountId);
  const familyCard = await findFamilyCard(services.db, services.keyring, session.accountId);
  const { db, keyring } = services;
  const elsewhere =
    identities.nik === undefined
      ? undefined
      : await findNikElsewhere(db, identityIndex(keyring, identities.nik), session.accountId);
  const done = visit.url.searchParams.has("done") ? doneBanner(say, "account.identity.saved") : undefined;
  return services.draw(
    visit,
    {
      title: say("account.identity.title"),
      back: { href: paths.account.home },
      ...(done ? { banner: done } : {}),
    },
    <IdentityPage
      visit={visit}
      identities={identities}
      familyCard={familyCard}
      warnings={warningsOf(services, visit, identities.nik)}
      shared={elsewhere === "shared"}
    />,
  );
}

/** The NIK, to be added or changed. */
export function showNik(services: AccountRouteServices, visit: PersonVisit, problems: Problems = {}): Response {
  return services.draw(
    visit,
    frameOf(visit, "account.nik.title", problems),
    <NikPage visit={visit} problems={problems} />,
  );
}

export async function postNik(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const read = readNik(services, visit);
  if ("problem" in read) return showNik(services, visit, { nik: read.problem });
  const taken = await state(services, visit, { kind: "nik", value: read.value });
  return taken ? showNik(services, visit, { nik: taken }) : redirect(`${paths.account.identity}?done`);
}

/** The passport, to be added or changed. */
export function showPassport(services: AccountRouteServices, visit: PersonVisit, problems: Problems = {}): Response {
  return services.draw(
    visit,
    frameOf(visit, "account.passport.title", problems),
    <PassportPage visit={visit} problems={problems} />,
  );
}

export async function postPassport(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const country = passportCountries.find((code) => code === first(visit.form, "country"));
  const typed = readTyped(z.object({ passport: passportTyped }), visit.form);
  if (country === undefined || "problems" in typed) {
    return showPassport(services, visit, {
      ...(country === undefined ? { country: { key: "account.error.country" } } : {}),
      ...("problems" in typed ? typed.problems : {}),
    });
  }
  const value = passportValue({ country, number: typed.value.passport });
  const taken = await state(services, visit, { kind: "passport", value });
  return taken ? showPassport(services, visit, { passport: taken }) : redirect(`${paths.account.identity}?done`);
}

async function state(
  services: AccountRouteServices,
  visit: PersonVisit,
  stated: Identified & { readonly kind: "nik" | "passport" },
): Promise<FieldProblem | undefined> {
  const outcome = await stateIdentity(services, visit.session, stated);
  return outcome === "done" ? undefined : { key: `account.error.identity_${outcome}` };
}

/** Reads the NIK of a form. */
export function readNik(services: AccountRouteServices, visit: PersonVisit): ReturnType<typeof readTypedNumber> {
  return readTypedNumber(services, visit, "nik");
}

/** What is odd about a NIK without being wrong: a district that is not known. */
function warningsOf(services: AccountRouteServices, { say }: PersonVisit, value: string | undefined): string[] {
  if (value === undefined) return [];
  return oddities(services, value).map(({ code, params }) => say(`field.${code}`, { ...params, label: "NIK" }));
}

function frameOf({ say }: PersonVisit, title: TextKey, problems: Problems) {
  return {
    title: say(title),
    errors: Object.keys(problems).length > 0,
    back: { href: paths.account.identity },
  };
}
