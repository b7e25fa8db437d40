import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { readDocumentPage } from "../../../registry/documents/read.ts";
import { answerProposal } from "../../../registry/nik-cases/answer.ts";
import { proposals } from "../../../registry/nik-cases/case.ts";
import { getCase, listCases } from "../../../registry/nik-cases/cases.query.ts";
import { proposeVerdict } from "../../../registry/nik-cases/propose.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { CasePage, type CaseErrors } from "./case.page.tsx";
import { CasesPage } from "./cases.page.tsx";
import { verdictWords } from "./verdict-words.ts";

/** Cases of one NIK that two accounts state. The second officer gives password or code once more. */
export function nikCaseRoutes(services: ConsoleServices): Route[] {
  const { nikCases, nikCase, nikProposal, nikAnswer, nikEvidence } = paths.console;
  return [
    staff("decide_nik_cases", "GET", nikCases, (visit) => list(services, visit)),
    staff("decide_nik_cases", "GET", nikCase(":case"), (visit) => show(services, visit, {})),
    staff("decide_nik_cases", "POST", nikProposal(":case"), (visit) => propose(services, visit)),
    staffFreshly("decide_nik_cases", "POST", nikAnswer(":case"), (visit) => answer(services, visit)),
    staff("decide_nik_cases", "GET", nikEvidence(":case", ":document", ":page"), (visit) => picture(services, visit)),
  ];
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const cases = await withStaff(services.db, visit.institutions, listCases);
  return services.draw(
    visit,
    { title: say("console.nik_cases.title"), area: say("console.area"), layout: "full" },
    <CasesPage visit={visit} sections={sectionsOf(roles)} cases={cases} />,
  );
}

/** Both sides beside each other; that they were looked at is written down. */
async function show(services: ConsoleServices, visit: StaffVisit, errors: CaseErrors): Promise<Response> {
  const { say } = visit;
  const matter = await withStaff(services.db, visit.institutions, async (trx) => {
    const found = await getCase(trx, services.keyring, visit.params["case"] ?? "");
    await recordAudit(trx, { ...viewed(visit, found.institutionId, found.id), action: "nik_case.view" });
    return found;
  });
  return services.draw(
    visit,
    {
      title: say("console.nik_cases.title"),
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.nikCases, text: say("console.nik_cases.title") },
      layout: "full",
    },
    <CasePage visit={visit} matter={matter} errors={errors} />,
  );
}

async function propose(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form, params } = visit;
  const proposal = proposals.find((one) => one === first(form, "proposal"));
  const reason = readNote(form, "reason", say);
  const reasonError = reason.error ?? (reason.text === "" ? say("console.nik_case.error.reason") : undefined);
  if (!proposal || reasonError !== undefined) {
    return show(services, visit, {
      ...(proposal ? {} : { proposal: say("console.nik_case.error.proposal") }),
      ...(reasonError === undefined ? {} : { reason: reasonError }),
    });
  }
  const outcome = await proposeVerdict(services, {
    ...actorOf(visit),
    caseId: params["case"] ?? "",
    proposal,
    reason: reason.text,
  });
  if (outcome === "wanting") return show(services, visit, { proposal: say("console.nik_case.error.wanting") });
  return redirect(paths.console.nikCase(params["case"] ?? ""));
}

async function answer(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form, params } = visit;
  const caseId = params["case"] ?? "";
  const given = first(form, "answer");
  if (given !== "confirmed" && given !== "refused")
    return show(services, visit, { answer: say("console.nik_case.error.answer") });
  const remark = readNote(form, "remark", say);
  const missing = given === "refused" && remark.text === "" ? say("console.nik_case.error.remark") : undefined;
  const error = remark.error ?? missing;
  if (error !== undefined) return show(services, visit, { remark: error });
  const actor = { ...actorOf(visit), caseId };
  await answerProposal(
    { ...services, words: verdictWords },
    given === "confirmed" ? { ...actor, answer: given } : { ...actor, answer: given, remark: remark.text },
  );
  return redirect(paths.console.nikCase(caseId));
}

/** A rebuilt page of a piece of evidence; the file as it was sent is shown to nobody. */
async function picture(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { case: caseId = "", document: documentId = "", page = "" } = visit.params;
  if (!/^[1-9]\d?$/.test(page)) throw notFound();
  const file = await withStaff(services.db, visit.institutions, async (trx) => {
    const { institutionId, claimant, holder } = await getCase(trx, services.keyring, caseId);
    if (![...claimant.evidence, ...holder.evidence].some(({ id }) => id === documentId)) throw notFound();
    const viewer = { institutions: visit.institutions };
    const read = await readDocumentPage({ ...services, db: trx }, { documentId, page: Number(page), viewer });
    await recordAudit(trx, {
      ...viewed(visit, institutionId, documentId),
      subjectKind: "document",
      action: "document.view",
      data: { nik_case: caseId, page: Number(page) },
    });
    return read;
  });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}

function actorOf({ session, institutions }: StaffVisit) {
  return { actorId: session.accountId, institutions };
}

function viewed({ session }: StaffVisit, institutionId: string, subjectId: string) {
  return {
    actorId: session.accountId,
    actorKind: "staff",
    institutionId,
    subjectKind: "nik_case",
    subjectId,
  } as const;
}
