import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { findChannel, masked } from "../../registry/accounts/code-channels.ts";
import { askPhoneProof, findPhoneProof, provePhone } from "../../registry/accounts/phone-proof.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { nextOf } from "./login.tsx";
import { PhonePage } from "./phone.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { codeTyped, phoneTyped, readTyped, type Problems } from "./typed.ts";

const Phone = z.object({ phone: phoneTyped });
const NewOnly = z.object({ sent_code: codeTyped });
const Both = z.object({ old_code: codeTyped, sent_code: codeTyped });

/** The telephone of the account: its own when a code that was sent to it comes back. */
export async function showPhone(
  services: AccountRouteServices,
  visit: PersonVisit,
  problems: Problems = {},
): Promise<Response> {
  const present = await findChannel(services, visit.session.accountId, "sms");
  const asksAnew = "phone" in problems || visit.url.searchParams.has("other");
  return services.draw(
    visit,
    {
      title: visit.say("account.phone.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.security },
    },
    <PhonePage
      visit={visit}
      problems={problems}
      sendsTexts={services.sendsTexts}
      present={present === undefined ? undefined : masked("sms", present)}
      proof={asksAnew ? undefined : await findPhoneProof(services, visit.session)}
      next={nextOf(visit)}
    />,
  );
}

/** Sends the codes. */
export async function postPhone(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Phone, visit.form);
  if ("problems" in typed) return showPhone(services, visit, typed.problems);
  if (services.sendsTexts) await askPhoneProof(services, visit.session, typed.value.phone);
  const next = nextOf(visit);
  return redirect(next === undefined ? paths.account.phone : paths.account.phoneThenGo(next));
}

export async function postProvePhone(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const proof = await findPhoneProof(services, visit.session);
  if (!proof) return showPhone(services, visit, { phone: { key: "account.error.sent_code_wrong" } });
  const typed = readTyped(proof.needsOld ? Both : NewOnly, visit.form);
  if ("problems" in typed) return showPhone(services, visit, typed.problems);
  const outcome = await provePhone(services, visit.session, {
    code: typed.value.sent_code,
    oldCode: first(visit.form, "old_code").replace(/[\s-]/g, ""),
  });
  if (outcome === "taken") return showPhone(services, visit, { phone: { key: "account.error.phone_taken" } });
  if (outcome === "wrong") {
    const still = await findPhoneProof(services, visit.session);
    return showPhone(services, visit, { [still ? "sent_code" : "phone"]: { key: "account.error.sent_code_wrong" } });
  }
  return redirect(nextOf(visit) ?? `${paths.account.security}?done=phone`);
}
