import { first } from "../../../platform/http/form.ts";
import type { PaperFact } from "../../../registry/desk/facts.ts";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";

/** What every form of the desk asks for. */
export type AskingField = PaperFact | "number" | "reason";

interface AskingFieldsProps {
  readonly visit: StaffVisit;
  /** What of the papers is compared. */
  readonly paper: PaperFact;
  readonly typed: Readonly<Record<AskingField, string>>;
  readonly errors: Partial<Readonly<Record<AskingField, string>>>;
  /** Whether the facts are asked for some requests only, which the hint says. */
  readonly some: boolean;
}

/** The facts from the papers, and the reason, as each form of the desk asks for them. */
export function AskingFields({ visit, paper, typed, errors, some }: AskingFieldsProps) {
  const { say } = visit;
  return (
    <>
      {([paper, "number"] as const).map((name) => (
        <Input
          name={name}
          label={{ text: say(`desk.ask.${name}`) }}
          hint={{ text: `${some ? `${say("desk.ask.for_reset")} ` : ""}${say(`desk.ask.${name}_hint`)}` }}
          value={typed[name]}
          {...(name === "number" ? {} : { inputmode: "numeric" as const })}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
          {...fieldError(visit, errors[name])}
        />
      ))}
      <Textarea
        name="reason"
        rows={4}
        label={{ text: say("desk.ask.reason") }}
        hint={{ text: say("desk.ask.reason_hint") }}
        value={typed.reason}
        {...fieldError(visit, errors.reason)}
      />
    </>
  );
}

/** What was typed into them. */
export function askingTyped({ form }: StaffVisit): Readonly<Record<AskingField, string>> {
  return {
    nik: first(form, "nik"),
    birth_date: first(form, "birth_date"),
    number: first(form, "number"),
    reason: first(form, "reason"),
  };
}

/** The message at a field, as components take it. */
export function fieldError({ say }: StaffVisit, text: string | undefined) {
  return text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
}

/** Everything that is wrong with the form, above it. */
export function FormErrors(props: { readonly visit: StaffVisit; readonly errors: Readonly<Record<string, string>> }) {
  const found = Object.entries(props.errors);
  if (found.length === 0) return null;
  return (
    <ErrorSummary
      titleText={props.visit.say("frame.errors_title", { count: found.length })}
      errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
    />
  );
}
