import { paths } from "../../../paths.ts";
import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import type { AskedFor, OpenRequest } from "../../../registry/desk/request.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { StaffVisit } from "../../route.ts";
import { AccountFacts, ZONE } from "./facts.tsx";

interface RequestPageProps {
  readonly visit: StaffVisit;
  readonly request: OpenRequest & AskedFor;
  readonly account: DeskAccount;
  readonly error: string | undefined;
}

/** What one officer asked for, before the second one decides. */
export function RequestPage({ visit, request, account, error }: RequestPageProps) {
  const { say, language } = visit;
  const isOwn = request.askedBy === visit.session.accountId;
  return (
    <>
      {error !== undefined && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#answer", text: error }]}
        />
      )}
      <span class="govuk-caption-l">{say("desk.account.title", { name: account.name })}</span>
      <h1 class="govuk-heading-l">{say(`desk.ask.kind_${request.kind}`)}</h1>
      <SummaryList
        rows={[
          { key: { text: say("desk.request.asker") }, value: { text: request.asker } },
          {
            key: { text: say("desk.request.asked") },
            value: { text: shortMoment(request.askedAt, ZONE, language) },
          },
          ...(request.value === undefined
            ? []
            : [{ key: { text: say(valueLabel(request.kind)) }, value: { text: request.value } }]),
          { key: { text: say("desk.request.reason") }, value: { text: request.reason } },
        ]}
      />
      <h2 class="govuk-heading-m">{say("desk.account.caption")}</h2>
      <AccountFacts visit={visit} account={account} />
      {request.stale && <InsetText text={say("desk.request.stale")} />}
      {isOwn ? (
        <InsetText text={say("desk.request.own")} />
      ) : (
        <form method="post" action={paths.console.accountRequest(request.id)} novalidate>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <Radios
            name="answer"
            fieldset={{ legend: { text: say("desk.request.which"), classes: "govuk-fieldset__legend--m" } }}
            items={[
              ...(request.stale ? [] : [{ value: "confirmed", text: say("desk.request.confirm") }]),
              { value: "refused", text: say("desk.request.refuse") },
            ]}
            {...(error === undefined
              ? {}
              : { errorMessage: { text: error, visuallyHiddenText: say("console.error_sign") } })}
          />
          <Button text={say("desk.request.button")} preventDoubleClick />
        </form>
      )}
    </>
  );
}

function valueLabel(kind: OpenRequest["kind"]) {
  return kind === "phone" ? "desk.telephone.phone" : "desk.address.email";
}
