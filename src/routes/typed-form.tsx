import type { Form } from "../platform/http/form.ts";
import type { Refusal } from "../platform/refusals.ts";
import { Button } from "../ui/button/button.tsx";
import { Textarea } from "../ui/textarea/textarea.tsx";
import type { Visit } from "./route.ts";

/** Conflicts that are over in a moment, and a form of a tab that is older than the cookie: what was typed may go again. */
const passing: readonly string[] = ["busy", "forged"];

interface Props {
  readonly visit: Visit;
  readonly form: Form;
  readonly refusal: Refusal;
}

/** What was typed in a form that was refused, to copy; where sending it again may help, with a button that does. */
export function TypedForm({ visit, form, refusal }: Props) {
  const { say, url } = visit;
  const words = typedWords(form);
  const mayGoAgain = refusal.status === 429 || refusal.status === 503 || passing.includes(refusal.code);
  return (
    <>
      {words.length > 0 && (
        <Textarea
          name="typed_before"
          rows={Math.min(12, words.join("\n").split("\n").length + 1)}
          label={{ text: say("typed.label"), classes: "govuk-label--s" }}
          hint={{ text: say(mayGoAgain ? "typed.again" : "typed.copy") }}
          value={words.join("\n")}
          attributes={{ readonly: true }}
        />
      )}
      {mayGoAgain && (
        <form method="post" action={url.pathname + url.search}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <HiddenForm form={form} />
          <Button text={say("held.send")} preventDoubleClick />
        </form>
      )}
    </>
  );
}

/** Everything of a form but its token, to be sent as it was. */
export function HiddenForm({ form }: { readonly form: Form }) {
  return (
    <>
      {Object.entries(form).flatMap(([name, values]) =>
        name === "csrf" ? [] : values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  );
}

/** Tokens, addresses of ours and proofs of work; ids of choices and buttons; versions and rounds. Nobody typed these. */
const untyped = [/^[\w+/=.:~%?&-]{20,}$/, /^[a-z][a-z0-9_.-]*$/, /^[\d.]{1,5}$/];

function typedWords(form: Form): string[] {
  return Object.entries(form)
    .filter(([name]) => name !== "csrf")
    .flatMap(([, values]) => values)
    .map((value) => value.trim())
    .filter((value) => value !== "" && !untyped.some((shape) => shape.test(value)));
}
