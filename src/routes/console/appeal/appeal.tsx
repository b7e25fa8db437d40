import type { Transaction } from "kysely";
import { paths } from "../../../paths.ts";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import { answerAppeal, findRejecter } from "../../../registry/appeals/answer.ts";
import { readAppeal } from "../../../registry/appeals/appeal.query.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { listHistory } from "../../../registry/reviews/history.query.ts";
import { loadUnrestricted } from "../../../registry/reviews/submitted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { AppealPage, type AnswerErrors } from "./appeal.page.tsx";

/** An appeal as it was written, and answering it: by somebody with the right, never by who rejected. */
export function appealRoutes(services: ConsoleServices): Route[] {
  const at = paths.console.appeal(":application");
  return [
    staff("answer_appeals", "GET", at, (visit) => show(services, visit, {})),
    staff("answer_appeals", "POST", at, (visit) => answer(services, visit)),
  ];
}

async function answer(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const given = first(form, "answer");
  const words = readNote(form, "words", say);
  const errors: AnswerErrors = {
    ...(given === "granted" || given === "denied" ? {} : { answer: say("console.appeal.error.answer") }),
    ...(words.error === undefined && words.text !== ""
      ? {}
      : { words: words.error ?? say("console.appeal.error.words") }),
  };
  if ((given !== "granted" && given !== "denied") || Object.keys(errors).length > 0)
    return show(services, visit, errors);
  const applicationId = visit.params["application"] ?? "";
  await answerAppeal(services, {
    applicationId,
    institutions: visit.institutions,
    actorId: visit.session.accountId,
    answer: given,
    words: words.text,
  });
  return redirect(paths.console.application(applicationId));
}

function show(services: ConsoleServices, visit: StaffVisit, errors: AnswerErrors): Promise<Response> {
  return withStaff(services.db, visit.institutions, (trx) => draw(trx, services, visit, errors));
}

async function draw(
  trx: Transaction<DB>,
  services: ConsoleServices,
  visit: StaffVisit,
  errors: AnswerErrors,
): Promise<Response> {
  const { say } = visit;
  const application = await loadUnrestricted(trx, services, visit.params["application"] ?? "");
  const { id, key, compiled } = application;
  const { latest } = await readAppeal(trx, { applicationId: id, key });
  if (latest === undefined || compiled.appeal === undefined) throw notFound();
  await recordAudit(trx, {
    actorId: visit.session.accountId,
    actorKind: "staff",
    action: "application.view",
    institutionId: application.institutionId,
    subjectKind: "application",
    subjectId: id,
    data: { round: application.round, appeal: latest.id },
  });
  const history = await listHistory(trx, { applicationId: id, key });
  const rejecter = await findRejecter(trx, id);
  const name = application.name === "" ? say("console.unnamed") : application.name;
  const title = say("console.appeal.title", { name });
  return services.draw(
    visit,
    {
      title,
      area: say("console.area"),
      back: { href: paths.console.application(id), text: say("console.back_to_application") },
      errors: Object.keys(errors).length > 0,
    },
    <AppealPage
      visit={visit}
      title={title}
      application={application}
      form={compiled.appeal}
      appeal={latest}
      rejection={history.findLast(({ kind }) => kind === "rejected")}
      rejecter={rejecter === undefined ? "" : await getName(trx, services.keyring, rejecter)}
      isOwn={rejecter === visit.session.accountId}
      typed={{ answer: first(visit.form, "answer"), words: first(visit.form, "words") }}
      errors={errors}
    />,
  );
}
