import { paths } from "../../paths.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { removeAuthenticator } from "../../registry/accounts/authenticator.ts";
import { hasSecondFactor, readFactors } from "../../registry/accounts/factors.query.ts";
import { makeRecoveryCodes } from "../../registry/accounts/recovery-codes.ts";
import { listQuestions } from "../../registry/questions/questions.query.ts";
import { findCooling } from "../../registry/recovery/cooling.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { NewCodesPage, SecurityPage } from "./security.page.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";

const dones = {
  authenticator: "account.security.authenticator_done",
  removed: "account.security.removed_done",
  passkey: "account.passkeys.added",
  phone: "account.phone.done",
  email: "account.change_email.done",
  code_on: "account.security.code_on_done",
  code_off: "account.security.code_off_done",
} as const;

/** Only from the address: what an earlier login remembered is no reason to set anything up. */
function askedNext(visit: PersonVisit): string | undefined {
  return visit.url.searchParams.has("next") ? nextOf(visit) : undefined;
}

/** What protects the account beside its password. */
export async function showSecurity(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, session } = visit;
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  return services.draw(
    visit,
    {
      title: say("account.security.title"),
      back: { href: paths.account.home },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <SecurityPage
      visit={visit}
      factors={await readFactors(services.db, session.accountId)}
      sendsTexts={services.sendsTexts}
      questions={await questionsChosen(services, session.accountId)}
      cooling={await findCooling(services.db, session.accountId)}
      next={askedNext(visit)}
    />,
  );
}

/** Undefined where the platform asks no questions. */
async function questionsChosen(services: AccountRouteServices, accountId: string): Promise<boolean | undefined> {
  if (services.asksQuestions !== true) return undefined;
  return (await listQuestions(services.db, accountId)).length > 0;
}

/** Makes new recovery codes and shows them, this once. */
export async function postRecoveryCodes(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (!(await hasSecondFactor(services.db, visit.session.accountId))) return redirect(paths.account.security);
  const codes = await makeRecoveryCodes(services, visit.session);
  return services.draw(
    visit,
    { title: visit.say("account.codes.title"), back: { href: paths.account.security } },
    <NewCodesPage visit={visit} codes={codes} />,
  );
}

/** Staff cannot do without a second factor; they may only put another in its place. */
export async function postRemoveAuthenticator(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (visit.session.staff) throw notAllowed();
  await removeAuthenticator(services, visit.session);
  return redirect(`${paths.account.security}?done=removed`);
}
