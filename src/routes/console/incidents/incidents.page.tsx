import { paths } from "../../../paths.ts";
import type { Incident } from "../../../registry/status/status.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf } from "../moment-fields.tsx";
import { Sections, type Section } from "../sections.tsx";

/** The texts of an incident, in the order in which they are asked. */
export const fields = ["title_id", "text_id", "title_en", "text_en"] as const;
export type IncidentField = (typeof fields)[number];

interface IncidentsProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly open: readonly Incident[];
  readonly institutions: readonly {
    readonly id: string;
    readonly name: { readonly id: string; readonly en: string };
  }[];
  readonly typed: Readonly<Record<IncidentField | "institution", string>>;
  readonly errors: Partial<Readonly<Record<IncidentField, string>>>;
  readonly done: string;
}

/** What is told to everybody now, each with its end, and the form for another. */
export function IncidentsPage(props: IncidentsProps) {
  const { visit, errors } = props;
  const { say } = visit;
  const found = Object.entries(errors);
  const done = (["open", "end"] as const).find((act) => act === props.done);
  return (
    <>
      {done !== undefined && found.length === 0 && (
        <NotificationBanner
          type="success"
          titleText={say("console.success")}
          text={say(`console.incidents.done.${done}`)}
        />
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <Sections say={say} open={props.sections} current="incidents" />
      <h1 class="govuk-heading-l">{say("console.incidents.title")}</h1>
      <p class="govuk-body">
        {say("console.incidents.lead")} <Link href={paths.status}>{say("status.title")}</Link>
      </p>
      <Open {...props} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Form {...props} />
        </div>
      </div>
    </>
  );
}

function Open({ visit, open }: IncidentsProps) {
  const { say, language, csrf } = visit;
  return (
    <section>
      <h2 class="govuk-heading-m">{say("console.incidents.open")}</h2>
      {open.length === 0 && <p class="govuk-body">{say("console.incidents.none")}</p>}
      {open.map(({ id, title, text, openedAt }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            <strong>{title[language]}</strong>
          </p>
          <p class="govuk-body">{text[language]}</p>
          <p class="govuk-body-s">{say("status.from", { from: shortMoment(openedAt, "Asia/Jakarta", language) })}</p>
          <form method="post" action={paths.console.incidents}>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="act" value="end" />
            <input type="hidden" name="incident" value={id} />
            <Button
              classes="govuk-button--secondary"
              preventDoubleClick
              text={
                <>
                  {say("console.incidents.end")}
                  <span class="govuk-visually-hidden">: {title[language]}</span>
                </>
              }
            />
          </form>
        </div>
      ))}
    </section>
  );
}

function Form({ visit, institutions, typed, errors }: IncidentsProps) {
  const { say, language, csrf } = visit;
  return (
    <form method="post" action={paths.console.incidents} novalidate>
      <h2 class="govuk-heading-m">{say("console.incidents.new")}</h2>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="act" value="open" />
      {institutions.length > 1 ? (
        <Select
          name="institution"
          label={{ text: say("console.incidents.institution") }}
          value={typed.institution}
          items={institutions.map(({ id, name }) => ({ value: id, text: name[language] }))}
        />
      ) : (
        <input type="hidden" name="institution" value={institutions[0]?.id ?? ""} />
      )}
      {fields.map((name) => {
        const common = { name, label: { text: say(`console.incidents.${name}`) }, value: typed[name] };
        return name === "title_id" || name === "title_en" ? (
          <Input {...common} autocomplete="off" {...errorOf(say, errors[name])} />
        ) : (
          <Textarea {...common} {...errorOf(say, errors[name])} />
        );
      })}
      <Button text={say("console.incidents.save")} preventDoubleClick />
    </form>
  );
}
