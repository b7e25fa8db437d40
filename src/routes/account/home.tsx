import { getProfile } from "../../registry/accounts/account.query.ts";
import { incidentBanner } from "../incident-banner.tsx";
import type { PersonVisit } from "../route.ts";
import { HomePage, HomeSide } from "./home.page.tsx";
import { listMyApplications } from "./home.query.ts";
import { findPhoto } from "./photo.query.ts";
import type { AccountRouteServices } from "./services.ts";

/** Where everybody lands after login: what they have begun, and the next thing to do about it. */
export async function showHome(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { accountId } = visit.session;
  const [profile, applications, photo, banner] = await Promise.all([
    getProfile(services.db, services.keyring, accountId),
    listMyApplications(services.db, accountId),
    findPhoto(services.db, accountId),
    incidentBanner(services.db, visit),
  ]);
  return services.draw(
    visit,
    { title: visit.say("account.home.title"), banner, layout: "side", side: <HomeSide visit={visit} photo={photo} /> },
    <HomePage visit={visit} name={profile.name} applications={applications} />,
  );
}
