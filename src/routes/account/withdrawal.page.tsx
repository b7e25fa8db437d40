import { paths } from "../../paths.ts";
import type { OwnConsent } from "../../registry/consents/consents.query.ts";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton } from "./form-parts.tsx";
import type { RightsErrors } from "./rights-form.ts";
import { errorAt, RightsErrorSummary } from "./rights.page.tsx";

interface Props {
  readonly visit: PersonVisit;
  readonly consent: OwnConsent;
  readonly errors: RightsErrors;
}

/** Where a consent is taken back, with what ends and what stays before one decides. */
export function WithdrawalPage({ visit, consent, errors }: Props) {
  const { say, language } = visit;
  return (
    <>
      <RightsErrorSummary say={say} errors={errors} />
      <h1 class="govuk-heading-l">{say("rights.kind.withdrawal")}</h1>
      <SummaryList
        rows={[
          {
            key: { text: say("rights.withdrawal.which") },
            value: { text: say(`account.data.kind.${consent.kind}`) },
          },
          consent.title && {
            key: { text: say("account.data.program") },
            value: { text: consent.title[language] },
          },
          ...followsFrom(visit, consent.kind),
        ]}
      />
      <PostForm visit={visit} action={paths.account.rights.withdrawal} hidden={{ consent: consent.id }}>
        <Checkboxes
          name="sure"
          fieldset={{ legend: { text: say("rights.withdrawal.sure_legend"), classes: "govuk-visually-hidden" } }}
          {...errorAt(say, errors, "sure")}
          items={[{ value: "yes", text: say("rights.withdrawal.sure") }]}
        />
        <SubmitButton text={say("rights.submit.withdrawal")} />
      </PostForm>
    </>
  );
}

/** What ends and what stays when a consent of this kind is taken back (articles 9 and 41). */
export function followsFrom({ say }: PersonVisit, kind: OwnConsent["kind"]) {
  return (["ends", "stays"] as const).map((what) => ({
    key: { text: say(`rights.withdrawal.${what}`) },
    value: { text: say(`rights.withdrawal.${what}.${kind}`) },
  }));
}
