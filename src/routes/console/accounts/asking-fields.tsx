import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";

type Name = "nik" | "number" | "reason";

interface AskingFieldsProps {
  readonly visit: StaffVisit;
  readonly typed: Readonly<Record<Name, string>>;
  readonly errors: Partial<Readonly<Record<Name, string>>>;
  /** Whether the facts are asked for some requests only, which the hint says. */
  readonly some: boolean;
}

/** The facts from the papers, and the reason, as each form of the desk asks for them. */
export function AskingFields({ visit, typed, errors, some }: AskingFieldsProps) {
  const { say } = visit;
  return (
    <>
      {(["nik", "number"] as const).map((name) => (
        <Input
          name={name}
          label={{ text: say(`desk.ask.${name}`) }}
          hint={{ text: `${some ? `${say("desk.ask.for_reset")} ` : ""}${say(`desk.ask.${name}_hint`)}` }}
          value={typed[name]}
          {...(name === "nik" ? { inputmode: "numeric" as const } : {})}
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
