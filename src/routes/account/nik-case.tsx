import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { DocumentProblem } from "../../registry/documents/problem.ts";
import { storeDocument } from "../../registry/documents/store.ts";
import { beginNikCase } from "../../registry/nik-cases/begin.ts";
import type { EvidenceSlot } from "../../registry/nik-cases/case.ts";
import { openNikCase } from "../../registry/nik-cases/open.ts";
import { findOwnCase } from "../../registry/nik-cases/own-case.query.ts";
import { placesOf } from "../../registry/nik-cases/places.query.ts";
import { isKept } from "../../registry/nik-cases/replaceable.ts";
import { withdrawNikCase } from "../../registry/nik-cases/withdraw.ts";
import type { TextKey } from "../../texts/texts.ts";
import { answerUpload, receiveFile, waitForCheck } from "../receive-file.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { readNik } from "./identity.tsx";
import { BeginPage, CasePage, evidenceBytes } from "./nik-case.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import type { FieldProblem, Problems } from "./typed.ts";

/** The person's case about their NIK, or the form that begins one. */
export async function showNikCase(
  services: AccountRouteServices,
  visit: PersonVisit,
  problems: Problems = {},
): Promise<Response> {
  const { say, session, url } = visit;
  const matter = await findOwnCase(services, session.accountId);
  const anew = url.searchParams.has("new") || visit.request.method === "POST";
  const shown = matter?.closedAt && anew ? undefined : matter;
  return services.draw(
    visit,
    {
      title: say("nik.case.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.identity },
    },
    shown ? (
      <CasePage visit={visit} matter={shown} problems={problems} />
    ) : (
      <BeginPage visit={visit} problems={problems} places={await placesOf(services.db, session.accountId)} />
    ),
  );
}

export async function postNikCase(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const read = readNik(services, visit);
  const places = await placesOf(services.db, visit.session.accountId);
  const place = places.find(({ id }) => id === first(visit.form, "place"));
  if ("problem" in read || !place) {
    return showNikCase(services, visit, {
      ...("problem" in read ? { nik: read.problem } : {}),
      ...(place ? {} : { place: { key: "account.error.place" } }),
    });
  }
  const outcome = await beginNikCase(services, visit.session, { nik: read.value, institutionId: place.id });
  if (outcome === "free" || outcome === "proven" || outcome === "often")
    return showNikCase(services, visit, { nik: { key: `nik.case.error.${outcome}` } });
  return redirect(paths.account.nikCase);
}

/** Takes one piece of evidence, of either side. */
export async function postEvidence(
  services: AccountRouteServices,
  visit: PersonVisit,
  slot: EvidenceSlot,
): Promise<Response> {
  const { accountId, staff } = visit.session;
  const upload = await receiveFile(visit, { folder: services.quarantine, maxBytes: evidenceBytes });
  const matter = await findOwnCase(services, accountId);
  const given = matter?.evidence.find((one) => one.slot === slot)?.status;
  if (!matter || matter.closedAt !== null || isKept(matter.status, given)) {
    if ("file" in upload) await upload.file.discard();
    return answerUpload(upload, redirect(paths.account.nikCase));
  }
  const stored = await storeDocument(services, {
    accountId,
    applicationId: null,
    nikCaseId: matter.id,
    slot,
    upload,
    formats: ["jpg", "pdf"],
    maxBytes: evidenceBytes,
    maxPages: 2,
    actor: { actorId: accountId, actorKind: staff ? "staff" : "applicant" },
  });
  if ("problem" in stored)
    return answerUpload(upload, await showNikCase(services, visit, { [slot]: { key: problemTexts[stored.problem] } }));
  await waitForCheck(async () => {
    const now = await findOwnCase(services, accountId);
    return now?.evidence.find((one) => one.slot === slot)?.status !== "quarantined";
  });
  return answerUpload(upload, redirect(paths.account.nikCase));
}

export async function sendNikCase(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const outcome = await openNikCase(services, visit.session.accountId);
  if (outcome === "opened" || outcome === "none") return redirect(paths.account.nikCase);
  const problem: FieldProblem = { key: outcome === "free" ? "nik.case.freed" : `nik.case.${outcome}` };
  return showNikCase(services, visit, outcome === "free" ? { nik: problem } : { send: problem });
}

export async function endNikCase(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  await withdrawNikCase(services, visit.session.accountId);
  return redirect(paths.account.nikCase);
}

const problemTexts = {
  none: "nik.case.error.none",
  several: "nik.case.error.none",
  empty: "nik.case.error.broken",
  too_large: "nik.case.error.too_large",
  timed_out: "nik.case.error.interrupted",
  cut_off: "nik.case.error.interrupted",
  malformed: "nik.case.error.interrupted",
  wrong_type: "nik.case.error.wrong_type",
  name_differs: "nik.case.error.wrong_type",
  broken: "nik.case.error.broken",
  encrypted: "nik.case.error.broken",
  too_many_pages: "nik.case.error.broken",
  too_many_pixels: "nik.case.error.too_large",
  too_heavy: "nik.case.error.too_large",
} as const satisfies Record<DocumentProblem, TextKey>;
