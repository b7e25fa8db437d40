import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { findChannel, masked } from "../../registry/accounts/code-channels.ts";
import {
  askReachProof,
  findReachProof,
  proveReach,
  type Reach,
  type ReachProof,
} from "../../registry/accounts/reach-proof.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { nextOf } from "./login.tsx";
import { fieldOf, ReachPage, textsOf } from "./reach.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { codeTyped, emailTyped, phoneTyped, readTyped, type Problems } from "./typed.ts";

const NewOnly = z.object({ sent_code: codeTyped });
const Both = z.object({ old_code: codeTyped, sent_code: codeTyped });

/**
 * The address or the telephone of the account: its own when a code that was sent there comes back. `found` is what is
 * being proved where that was read already: another post may use it up meanwhile, and the message would miss its field.
 */
export async function showReach(
  services: AccountRouteServices,
  visit: PersonVisit,
  kind: Reach["kind"],
  problems: Problems = {},
  found?: ReachProof,
): Promise<Response> {
  const channel = kind === "email" ? "email" : "sms";
  const present = await findChannel(services, visit.session.accountId, channel);
  const asksAnew = fieldOf[kind] in problems || visit.url.searchParams.has("other");
  return services.draw(
    visit,
    {
      title: visit.say(textsOf[kind].title),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.security },
    },
    <ReachPage
      visit={visit}
      kind={kind}
      problems={problems}
      sends={kind === "email" || services.sendsTexts}
      present={present === undefined ? undefined : masked(channel, present)}
      proof={asksAnew ? undefined : (found ?? (await findReachProof(services, visit.session, kind)))}
      next={nextOf(visit)}
    />,
  );
}

/** Sends the codes. */
export async function postReach(
  services: AccountRouteServices,
  visit: PersonVisit,
  kind: Reach["kind"],
): Promise<Response> {
  const typed = kind === "email" ? readNewEmail(visit) : readPhoneForm(visit);
  if ("problems" in typed) return showReach(services, visit, kind, typed.problems);
  if (kind === "email" || services.sendsTexts) {
    await askReachProof(services, visit.session, { kind, value: typed.value });
  }
  const next = nextOf(visit);
  const { page } = textsOf[kind];
  return redirect(next === undefined ? page : `${page}?next=${encodeURIComponent(next)}`);
}

export async function postProveReach(
  services: AccountRouteServices,
  visit: PersonVisit,
  kind: Reach["kind"],
): Promise<Response> {
  const again = (
    name: string,
    key: "account.error.sent_code_wrong" | (typeof textsOf)[Reach["kind"]]["taken"],
    found?: ReachProof,
  ) => showReach(services, visit, kind, { [name]: { key } }, found);
  const proof = await findReachProof(services, visit.session, kind);
  if (!proof) return again(fieldOf[kind], "account.error.sent_code_wrong");
  const typed = readTyped(proof.needsOld ? Both : NewOnly, visit.form);
  if ("problems" in typed) return showReach(services, visit, kind, typed.problems, proof);
  const outcome = await proveReach(services, visit.session, {
    kind,
    code: typed.value.sent_code,
    oldCode: first(visit.form, "old_code").replace(/[\s-]/g, ""),
  });
  if (outcome === "taken") return again(fieldOf[kind], textsOf[kind].taken);
  if (outcome === "wrong") {
    const still = await findReachProof(services, visit.session, kind);
    return again(still ? "sent_code" : fieldOf[kind], "account.error.sent_code_wrong", still);
  }
  return redirect(nextOf(visit) ?? `${paths.account.security}?done=${kind}`);
}

type Read = { readonly value: string } | { readonly problems: Problems };

function readNewEmail(visit: PersonVisit): Read {
  const typed = readTyped(z.object({ new_email: emailTyped }), visit.form);
  return "problems" in typed ? typed : { value: typed.value.new_email };
}

function readPhoneForm(visit: PersonVisit): Read {
  const typed = readTyped(z.object({ phone: phoneTyped }), visit.form);
  return "problems" in typed ? typed : { value: typed.value.phone };
}
