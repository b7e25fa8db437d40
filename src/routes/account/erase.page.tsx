import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { KeepingInstitution, WaitingErasure } from "../../registry/erasures/erasures.query.ts";
import { momentWords } from "../../texts/dates.ts";
import type { TextKey } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm } from "./form-parts.tsx";
import { zone } from "./capital-zone.ts";

export interface EraseErrors {
  readonly scope?: TextKey;
  readonly sure?: TextKey;
}

interface Props {
  readonly visit: PersonVisit;
  readonly waiting: WaitingErasure | undefined;
  readonly keeping: readonly KeepingInstitution[];
  readonly errors: EraseErrors;
}

export function ErasePage(props: Props) {
  const { say } = props.visit;
  return (
    <>
      <Errors {...props} />
      <h1 class="govuk-heading-l">{say("account.erase.title")}</h1>
      {props.waiting ? <Waiting visit={props.visit} waiting={props.waiting} /> : <Ask {...props} />}
    </>
  );
}

function Errors({ visit: { say }, errors }: Props) {
  const list = (["scope", "sure"] as const).flatMap((name) => {
    const key = errors[name];
    return key ? [{ href: `#${name}`, text: say(key) }] : [];
  });
  if (list.length === 0) return <></>;
  return <ErrorSummary titleText={say("frame.errors_title", { count: list.length })} errorList={list} />;
}

function Waiting({ visit, waiting }: { readonly visit: PersonVisit; readonly waiting: WaitingErasure }) {
  const { say, language } = visit;
  const { institution } = waiting;
  return (
    <>
      <h2 class="govuk-heading-m">{say("account.erase.waiting")}</h2>
      <SummaryList
        rows={[
          { key: { text: say("account.erase.number") }, value: { text: waiting.number } },
          {
            key: { text: say("account.erase.what") },
            value: {
              text: institution
                ? say("account.erase.at", { institution: institution[language] })
                : say("account.erase.account"),
            },
          },
          { key: { text: say("account.erase.due") }, value: { text: momentWords(waiting.dueAt, zone, language) } },
        ]}
      />
      <p class="govuk-body">{say("account.erase.review")}</p>
      <PostForm visit={visit} action={paths.account.undoErasure}>
        <Button type="submit" text={say("account.erase.undo")} preventDoubleClick />
      </PostForm>
    </>
  );
}

function Ask({ visit, keeping, errors }: Props) {
  const { say, language, form } = visit;
  const message = (key: TextKey | undefined) =>
    key ? { errorMessage: { text: say(key), visuallyHiddenText: say("frame.error_prefix") } } : {};
  return (
    <>
      {(["intro", "stays", "review", "wait"] as const).map((part) => (
        <p class="govuk-body">{say(`account.erase.${part}`)}</p>
      ))}
      <PostForm visit={visit} action={paths.account.erase}>
        <Radios
          name="scope"
          fieldset={{ legend: { text: say("account.erase.scope"), classes: "govuk-fieldset__legend--m" } }}
          value={first(form, "scope")}
          {...message(errors.scope)}
          items={[
            ...keeping.map(({ id, name, inReview }) => ({
              value: id,
              text: say("account.erase.at", { institution: name[language] }),
              ...(inReview ? { hint: { text: say("account.erase.at_review") } } : {}),
            })),
            {
              value: "account",
              text: say("account.erase.account"),
              hint: { text: say("account.erase.account_hint") },
            },
          ]}
        />
        <Checkboxes
          name="sure"
          fieldset={{ legend: { text: say("account.erase.sure_legend"), classes: "govuk-visually-hidden" } }}
          values={[first(form, "sure")]}
          {...message(errors.sure)}
          items={[{ value: "yes", text: say("account.erase.sure") }]}
        />
        <Button type="submit" classes="govuk-button--warning" text={say("account.erase.submit")} preventDoubleClick />
      </PostForm>
    </>
  );
}
