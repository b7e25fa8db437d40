import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { readFactors } from "../../registry/accounts/factors.query.ts";
import { addPasskey, askForPasskey } from "../../registry/passkeys/add.ts";
import { listPasskeys } from "../../registry/passkeys/list.query.ts";
import { removePasskey } from "../../registry/passkeys/remove.ts";
import { deviceWords } from "../../texts/devices.ts";
import { asksJson, json, redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { PasskeysPage } from "./passkeys.page.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { passkeyNameTyped, readTyped } from "./typed.ts";

const Name = z.object({ passkey: passkeyNameTyped });
const PasskeyId = z.uuid();

const dones = {
  added: "account.passkeys.added",
  removed: "account.passkeys.removed",
  renamed: "account.passkeys.renamed",
} as const;

/** The person's passkeys; adding one needs a browser that runs scripts. */
export async function showPasskeys(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  return services.draw(
    visit,
    {
      title: say("account.passkeys.title"),
      back: { href: paths.account.security },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <PasskeysPage
      visit={visit}
      passkeys={await listPasskeys(services, visit.session.accountId)}
      next={visit.url.searchParams.has("next") ? nextOf(visit) : undefined}
      suggested={deviceWords(visit.request.headers.get("user-agent") ?? "", language)}
    />,
  );
}

/** What the browser is to ask the device for, as JSON. */
export async function postAskForPasskey(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (!asksJson(visit.request)) return redirect(paths.account.passkeys);
  return json(await askForPasskey(services, visit.session, visit.csrf));
}

/** The device's answer; says where to go on, or what is wrong in the person's words. */
export async function postAddPasskey(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (!asksJson(visit.request)) return redirect(paths.account.passkeys);
  const typed = readTyped(Name, visit.form);
  if ("problems" in typed) return json({ code: "name", message: visit.say("account.passkeys.name_wrong") }, 422);
  const token = await addPasskey(services, visit.session, {
    response: first(visit.form, "response"),
    name: typed.value.passkey,
    browser: visit.csrf,
  });
  if (token === undefined) return json({ code: "passkey", message: visit.say("account.passkeys.failed") }, 422);
  const next = first(visit.form, "next") === "" ? undefined : nextOf(visit);
  return json({ to: next ?? `${paths.account.passkeys}?done=added` }, 200, { "set-cookie": sessionCookie(token) });
}

/** Staff keep one second factor at least. */
export async function postRemovePasskey(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const id = PasskeyId.safeParse(first(visit.form, "passkey"));
  if (!id.success) return redirect(paths.account.passkeys);
  const { authenticator, passkeys } = await readFactors(services.db, visit.session.accountId);
  if (visit.session.staff && !authenticator && passkeys < 2) throw notAllowed();
  await removePasskey(services, visit.session, id.data);
  return redirect(`${paths.account.passkeys}?done=removed`);
}
