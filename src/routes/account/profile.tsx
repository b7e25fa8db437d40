import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { getProfile } from "../../registry/accounts/account.query.ts";
import { changeProfile } from "../../registry/accounts/change-profile.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { findPhoto } from "./photo.query.ts";
import { ProfilePage } from "./profile.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { languageTyped, nameTyped, readTyped, type Problems } from "./typed.ts";

const Profile = z.object({ name: nameTyped, language: languageTyped });

/** Largest photo that is taken. */
export const photoBytes = 5 * 1024 * 1024;

/** What the page may say was done, by the value of `done` in its address. */
const dones = {
  saved: "account.profile.saved",
  photo: "account.photo.stored",
  photo_removed: "account.photo.removed",
} as const;

/** Where a post ends: the page with a banner that says what was done. */
export function profileAfter(done: keyof typeof dones): string {
  return `${paths.account.profile}?done=${done}`;
}

export async function showProfile(
  services: AccountRouteServices,
  visit: PersonVisit,
  problems: Problems = {},
): Promise<Response> {
  const { say } = visit;
  const profile = await getProfile(services.db, services.keyring, visit.session.accountId);
  const photo = await findPhoto(services.db, visit.session.accountId);
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  const posted = "name" in visit.form;
  return services.draw(
    visit,
    {
      title: say("account.profile.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.home },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <ProfilePage
      visit={visit}
      profile={profile}
      typed={posted ? { name: first(visit.form, "name"), language: first(visit.form, "language") } : profile}
      photo={photo}
      problems={problems}
      photoBytes={photoBytes}
    />,
  );
}

export async function postProfile(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Profile, visit.form);
  if ("problems" in typed) return showProfile(services, visit, typed.problems);
  await changeProfile(services.db, services.keyring, visit.session.accountId, typed.value);
  return redirect(profileAfter("saved"));
}
