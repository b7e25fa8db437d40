import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import type { Retention } from "../../../registry/tickets/retention.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf } from "../moment-fields.tsx";
import { Sections, type Section } from "../sections.tsx";

interface RetentionPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly retentions: readonly Retention[];
  /** Names of people by their account. */
  readonly names: ReadonlyMap<string, string>;
  /** Institutions whose retention this person may set. */
  readonly settable: readonly string[];
  /** What is wrong with the number that was sent. */
  readonly error: string | undefined;
}

/** How long each institution keeps its tickets, with the form of those who may say so. */
export function RetentionPage(props: RetentionPageProps) {
  const { visit, sections, retentions, settable, error } = props;
  const { say, language, url } = visit;
  const wrong = settable.includes(first(visit.form, "institution")) ? first(visit.form, "institution") : settable[0];
  return (
    <>
      {error !== undefined && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: `#${fieldOf(props, wrong)}`, text: error }]}
        />
      )}
      {url.searchParams.has("done") && error === undefined && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("ticket_retention.saved")} />
      )}
      <Sections say={say} open={sections} current="retention" />
      <h1 class="govuk-heading-l">{say("ticket_retention.title")}</h1>
      <p class="govuk-body">{say("ticket_retention.lead")}</p>
      {retentions.map((retention) => (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{retention.name[language]}</h2>
          <Kept {...props} retention={retention} />
          {settable.includes(retention.institutionId) && (
            <RetentionForm
              {...props}
              retention={retention}
              error={retention.institutionId === wrong ? error : undefined}
            />
          )}
        </section>
      ))}
    </>
  );
}

function Kept({ visit, names, retention }: RetentionPageProps & { readonly retention: Retention }) {
  const { say, language } = visit;
  const { months, set, zone } = retention;
  const setBy = set && { name: names.get(set.by) ?? "", at: shortMoment(set.at, zone, language) };
  const rows = {
    kept: say("ticket_retention.now", { months }),
    set: setBy ? say("ticket_retention.set_by", setBy) : say("ticket_retention.by_default"),
  };
  return (
    <SummaryList
      rows={(["kept", "set"] as const).map((row) => ({
        key: { text: say(`ticket_retention.row.${row}`) },
        value: { text: rows[row] },
      }))}
    />
  );
}

function RetentionForm(props: RetentionPageProps & { readonly retention: Retention }) {
  const { visit, retention, error } = props;
  const { say } = visit;
  const { institutionId, months } = retention;
  return (
    <form method="post" action={paths.console.ticketRetention} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="institution" value={institutionId} />
      <Input
        id={fieldOf(props, institutionId)}
        name="months"
        inputmode="numeric"
        classes="govuk-input--width-3"
        autocomplete="off"
        label={{ text: say("ticket_retention.months") }}
        hint={{ text: say("ticket_retention.months_hint") }}
        value={error === undefined ? String(months) : first(visit.form, "months")}
        {...errorOf(say, error)}
      />
      <Button text={say("ticket_retention.save")} preventDoubleClick />
    </form>
  );
}

/** The id of the field of an institution: each has a form of its own on the page. */
function fieldOf({ settable }: RetentionPageProps, institutionId: string | undefined): string {
  const at = settable.indexOf(institutionId ?? "");
  return at <= 0 ? "months" : `months-${at}`;
}
