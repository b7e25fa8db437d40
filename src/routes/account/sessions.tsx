import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { endOtherSessions, endOwnSession } from "../../registry/sessions/end-own.ts";
import { forgetDevice, listRemembered } from "../../registry/accounts/remembered-devices.ts";
import { listLogins } from "../../registry/sessions/list-sessions.query.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { deviceCookie } from "./device-cookie.ts";
import { doneBanner } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { SessionsPage } from "./sessions.page.tsx";

const SessionId = z.uuid();

const dones = {
  one: "account.sessions.ended_one",
  others: "account.sessions.ended_others",
  forgotten: "account.remembered.forgotten",
} as const;

/** Where the person is signed in, and from where they were. */
export async function showSessions(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say } = visit;
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  return services.draw(
    visit,
    {
      title: say("account.sessions.title"),
      back: { href: paths.account.home },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <SessionsPage
      visit={visit}
      logins={await listLogins(services, visit.session)}
      remembered={await listRemembered(services, visit.session.accountId)}
      places={services.places}
    />,
  );
}

/** Signs one other browser out, or all others. */
export async function postEndSession(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const id = SessionId.safeParse(first(visit.form, "session"));
  if (id.success) {
    await endOwnSession(services.db, visit.session, id.data);
    return redirect(`${paths.account.sessions}?done=one`);
  }
  if (first(visit.form, "session") !== "others") return redirect(paths.account.sessions);
  const owner = await endOtherSessions(services.db, visit.session);
  return redirect(`${paths.account.sessions}?done=others`, [deviceCookie(services.keyring, visit, owner)]);
}

/** Lets a device do without the second factor no longer; it stays signed in. */
export async function postForgetDevice(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const id = z.uuid().safeParse(first(visit.form, "device"));
  if (!id.success) return redirect(paths.account.sessions);
  await forgetDevice(services.db, visit.session, id.data);
  return redirect(`${paths.account.sessions}?done=forgotten`);
}
