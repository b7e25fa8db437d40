import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import type { Member } from "../../../registry/members/member.ts";
import type { AskedProof } from "../../../registry/members/proof.query.ts";
import { dayWords } from "../../../texts/dates.ts";
import type { TextKey } from "../../../texts/texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";

export type ProofErrors = Partial<Readonly<Record<"answer" | "words", string>>>;

interface ProofPageProps {
  readonly visit: StaffVisit;
  readonly proof: AskedProof;
  /** Who is on file for the number and waits; undefined when nobody does. */
  readonly member: Member | undefined;
  /** Whether it is the visitor's own statement. */
  readonly isOwn: boolean;
  readonly typed: Readonly<Record<"answer" | "words", string>>;
  readonly errors: ProofErrors;
}

/** What is stated beside what is on file, and the form for the answer. */
export function ProofPage(props: ProofPageProps) {
  const { visit, proof, member, isOwn, errors } = props;
  const { say, language } = visit;
  const found = Object.entries(errors);
  return (
    <>
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <span class="govuk-caption-l">{inLanguage(proof.program.title, language)}</span>
      <h1 class="govuk-heading-l">{say("console.numbers.one_title", { number: proof.stated.number })}</h1>
      <Table
        caption={say("console.numbers.compare")}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        stacked
        head={(["fact", "stated", "file"] as const).map((column) => ({
          text: say(`console.numbers.column_${column}`),
        }))}
        rows={factsOf(props).map(({ key, stated, onFile }) => [
          { text: say(key) },
          { text: stated ?? say("console.numbers.not_stated") },
          { text: onFile ?? say("console.numbers.not_on_file") },
        ])}
      />
      <InsetText text={say(member ? "console.numbers.advice" : "console.numbers.no_member")} />
      {isOwn ? <InsetText text={say("console.numbers.own")} /> : <AnswerForm {...props} />}
    </>
  );
}

interface Fact {
  readonly key: TextKey;
  readonly stated: string | undefined;
  readonly onFile: string | undefined;
}

function factsOf({ visit, proof, member }: ProofPageProps): Fact[] {
  const { number, birthDate, second } = proof.stated;
  const day = (iso: string | undefined) => iso && dayWords(new Date(`${iso}T00:00:00Z`), "UTC", visit.language);
  const of = (kind: "nik" | "email") => (second.kind === kind ? second.value : undefined);
  return [
    { key: "console.numbers.fact_number", stated: number, onFile: member?.number },
    { key: "console.numbers.fact_name", stated: proof.name === "" ? undefined : proof.name, onFile: member?.name },
    { key: "console.numbers.fact_birth_date", stated: day(birthDate), onFile: day(member?.birthDate) },
    { key: "console.numbers.fact_nik", stated: of("nik"), onFile: member?.nik },
    { key: "console.numbers.fact_email", stated: of("email"), onFile: member?.email },
  ];
}

function AnswerForm({ visit, proof, member, typed, errors }: ProofPageProps) {
  const { say } = visit;
  const error = (text: string | undefined) =>
    text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
  return (
    <form method="post" action={paths.console.numberProof(proof.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: say("console.numbers.which"), classes: "govuk-fieldset__legend--m" } }}
        value={typed.answer}
        items={[
          ...(member ? [{ value: "granted", text: say("console.numbers.grant") }] : []),
          { value: "denied", text: say("console.numbers.deny") },
        ]}
        {...error(errors.answer)}
      />
      <Textarea
        name="words"
        rows={4}
        label={{ text: say("console.numbers.words") }}
        hint={{ text: say("console.numbers.words_hint") }}
        value={typed.words}
        {...error(errors.words)}
      />
      <Button text={say("console.numbers.button")} preventDoubleClick />
    </form>
  );
}
