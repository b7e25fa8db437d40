import { paths } from "../../../paths.ts";
import type { CannedAnswer } from "../../../registry/canned/canned.query.ts";
import { fillCanned } from "../../../registry/canned/fill.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";
import { Sections, type Section } from "../sections.tsx";
import type { CategoryNames } from "../tickets/category-names.ts";
import type { CannedErrors, TypedCanned } from "./canned-form.ts";

// The history belongs to no institution's zone in particular.
const zone = "Asia/Jakarta";

/** Every canned answer of the institutions. */
export function CannedList(props: {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly answers: readonly CannedAnswer[];
  readonly names: CategoryNames;
}) {
  const { visit, sections, answers, names } = props;
  const { say, language, url } = visit;
  return (
    <>
      {url.searchParams.has("done") && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("canned.saved")} />
      )}
      <Sections say={say} open={sections} current="canned" />
      <h1 class="govuk-heading-l">{say("canned.title")}</h1>
      <p class="govuk-body">{say("canned.lead")}</p>
      <Button href={paths.console.newCanned} text={say("canned.new")} />
      {answers.length === 0 ? (
        <EmptyState title={say("canned.none_title")} text={say("canned.none_text")} />
      ) : (
        <Table
          caption={say("canned.title")}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          stacked
          head={(["title", "category", "used", "changed"] as const).map((column) => ({
            text: say(`canned.column.${column}`),
          }))}
          rows={answers.map((one) => [
            { text: <Link href={paths.console.canned(one.id)}>{one.title}</Link> },
            {
              text:
                one.category === null
                  ? say("canned.all_categories")
                  : (names.get(one.category)?.[language] ?? one.category),
            },
            { text: say(one.used ? "canned.in_use" : "canned.not_used") },
            { text: shortMoment(one.changedAt, zone, language) },
          ])}
        />
      )}
    </>
  );
}

/** A version of a canned answer, with the name of whoever wrote it. */
export interface CannedVersion {
  readonly version: number;
  readonly title: string;
  readonly used: boolean;
  readonly madeAt: Date;
  readonly by: string;
}

interface CannedFormProps {
  readonly visit: StaffVisit;
  readonly title: string;
  readonly action: string;
  readonly typed: TypedCanned;
  readonly errors: CannedErrors;
  readonly preview: boolean;
  readonly isNew: boolean;
  readonly names: CategoryNames;
  readonly institutions: readonly { readonly id: string; readonly name: string }[];
  readonly versions: readonly CannedVersion[];
}

/** The form of a canned answer, how it will read, and its history. */
export function CannedFormPage(props: CannedFormProps) {
  const { visit, title, action, typed, errors, preview, names } = props;
  const { say, language } = visit;
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {preview && <Preview {...props} />}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="version" value={typed.version} />
        <Where {...props} />
        <Select
          name="category"
          label={{ text: say("canned.category") }}
          value={typed.category}
          items={[
            { value: "", text: say("canned.all_categories") },
            ...[...names].map(([value, text]) => ({ value, text: text[language] })),
          ]}
          {...fieldError(visit, errors.category)}
        />
        <Input
          name="title"
          autocomplete="off"
          label={{ text: say("canned.name") }}
          hint={{ text: say("canned.name_hint") }}
          value={typed.title}
          {...fieldError(visit, errors.title)}
        />
        {(["answer_id", "answer_en"] as const).map((name) => (
          <Textarea
            name={name}
            rows={6}
            label={{ text: say(`canned.${name}`) }}
            hint={{ text: say("canned.answer_hint") }}
            value={typed[name]}
            {...fieldError(visit, errors[name])}
          />
        ))}
        <Checkboxes name="used" values={[typed.used]} items={[{ value: "yes", text: say("canned.used") }]} />
        <div class="govuk-button-group">
          <Button name="act" value="preview" text={say("canned.preview")} classes="govuk-button--secondary" />
          <Button name="act" value="save" text={say("canned.save")} preventDoubleClick />
        </div>
      </form>
      <History {...props} />
    </>
  );
}

/** Whose it is: chosen for a new one of somebody who writes for several, and never changed. */
function Where({ visit, typed, isNew, institutions }: CannedFormProps) {
  if (!isNew || institutions.length < 2) return <input type="hidden" name="institution" value={typed.institution} />;
  return (
    <Select
      name="institution"
      label={{ text: visit.say("canned.institution") }}
      value={typed.institution}
      items={institutions.map(({ id, name }) => ({ value: id, text: name }))}
    />
  );
}

function Preview({ visit: { say }, typed, names, institutions }: CannedFormProps) {
  return (
    <section class="daftar-preview" aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        {say("canned.preview_title")}
      </h2>
      {(["id", "en"] as const).map((language) => {
        const [category] = typed.category === "" ? [...names.keys()] : [typed.category];
        const filled = fillCanned(typed[`answer_${language}`], {
          nama: say("canned.sample_name"),
          nomor_tiket: "T-7K3M-9QX2-PA4C",
          kategori: names.get(category ?? "")?.[language] ?? "",
          instansi: institutions.find(({ id }) => id === typed.institution)?.name ?? "",
        });
        return (
          <div lang={language}>
            {filled.split("\n").map((line) => (
              <p class="govuk-body">{line}</p>
            ))}
          </div>
        );
      })}
    </section>
  );
}

function History({ visit, versions }: CannedFormProps) {
  const { say, language } = visit;
  if (versions.length === 0) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("canned.history")}</h2>
      <ol class="govuk-list govuk-list--spaced">
        {versions.map(({ version, title, used, madeAt, by }) => (
          <li>
            <strong>{say("canned.version", { version })}</strong>, {shortMoment(madeAt, zone, language)}, {by}
            {!used && ` (${say("canned.not_used")})`}: {title}
          </li>
        ))}
      </ol>
    </section>
  );
}
