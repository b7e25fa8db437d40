import { paths } from "../../../paths.ts";
import { readMarkdown } from "../../../platform/markdown.ts";
import { inLanguage } from "../../../program/definition.ts";
import { categories } from "../../../registry/faq/categories.ts";
import type { FaqEntry } from "../../../registry/faq/entry.query.ts";
import type { ListedFaq } from "../../../registry/faq/staff.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Prose } from "../../../ui/prose/prose.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf } from "../moment-fields.tsx";
import { Sections, type Section } from "../sections.tsx";
import type { Field, QuestionErrors, TypedQuestion } from "./question-form.ts";

/** All questions of the institutions, those first that helped least. */
export function QuestionList(props: {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly entries: readonly ListedFaq[];
  readonly done: boolean;
}) {
  const { visit, sections, entries, done } = props;
  const { say, language } = visit;
  return (
    <>
      {done && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("console.questions.saved")} />
      )}
      <Sections say={say} open={sections} current="questions" />
      <h1 class="govuk-heading-l">{say("console.questions.title")}</h1>
      <p class="govuk-body">{say("console.questions.lead")}</p>
      <Button href={paths.console.newQuestion} text={say("console.questions.new")} />
      {entries.length === 0 ? (
        <EmptyState title={say("console.questions.none_title")} text={say("console.questions.none_text")} />
      ) : (
        <Table
          firstCellIsHeader
          stacked
          head={(["question", "origin", "votes", "changed"] as const).map((column) => ({
            text: say(`console.questions.column.${column}`),
          }))}
          rows={entries.map((entry) => [
            { text: <Link href={paths.console.question(entry.id)}>{entry.question[language]}</Link> },
            { text: say(entry.shown ? `console.questions.origin.${entry.origin}` : "console.questions.hidden") },
            { text: say("console.questions.votes", { helped: entry.helped, failed: entry.failed }) },
            { text: shortMoment(entry.changedAt, "Asia/Jakarta", language) },
          ])}
        />
      )}
    </>
  );
}

interface Version {
  readonly version: number;
  readonly question: unknown;
  readonly shown: boolean;
  readonly made_at: Date;
  /** Who wrote it; undefined for the file. */
  readonly by: string | undefined;
}

interface FormPageProps {
  readonly visit: StaffVisit;
  readonly title: string;
  readonly typed: TypedQuestion;
  readonly entry: FaqEntry | undefined;
  readonly errors: QuestionErrors;
  readonly preview: boolean;
  readonly programs: readonly ListedProgram[];
  readonly versions: readonly Version[];
}

/** The form of a question, what it will look like, and its history. */
export function QuestionFormPage(props: FormPageProps) {
  const { visit, title, typed, entry, errors, preview } = props;
  const { say } = visit;
  const found = Object.entries(errors);
  return (
    <>
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {preview && <Preview {...props} />}
      {entry?.origin === "file" && <InsetText text={say("console.questions.from_file")} />}
      <form method="post" action={entry ? paths.console.question(entry.id) : paths.console.newQuestion} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="version" value={typed.version} />
        <Placing {...props} />
        <Texts {...props} />
        <Checkboxes
          name="shown"
          values={[typed.shown]}
          items={[
            { value: "yes", text: say("console.questions.shown"), hint: { text: say("console.questions.shown_hint") } },
          ]}
        />
        <div class="govuk-button-group">
          <Button
            name="act"
            value="preview"
            text={say("console.questions.preview")}
            classes="govuk-button--secondary"
          />
          <Button name="act" value="save" text={say("console.questions.save")} preventDoubleClick />
        </div>
      </form>
      <History {...props} />
    </>
  );
}

/** Where the question belongs: institution, address, program and subject. */
function Placing({ visit, typed, entry, errors, programs }: FormPageProps) {
  const { say, language } = visit;
  const institutions = new Map(programs.map(({ institutionId, institution }) => [institutionId, institution.name]));
  return (
    <>
      {entry === undefined && visit.institutions.length > 1 ? (
        <Select
          name="institution"
          label={{ text: say("console.questions.institution") }}
          value={typed.institution}
          items={visit.institutions.map((id) => ({ value: id, text: institutions.get(id)?.[language] ?? id }))}
        />
      ) : (
        <input type="hidden" name="institution" value={typed.institution} />
      )}
      {entry === undefined && (
        <Input
          name="slug"
          autocomplete="off"
          spellcheck={false}
          label={{ text: say("console.questions.slug") }}
          hint={{ text: say("console.questions.slug_hint") }}
          value={typed.slug}
          {...errorOf(say, errors.slug)}
        />
      )}
      <Select
        name="program"
        label={{ text: say("console.questions.program") }}
        value={typed.program}
        items={[
          { value: "", text: say("console.questions.program_all") },
          ...programs.map(({ slug, compiled }) => ({
            value: slug,
            text: inLanguage(compiled.program.title, language),
          })),
        ]}
        {...errorOf(say, errors.program)}
      />
      <Select
        name="category"
        label={{ text: say("console.questions.category") }}
        value={typed.category}
        items={categories.map((value) => ({ value, text: say(`helpdesk.category.${value}`) }))}
        {...errorOf(say, errors.category)}
      />
    </>
  );
}

function Texts({ visit, typed, errors }: FormPageProps) {
  const { say } = visit;
  const line = (name: Field & ("question_id" | "question_en")) => (
    <Input
      name={name}
      autocomplete="off"
      label={{ text: say(`console.questions.${name}`) }}
      value={typed[name]}
      {...errorOf(say, errors[name])}
    />
  );
  const text = (name: Field & ("answer_id" | "answer_en")) => (
    <Textarea
      name={name}
      rows={8}
      label={{ text: say(`console.questions.${name}`) }}
      hint={{ text: say("console.questions.answer_hint") }}
      value={typed[name]}
      {...errorOf(say, errors[name])}
    />
  );
  return (
    <>
      {line("question_id")}
      {text("answer_id")}
      {line("question_en")}
      {text("answer_en")}
      <Input
        name="words"
        autocomplete="off"
        label={{ text: say("console.questions.words") }}
        hint={{ text: say("console.questions.words_hint") }}
        value={typed.words}
        {...errorOf(say, errors.words)}
      />
    </>
  );
}

function Preview({ visit: { say }, typed }: FormPageProps) {
  return (
    <section class="daftar-preview" aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        {say("console.questions.preview_title")}
      </h2>
      {(["id", "en"] as const).map((language) => (
        <div lang={language}>
          <p class="govuk-heading-s">{typed[`question_${language}`]}</p>
          <Prose blocks={readMarkdown(typed[`answer_${language}`])} headingLevel={3} />
        </div>
      ))}
    </section>
  );
}

function History({ visit, versions }: FormPageProps) {
  const { say, language } = visit;
  if (versions.length === 0) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("console.questions.history")}</h2>
      <ol class="govuk-list govuk-list--spaced">
        {versions.map(({ version, question, shown, made_at, by }) => (
          <li>
            <strong>{say("console.questions.version", { version })}</strong>,{" "}
            {shortMoment(made_at, "Asia/Jakarta", language)}, {by ?? say("console.questions.by_file")}
            {!shown && ` (${say("console.questions.hidden")})`}: {(question as { id: string; en: string })[language]}
          </li>
        ))}
      </ol>
    </section>
  );
}
