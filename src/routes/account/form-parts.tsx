import { first } from "../../platform/http/form.ts";
import { isTextKey, type Say, type TextKey } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Input } from "../../ui/input/input.tsx";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner.tsx";
import { PasswordInput } from "../../ui/password-input/password-input.tsx";
import type { Slot } from "../../ui/slot.ts";
import type { Visit } from "../route.ts";
import type { Problems } from "./typed.ts";

/** Fields of the account forms; each has its texts under `account.<name>.label` and `.hint`. */
export type FieldName =
  | "email"
  | "identifier"
  | "phone"
  | "reach"
  | "new_email"
  | "nik"
  | "place"
  | "selfie"
  | "ktp"
  | "passport"
  | "country"
  | "old_code"
  | "name"
  | "password"
  | "next"
  | "present"
  | "agree"
  | "code"
  | "sent_code"
  | "recovery"
  | "way"
  | "question_1"
  | "question_2"
  | "answer_1"
  | "answer_2"
  | "answer"
  | "kk"
  | "birth_place"
  | "birth_date"
  | "passkey"
  | "words"
  | "language"
  | "photo";

interface FieldOptions {
  readonly visit: Visit;
  readonly name: FieldName;
  readonly problems: Problems;
  readonly hint?: boolean;
  /** What stands in the label and the hint. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The sentence that says what is wrong with a field. */
function problemText(say: Say, name: string, problems: Problems): string | undefined {
  const problem = problems[name];
  if (!problem) return undefined;
  const label = labelKey(name);
  return say(problem.key, {
    label: label ? inSentence(say(label), problem.key) : "",
    ...problem.params,
  });
}

function labelKey(name: string): TextKey | undefined {
  const key = `account.${name}.label`;
  return isTextKey(key) ? key : undefined;
}

/** A label within a sentence begins small, except where it begins the sentence. */
function inSentence(label: string, key: TextKey): string {
  const begins =
    key === "account.error.characters" || key === "account.error.too_long" || key === "account.error.repeated";
  // An abbreviation, as NIK, stays as it is.
  if (/^\p{Lu}{2}/u.test(label)) return label;
  return begins && !label.startsWith("E-") ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Label, hint and error of a field, as the components take them. */
export function fieldParts(options: FieldOptions) {
  const { visit, name, problems } = options;
  const { say } = visit;
  const text = problemText(say, name, problems);
  const hint = `account.${name}.hint`;
  return {
    name,
    label: { text: say(`account.${name}.label`, options.params) },
    ...(options.hint && isTextKey(hint) ? { hint: { text: say(hint, options.params) } } : {}),
    ...(text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("frame.error_prefix") } }),
  };
}

interface TextFieldProps extends FieldOptions {
  readonly autocomplete?: string;
  readonly type?: string;
  readonly inputmode?: "numeric" | "email";
  readonly value?: string;
  readonly classes?: string;
}

/** A line of text that keeps what was typed. */
export function TextField(props: TextFieldProps) {
  const { type, inputmode, autocomplete } = props;
  return (
    <Input
      {...fieldParts(props)}
      value={props.value ?? first(props.visit.form, props.name)}
      spellcheck={false}
      {...(type === undefined ? {} : { type })}
      {...(inputmode === undefined ? {} : { inputmode })}
      {...(autocomplete === undefined ? {} : { autocomplete })}
      {...(props.classes === undefined ? {} : { classes: props.classes })}
    />
  );
}

/** A long number from a card: digits that are easy to compare, with a hint of how many there are. */
export function CardNumberField(props: Pick<FieldOptions, "visit" | "problems" | "name">) {
  return (
    <TextField {...props} hint inputmode="numeric" autocomplete="off" classes="govuk-input--width-20 daftar-digits" />
  );
}

/** A password; never filled in by us. */
export function PasswordField(props: FieldOptions & { readonly autocomplete: "current-password" | "new-password" }) {
  const { say } = props.visit;
  return (
    <PasswordInput
      {...fieldParts(props)}
      autocomplete={props.autocomplete}
      showPasswordText={say("account.password.show")}
      hidePasswordText={say("account.password.hide")}
      showPasswordAriaLabelText={say("account.password.show_label")}
      hidePasswordAriaLabelText={say("account.password.hide_label")}
      passwordShownAnnouncementText={say("account.password.shown")}
      passwordHiddenAnnouncementText={say("account.password.hidden")}
    />
  );
}

/** The list of what is to be put right, above the form; nothing when all is well. */
export function Summary({ visit, problems }: { readonly visit: Visit; readonly problems: Problems }) {
  const names = Object.keys(problems);
  if (names.length === 0) return null;
  return (
    <ErrorSummary
      titleText={visit.say("frame.errors_title", { count: names.length })}
      errorList={names.map((name) => ({ text: problemText(visit.say, name, problems) ?? "", href: `#${name}` }))}
    />
  );
}

/** A form that posts to us with this browser's token. */
export function PostForm(props: {
  readonly visit: Visit;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: Slot;
}) {
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name="csrf" value={props.visit.csrf} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

/** The button that sends a form, guarded against a second press. */
export function SubmitButton({ text }: { readonly text: string }) {
  return <Button text={text} preventDoubleClick />;
}

/** A green banner that says what was done. */
export function doneBanner(say: Say, key: TextKey): Slot {
  return <NotificationBanner type="success" titleText={say("account.done")} text={say(key)} />;
}
