import { paths } from "../../paths.ts";
import { listConsents } from "../../registry/consents/consents.query.ts";
import { findCopy } from "../../registry/data-copies/copies.query.ts";
import { listOwnRequests } from "../../registry/rights/own-requests.query.ts";
import { listTrail } from "../../registry/consents/trail.query.ts";
import type { PersonVisit } from "../route.ts";
import { DataPage } from "./data.page.tsx";
import { doneBanner } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";

/** So many traces are on a page. */
const SHOWN = 50;
/** Nobody turns so many pages; the address may say anything. */
const LAST_PAGE = 10_000;

/** Why a copy was not taken on, by the value of `done` in the address. */
const problems = { waiting: "account.data.copy_one", enough: "account.data.copy_enough" } as const;

/** What the person agreed to, and what was done with their data. */
export async function showData(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, session, url } = visit;
  const asked = Number(url.searchParams.get("page") ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1;
  const { accountId } = session;
  const done = url.searchParams.get("done");
  const problem = Object.entries(problems).find(([name]) => name === done);
  // One more than is shown tells whether there is another page.
  const trail = await listTrail(services.db, accountId, { most: SHOWN + 1, passed: (page - 1) * SHOWN });
  return services.draw(
    visit,
    {
      title: say("account.data.title"),
      back: { href: paths.account.home },
      ...(done === "asked" ? { banner: doneBanner(say, "account.data.copy_taken") } : {}),
    },
    <DataPage
      visit={visit}
      copy={await findCopy(services.db, accountId)}
      problem={problem?.[1]}
      requests={await listOwnRequests(services.db, accountId)}
      consents={await listConsents(services.db, accountId)}
      trail={trail.slice(0, SHOWN)}
      page={page}
      older={trail.length > SHOWN}
    />,
  );
}
