import { paths } from "../../../paths.ts";
import type { OpenRequest } from "../../../registry/desk/request.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import { ZONE } from "./facts.tsx";

export const answersGiven = ["confirmed", "refused"] as const;

interface RequestsPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly requests: readonly OpenRequest[];
  /** What was decided just now. */
  readonly done: (typeof answersGiven)[number] | undefined;
}

/** Everything that waits for a second officer. */
export function RequestsPage({ visit, sections, requests, done }: RequestsPageProps) {
  const { say, language } = visit;
  return (
    <>
      {done && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say(`desk.requests.${done}`)} />
      )}
      <Sections say={say} open={sections} current="requests" />
      <h1 class="govuk-heading-l">{say("desk.requests.title")}</h1>
      <p class="govuk-body">{say("desk.requests.text")}</p>
      {requests.length === 0 ? (
        <EmptyState title={say("desk.requests.empty_title")} text={say("desk.requests.empty")} />
      ) : (
        <Table
          caption={say("desk.requests.caption", { count: requests.length })}
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          stacked
          head={(["what", "asker", "since"] as const).map((column) => ({
            text: say(`desk.requests.column_${column}`),
          }))}
          rows={requests.map((request) => [
            {
              text: <Link href={paths.console.accountRequest(request.id)}>{say(`desk.ask.kind_${request.kind}`)}</Link>,
            },
            {
              text:
                request.askedBy === visit.session.accountId
                  ? `${request.asker} (${say("desk.requests.you")})`
                  : request.asker,
            },
            { text: shortMoment(request.askedAt, ZONE, language) },
          ])}
        />
      )}
    </>
  );
}
