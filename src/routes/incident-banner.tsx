import type { Kysely } from "kysely";
import { paths } from "../paths.ts";
import type { DB } from "../platform/db/generated/schema.ts";
import { listIncidents } from "../registry/status/status.query.ts";
import { Link } from "../ui/link/link.tsx";
import { NotificationBanner } from "../ui/notification-banner/notification-banner.tsx";
import type { Slot } from "../ui/slot.ts";
import type { Visit } from "./route.ts";

/** What staff want everybody to know now, for the top of a page; nothing when all is well. */
export async function incidentBanner(db: Kysely<DB>, { say, language }: Visit): Promise<Slot> {
  const open = await listIncidents(db, "open");
  if (open.length === 0) return undefined;
  return (
    <NotificationBanner titleText={say("status.banner")} role="region">
      {open.map(({ title, text }) => (
        <>
          <p class="govuk-notification-banner__heading">{title[language]}</p>
          <p class="govuk-body">{text[language]}</p>
        </>
      ))}
      <p class="govuk-body">
        <Link href={paths.status}>{say("status.title")}</Link>
      </p>
    </NotificationBanner>
  );
}
