import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { NewRight } from "../../registry/rights/ask.ts";
import type { RightsSubject } from "../../registry/rights/subjects.query.ts";
import type { Say } from "../../texts/texts.ts";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Input } from "../../ui/input/input.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { Textarea } from "../../ui/textarea/textarea.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton } from "./form-parts.tsx";
import { type RightsErrors, type RightsField, written } from "./rights-form.ts";

interface Props {
  readonly visit: PersonVisit;
  readonly kind: NewRight["kind"];
  readonly subjects: readonly RightsSubject[];
  readonly errors: RightsErrors;
}

/** Where one asks an institution to correct, to restrict, or to look again at what a machine decided. */
export function RightsPage({ visit, kind, subjects, errors }: Props) {
  const { say, language, form } = visit;
  return (
    <>
      <RightsErrorSummary say={say} errors={errors} />
      <h1 class="govuk-heading-l">{say(`account.rights.link.${kind}`)}</h1>
      <p class="govuk-body">{say(`rights.${kind}.intro`)}</p>
      {kind === "restriction" && <InsetText text={say("rights.restriction.effect")} />}
      {subjects.length === 0 ? (
        <InsetText text={say("rights.about.none")} />
      ) : (
        <PostForm visit={visit} action={paths.account.rights[kind]}>
          <Radios
            name="about"
            fieldset={{ legend: { text: say("rights.about"), classes: "govuk-fieldset__legend--m" } }}
            value={first(form, "about")}
            {...errorAt(say, errors, "about")}
            items={subjects.map(({ id, title, number, institution }) =>
              title === null
                ? { value: id, text: say("rights.about.institution", { institution: institution[language] }) }
                : {
                    value: id,
                    text: say("rights.about.application", { title: title[language], number: number ?? "" }),
                    hint: { text: institution[language] },
                  },
            )}
          />
          {written[kind].map((name) =>
            name === "fact" ? (
              <Input
                name={name}
                label={{ text: say("rights.fact"), classes: "govuk-label--s" }}
                hint={{ text: say("rights.fact_hint") }}
                value={first(form, name)}
                {...errorAt(say, errors, name)}
              />
            ) : (
              <Textarea
                name={name}
                rows={name === "wish" ? 2 : 4}
                label={{ text: say(name === "wish" ? "rights.wish" : `rights.why.${kind}`), classes: "govuk-label--s" }}
                value={first(form, name)}
                {...errorAt(say, errors, name)}
              />
            ),
          )}
          <SubmitButton text={say(`rights.submit.${kind}`)} />
        </PostForm>
      )}
    </>
  );
}

/** Everything that is wrong with a form by which one asks, above it. */
export function RightsErrorSummary({ say, errors }: { readonly say: Say; readonly errors: RightsErrors }) {
  const found = Object.entries(errors);
  if (found.length === 0) return <></>;
  return (
    <ErrorSummary
      titleText={say("frame.errors_title", { count: found.length })}
      errorList={found.map(([name, { key, params }]) => ({ href: `#${name}`, text: say(key, params) }))}
    />
  );
}

/** The message at a field, as components take it. */
export function errorAt(say: Say, errors: RightsErrors, name: RightsField) {
  const error = errors[name];
  if (!error) return {};
  return { errorMessage: { text: say(error.key, error.params), visuallyHiddenText: say("frame.error_prefix") } };
}
