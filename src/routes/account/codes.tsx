import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { findChannel } from "../../registry/accounts/code-channels.ts";
import { addCodeFactor, findSentCode, removeCodeFactor, requestCode } from "../../registry/accounts/factor-codes.ts";
import { codeKinds, readFactors, type CodeKind } from "../../registry/accounts/factors.query.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { CodesPage } from "./codes.page.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { codeTyped, readTyped, type Problems } from "./typed.ts";

const SentCode = z.object({ sent_code: codeTyped });

/** Turns codes by letter or by SMS on or off. Staff need something that is harder to take over. */
export async function showCodes(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const kind = kindOf(services, visit.url.searchParams.get("kind"));
  return kind === undefined ? redirect(paths.account.security) : drawCodes(services, visit, kind, {});
}

/** Sends one code, to be sure that codes arrive before they are asked for. */
export async function postSendCodeToAdd(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const kind = postedKind(services, visit);
  if (kind === undefined) return redirect(paths.account.security);
  await requestCode(services, visit.session, { kind, purpose: "add" });
  return redirect(withNext(visit, paths.account.codesOf(kind)));
}

export async function postCodes(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const kind = postedKind(services, visit);
  if (kind === undefined) return redirect(paths.account.security);
  const typed = readTyped(SentCode, visit.form);
  if ("problems" in typed) return drawCodes(services, visit, kind, typed.problems);
  const token = await addCodeFactor(services, visit.session, typed.value.sent_code);
  const wrong: Problems = { sent_code: { key: "account.error.sent_code_wrong" } };
  if (token === undefined) return drawCodes(services, visit, kind, wrong);
  return redirect(nextOf(visit) ?? `${paths.account.security}?done=code_on`, [sessionCookie(token)]);
}

export async function postRemoveCodes(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const kind = codeKinds.find((one) => one === first(visit.form, "kind"));
  if (kind === undefined) return redirect(paths.account.security);
  await removeCodeFactor(services, visit.session, kind);
  return redirect(`${paths.account.security}?done=code_off`);
}

function postedKind(services: AccountRouteServices, visit: PersonVisit): CodeKind | undefined {
  if (visit.session.staff) throw notAllowed();
  return kindOf(services, first(visit.form, "kind"));
}

function kindOf(services: AccountRouteServices, asked: string | null): CodeKind | undefined {
  return codeKinds.find((one) => one === asked && (one === "email" || services.sendsTexts));
}

function withNext(visit: PersonVisit, to: string): string {
  const next = nextOf(visit);
  return next === undefined ? to : `${to}&next=${encodeURIComponent(next)}`;
}

async function drawCodes(
  services: AccountRouteServices,
  visit: PersonVisit,
  kind: CodeKind,
  problems: Problems,
): Promise<Response> {
  const { accountId } = visit.session;
  const sent = await findSentCode(services.db, visit.session);
  return services.draw(
    visit,
    {
      title: visit.say(`account.codes_${kind}.title`),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.security },
    },
    <CodesPage
      visit={visit}
      kind={kind}
      problems={problems}
      to={await findChannel(services, accountId, kind)}
      on={(await readFactors(services.db, accountId)).codes.includes(kind)}
      awaited={(sent?.purpose === "add" && sent.kind === kind) || "sent_code" in problems}
      next={nextOf(visit)}
    />,
  );
}
