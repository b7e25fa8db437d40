import { paths } from "../../paths.ts";
import { momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { ReceiptPanel } from "../../ui/receipt-panel/receipt-panel.tsx";
import { Timeline } from "../../ui/timeline/timeline.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { readHistory } from "./history.tsx";
import type { ApplyServices } from "./services.ts";
import { ahead, HelpBox, timelineTexts } from "./status.tsx";
import { openWork } from "./work.ts";

/** The happiest page: it was sent, this is the number, and this comes next. */
export async function showReceipt(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const { application } = await openWork(services, visit);
  if (!application.submittedAt) return redirect(paths.apply.tasks(application.id));
  const history = await readHistory(services.db, visit, application);
  return services.draw(
    visit,
    {
      title: say("apply.receipt_title"),
      area: application.institution[language],
      layout: "side",
      side: <HelpBox visit={visit} application={application} />,
    },
    <>
      <ReceiptPanel
        said={say("apply.receipt_said")}
        number={application.receipt}
        note={`${momentWords(application.submittedAt, application.zone, language)} · ${say("apply.receipt_letter")}`}
      />
      <p class="govuk-body">{application.compiled.program.title[language]}</p>
      <p class="govuk-body">{say("apply.receipt_keep")}</p>
      <div class="govuk-button-group">
        <Button href={paths.apply.status(application.id)} text={say("apply.see_status")} />
        <Button href={paths.account.home} text={say("frame.home")} classes="govuk-button--secondary" />
      </div>
      <h2 class="govuk-heading-m">{say("apply.history_title")}</h2>
      <Timeline items={[...history, ...ahead(visit, application.status)]} stateTexts={timelineTexts(visit)} />
    </>,
  );
}
