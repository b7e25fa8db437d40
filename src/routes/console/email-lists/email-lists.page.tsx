import { paths } from "../../../paths.ts";
import type { EmailLists } from "../../../registry/email-lists/lists.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf } from "../moment-fields.tsx";
import { Sections, type Section } from "../sections.tsx";
import type { ListErrors, TypedLists } from "./email-lists-form.ts";

interface Props {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly lists: readonly EmailLists[];
  /** The programs of any institution that ask for a personal address. */
  readonly programs: readonly ListedProgram[];
  /** Names of people by their account. */
  readonly names: ReadonlyMap<string, string>;
  /** Institutions whose lists this person may set. */
  readonly settable: readonly string[];
  /** What was sent and refused. */
  readonly typed: TypedLists | undefined;
  readonly errors: ListErrors;
}

type Of = Props & { readonly list: EmailLists };

const fields = ["allow", "deny"] as const;

/** Which e-mail domains each institution takes for personal, with the form of those who may say so. */
export function EmailListsPage(props: Props) {
  const { visit, sections, lists, settable, typed, errors } = props;
  const { say, language, url } = visit;
  const found = fields.flatMap((field) => (errors[field] === undefined ? [] : [{ field, text: errors[field] }]));
  return (
    <>
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(({ field, text }) => ({
            href: `#${fieldId(props, typed?.institution ?? "", field)}`,
            text,
          }))}
        />
      )}
      {url.searchParams.has("done") && found.length === 0 && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("email_lists.saved")} />
      )}
      <Sections say={say} open={sections} current="email_lists" />
      <h1 class="govuk-heading-l">{say("email_lists.title")}</h1>
      <p class="govuk-body">{say("email_lists.lead")}</p>
      <p class="govuk-body">{say("email_lists.holds")}</p>
      {lists.map((list) => (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{list.name[language]}</h2>
          <Standing {...props} list={list} />
          {settable.includes(list.institutionId) && <ListsForm {...props} list={list} />}
        </section>
      ))}
    </>
  );
}

/** Where the lists count, and who set them; for those who may not change them, the lists themselves. */
function Standing({ visit, programs, names, settable, list }: Of) {
  const { say, language } = visit;
  const { institutionId, set, zone } = list;
  const own = programs.filter((program) => program.institutionId === institutionId);
  const setBy = set && {
    name: (set.by === null ? undefined : names.get(set.by)) ?? say("email_lists.demonstration"),
    at: shortMoment(set.at, zone, language),
  };
  const shown = {
    used: own.map(({ compiled }) => compiled.program.title[language]).join(", ") || say("email_lists.no_program"),
    set: setBy ? say("ticket_retention.set_by", setBy) : say("email_lists.never_set"),
    allow: list.allow.join(", ") || say("email_lists.empty"),
    deny: list.deny.join(", ") || say("email_lists.empty"),
  };
  const rows = settable.includes(institutionId) ? (["used", "set"] as const) : (["used", "set", ...fields] as const);
  return (
    <SummaryList
      rows={rows.map((row) => ({ key: { text: say(`email_lists.row.${row}`) }, value: { text: shown[row] } }))}
    />
  );
}

function ListsForm(props: Of) {
  const { visit, list, typed, errors } = props;
  const { say } = visit;
  const { institutionId, set } = list;
  const refused = typed?.institution === institutionId ? typed : undefined;
  return (
    <form method="post" action={paths.console.emailLists} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="institution" value={institutionId} />
      <input type="hidden" name="seen" value={set?.id ?? ""} />
      {fields.map((field) => (
        <Textarea
          id={fieldId(props, institutionId, field)}
          name={field}
          rows={6}
          spellcheck={false}
          autocomplete="off"
          label={{ text: say(`email_lists.${field}`), classes: "govuk-label--s" }}
          hint={{ text: say(`email_lists.${field}_hint`) }}
          value={refused ? refused[field] : list[field].join("\n")}
          {...errorOf(say, refused && errors[field])}
        />
      ))}
      <Button text={say("email_lists.save")} preventDoubleClick />
    </form>
  );
}

/** The id of a field of an institution: each has a form of its own on the page. */
function fieldId({ settable }: Props, institutionId: string, field: "allow" | "deny"): string {
  const at = settable.indexOf(institutionId);
  return at <= 0 ? field : `${field}-${at}`;
}
