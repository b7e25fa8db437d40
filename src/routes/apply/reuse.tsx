import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { maySave } from "../../registry/applications/editable.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { listReusable, type Reusable } from "../../registry/documents/reusable.query.ts";
import { reuseDocument } from "../../registry/documents/reuse.ts";
import { dayWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { slotOf } from "./document.tsx";
import type { ApplyServices } from "./services.ts";
import { openWork, type Work } from "./work.ts";

/** Shows a document from another application, whose it is and where a copy would go, and asks whether to use it. */
export async function showReuse(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const { work, step } = await openSlot(services, visit);
  const { application } = work;
  const { accountId } = visit.session;
  const offered = await listReusable(services, { accountId, applicationId: application.id, slot: step.slot });
  const found = offered.find(({ id }) => id === visit.params["document"]);
  if (!found) throw notFound();
  const back = paths.apply.step(application.id, step.id);
  const title = say("reuse.heading", { title: step.title[language] });
  return services.draw(
    visit,
    {
      title,
      area: application.institution[language],
      program: application.compiled.program.program,
      back: { href: back },
    },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList rows={factsOf(found, visit)} />
      <ul class="daftar-document__pages">
        {Array.from({ length: found.pages }, (_, at) => (
          <li>
            <img
              class="daftar-document__page"
              src={paths.apply.documentPage(found.applicationId, found.slot, at + 1)}
              alt={say("apply.document_page", { title: step.title[language], page: at + 1, pages: found.pages })}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
      <p class="govuk-body">{say("reuse.consent", goesTo(work, visit))}</p>
      <form method="post" action={paths.apply.reuse(application.id, step.id, found.id)}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <div class="govuk-button-group">
          <Button text={say("reuse.use")} preventDoubleClick />
          <a class="govuk-link" href={back}>
            {say("reuse.other")}
          </a>
        </div>
      </form>
    </>,
  );
}

/** The person agreed: a copy goes into the slot. */
export async function reuse(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { work, step } = await openSlot(services, visit);
  const { application } = work;
  const { accountId } = visit.session;
  await reuseDocument(services, {
    accountId,
    applicationId: application.id,
    slot: step.slot,
    documentId: visit.params["document"] ?? "",
    actor: { actorId: accountId, actorKind: "applicant" },
    onChanged: (trx) => refreshProgress({ ...services, db: trx }, application.id),
  });
  return redirect(paths.apply.step(application.id, step.id));
}

function factsOf(found: Reusable, { say, language }: Visit) {
  return [
    { key: { text: say("reuse.program") }, value: { text: inLanguage(found.program, language) } },
    { key: { text: say("reuse.institution") }, value: { text: found.institution[language] } },
    { key: { text: say("reuse.day") }, value: { text: dayWords(found.givenAt, found.zone, language) } },
  ];
}

function goesTo({ application }: Work, { language }: Visit) {
  return {
    institution: application.institution[language],
    program: inLanguage(application.compiled.program.title, language),
  };
}

async function openSlot(services: ApplyServices, visit: PersonVisit) {
  const work = await openWork(services, visit);
  const step = slotOf(work, visit.params["slot"] ?? "");
  if (!maySave(work.application, step.id)) throw conflict("not_editable");
  return { work, step };
}
