import { paths } from "../../paths.ts";
import { listConsents } from "../../registry/consents/consents.query.ts";
import { listTrail } from "../../registry/consents/trail.query.ts";
import type { PersonVisit } from "../route.ts";
import { DataPage } from "./data.page.tsx";
import type { AccountRouteServices } from "./services.ts";

/** So many traces are on a page. */
const SHOWN = 50;
/** Nobody turns so many pages; the address may say anything. */
const LAST_PAGE = 10_000;

/** What the person agreed to, and what was done with their data. */
export async function showData(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, session, url } = visit;
  const asked = Number(url.searchParams.get("page") ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1;
  const { accountId } = session;
  // One more than is shown tells whether there is another page.
  const trail = await listTrail(services.db, accountId, { most: SHOWN + 1, passed: (page - 1) * SHOWN });
  return services.draw(
    visit,
    { title: say("account.data.title"), back: { href: paths.account.home } },
    <DataPage
      visit={visit}
      consents={await listConsents(services.db, accountId)}
      trail={trail.slice(0, SHOWN)}
      page={page}
      older={trail.length > SHOWN}
    />,
  );
}
