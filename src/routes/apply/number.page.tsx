import type { TypedPage } from "../../program/answers.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Input } from "../../ui/input/input.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { NotificationBanner } from "../../ui/notification-banner/notification-banner.tsx";
import type { Slot } from "../../ui/slot.ts";
import type { PersonVisit } from "../route.ts";
import type { WordedError } from "../field-errors.ts";
import { drawField, fieldHref } from "../field-views.tsx";
import { numberFields } from "./number-form.ts";

interface Shown {
  readonly visit: PersonVisit;
  readonly compiled: CompiledProgram;
}

function Head({ visit, compiled, text }: Shown & { readonly text: string }) {
  return (
    <>
      <span class="govuk-caption-l">{compiled.program.title[visit.language]}</span>
      <h1 class="govuk-heading-l">{text}</h1>
    </>
  );
}

function Summary({ visit, errors }: { readonly visit: PersonVisit; readonly errors: readonly WordedError[] }) {
  if (errors.length === 0) return null;
  return (
    <ErrorSummary
      titleText={visit.say("frame.errors_title", { count: errors.length })}
      errorList={errors.map(({ field, text }) => ({ href: fieldHref({ field }), text }))}
    />
  );
}

function Form(props: { readonly visit: PersonVisit; readonly action: string; readonly children?: Slot }) {
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name="csrf" value={props.visit.csrf} />
      {props.children}
    </form>
  );
}

/** Number, birth date and a second fact. `note` says why one is here again. */
export function StateNumber(
  props: Shown & {
    readonly typed: TypedPage;
    readonly errors: readonly WordedError[];
    readonly note: string | undefined;
  },
) {
  const { visit, compiled, typed, errors, note } = props;
  const { say, language } = visit;
  const messages = new Map(errors.map(({ field, text }) => [field, text]));
  return (
    <>
      <Summary visit={visit} errors={errors} />
      <Head visit={visit} compiled={compiled} text={say("number.title")} />
      {note !== undefined && <InsetText text={note} />}
      <p class="govuk-body-l">{say("number.intro")}</p>
      <p class="govuk-body">{say("number.why")}</p>
      <Form visit={visit} action={paths.ownNumber(compiled.program.program)}>
        {numberFields.map((definition) =>
          drawField({ definition, typed, errors: messages, say, language, regions: compiled.regions }),
        )}
        <Button text={say("number.submit")} preventDoubleClick />
      </Form>
    </>
  );
}

/** The code from the letter, which came only if all was right; and the secretariat for whoever gets none. */
export function EnterCode(props: Shown & { readonly errors: readonly WordedError[] }) {
  const { visit, compiled, errors } = props;
  const { say } = visit;
  const slug = compiled.program.program;
  const [error] = errors;
  return (
    <>
      <Summary visit={visit} errors={errors} />
      <Head visit={visit} compiled={compiled} text={say("number.code_title")} />
      <p class="govuk-body-l">{say("number.code_sent")}</p>
      <Form visit={visit} action={paths.proveNumber(slug)}>
        <Input
          name="code"
          label={{ text: say("number.code_label"), classes: "govuk-label--s" }}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
          {...(error ? { errorMessage: { text: error.text, visuallyHiddenText: say("frame.error_prefix") } } : {})}
        />
        <Button text={say("number.code_submit")} preventDoubleClick />
      </Form>
      <h2 class="govuk-heading-m">{say("number.no_letter")}</h2>
      <p class="govuk-body">{say("number.no_letter_text")}</p>
      <Form visit={visit} action={paths.askSecretariat(slug)}>
        <Button text={say("number.ask")} classes="govuk-button--secondary" preventDoubleClick />
      </Form>
      <p class="govuk-body">
        <Link href={paths.ownNumber(slug)}>{say("number.again")}</Link>
      </p>
    </>
  );
}

/** The secretariat has it. */
export function Asked({ visit, compiled }: Shown) {
  const { say } = visit;
  return (
    <>
      <Head visit={visit} compiled={compiled} text={say("number.asked_title")} />
      <p class="govuk-body-l">{say("number.asked")}</p>
      <Button href={paths.program(compiled.program.program)} text={say("identity.back")} />
    </>
  );
}

/** The number is there. */
export function HaveNumber(props: Shown & { readonly number: string; readonly newly: boolean }) {
  const { visit, compiled, number, newly } = props;
  const { say } = visit;
  return (
    <>
      {newly && <NotificationBanner type="success" titleText={say("account.done")} text={say("number.newly")} />}
      <Head visit={visit} compiled={compiled} text={say("number.have_title")} />
      <p class="govuk-body-l">{say("number.have", { number })}</p>
      <Button href={paths.portal} text={say("number.to_portal")} />
    </>
  );
}
