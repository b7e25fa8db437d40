import { inLanguage } from "../../program/definition.ts";
import { isAllowed } from "../../program/workflow.ts";
import { paths } from "../../paths.ts";
import { conflict } from "../../platform/refusals.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { withdrawApplication } from "../../registry/applications/withdraw.ts";
import { rupiah } from "../../texts/rupiah.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { WarningText } from "../../ui/warning-text/warning-text.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";
import { openWork } from "./work.ts";

/** Asks once more before an application is withdrawn. */
export async function showWithdraw(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const { application } = await openWork(services, visit);
  if (!isAllowed(application.status, "withdraw")) return redirect(paths.apply.status(application.id));
  return services.draw(
    visit,
    {
      title: say("apply.withdraw_title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      back: { href: paths.apply.tasks(application.id) },
    },
    <>
      <h1 class="govuk-heading-l">{say("apply.withdraw_title")}</h1>
      <WarningText text={say("apply.withdraw_warning")} iconFallbackText={say("apply.warning")} />
      <PaidFee visit={visit} application={application} />
      <form method="post" action={paths.apply.withdraw(application.id)}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <div class="govuk-button-group">
          <Button text={say("apply.withdraw_confirm")} classes="govuk-button--warning" preventDoubleClick />
          <Button
            text={say("apply.withdraw_keep")}
            href={paths.apply.tasks(application.id)}
            classes="govuk-button--secondary"
          />
        </div>
      </form>
    </>,
  );
}

/** What becomes of the money of whoever has paid already. */
function PaidFee({ visit, application }: { readonly visit: PersonVisit; readonly application: Application }) {
  const { say, language } = visit;
  const { fee } = application.compiled.program;
  if (fee === undefined || application.feePaid === 0) return <></>;
  const amount = rupiah(application.feePaid, language);
  return <InsetText text={say("fee.withdraw", { amount, rule: inLanguage(fee.refund.text, language) })} />;
}

/** Withdraws; doing it twice does no harm. */
export async function withdraw(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { application } = await openWork(services, visit);
  if (application.status === "withdrawn") return redirect(paths.account.home);
  const done = await withdrawApplication(services.db, {
    applicationId: application.id,
    accountId: visit.session.accountId,
  });
  if (!done) throw conflict("already_decided");
  return redirect(paths.account.home);
}
