import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { releaseClaim, staleAfterHours } from "../../../registry/reviews/bulk-release.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readRound } from "../note.ts";
import { Sections, sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { span } from "../times.ts";
import { listClaims, type ClaimRow } from "./claims.query.ts";

/** Who holds what, and giving it back in a colleague's stead. */
export function claimRoutes(services: ConsoleServices): Route[] {
  return [
    staff("manage_claims", "GET", paths.console.claims, async (visit) => {
      const { say } = visit;
      const roles = await listStaffRoles(services.db, visit.session.accountId);
      const claims = await withStaff(services.db, visit.institutions, (trx) => listClaims(trx, services.keyring));
      return services.draw(
        visit,
        { title: say("console.claims.title"), area: say("console.area"), layout: "full" },
        <>
          {visit.url.searchParams.get("done") === "released" && (
            <NotificationBanner
              type="success"
              titleText={say("console.success")}
              text={say("console.claims.released")}
            />
          )}
          <Sections say={say} open={sectionsOf(roles)} current="claims" />
          <h1 class="govuk-heading-l">{say("console.claims.title")}</h1>
          <p class="govuk-body">{say("console.claims.text", { hours: staleAfterHours })}</p>
          {claims.rows.length === 0 ? (
            <EmptyState title={say("console.claims.empty.title")} text={say("console.claims.empty.text")} />
          ) : (
            <Table
              caption={say("console.claims.caption", { count: claims.count })}
              captionClasses="govuk-table__caption--s"
              firstCellIsHeader
              stacked
              head={(["number", "holder", "since", "action"] as const).map((column) => ({
                text: say(`console.claims.column.${column}`),
              }))}
              rows={claims.rows.map((row) => [
                { text: row.number },
                { text: row.holder === "" ? say("console.unnamed") : row.holder },
                {
                  text: (
                    <>
                      {say("console.age", { span: span(claims.now.getTime() - row.since.getTime(), say) })}
                      <br />
                      <span class="govuk-hint">{shortMoment(row.since, row.zone, visit.language)}</span>
                    </>
                  ),
                },
                { text: <ReleaseForm visit={visit} row={row} /> },
              ])}
            />
          )}
        </>,
      );
    }),
    staff("manage_claims", "POST", paths.console.releaseClaim, async (visit) => {
      await releaseClaim(services.db, {
        applicationId: first(visit.form, "application"),
        institutions: visit.institutions,
        actorId: visit.session.accountId,
        round: readRound(visit.form),
      });
      return redirect(`${paths.console.claims}?done=released`);
    }),
  ];
}

function ReleaseForm({ visit, row }: { readonly visit: StaffVisit; readonly row: ClaimRow }) {
  const { say } = visit;
  return (
    <form method="post" action={paths.console.releaseClaim}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="application" value={row.id} />
      <input type="hidden" name="round" value={String(row.round)} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {say("console.claims.release")}
        <span class="govuk-visually-hidden">
          {" "}
          {say("console.claims.release_of", { number: row.number, name: row.holder })}
        </span>
      </Button>
    </form>
  );
}
