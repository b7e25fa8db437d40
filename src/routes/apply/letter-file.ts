import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { getName } from "../../registry/accounts/name.query.ts";
import { awaitsNumber } from "../../registry/numbers/gapless.query.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { type Paper, writePaper } from "../../registry/papers/paper.ts";
import { type HistoryEntry, listHistory } from "../../registry/reviews/history.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { reasonText } from "./history.tsx";
import { openSubmitted, paperRule, type Submitted } from "./receipt-files.ts";
import type { ApplyServices } from "./services.ts";

/** The decision as a paper, with the reasons of a rejection and the officer's own words; 404 before there is one. */
export async function letterPaper(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const application = await openSubmitted(services, visit);
  const { status } = application;
  if (status !== "accepted" && status !== "rejected") throw notFound();
  // The letter is for good, so it waits for the number; the status says that it follows.
  if (status === "accepted" && (await awaitsNumber(services.db, application))) {
    return redirect(paths.apply.status(application.id));
  }
  await services.limits.spend(paperRule, visit.session.accountId);
  const history = await listHistory(services.db, { applicationId: application.id, key: application.key });
  const decision = history.findLast(({ kind }) => kind === status);
  if (!decision) throw notFound();
  const name = await getName(services.db, services.keyring, application.accountId);
  const around = { name, publicUrl: services.publicUrl };
  const bytes = await writePaper(paperOf(visit, { application, status, decision }, around));
  const number = application.number ?? application.receipt;
  const file = { mediaType: "application/pdf", name: `${number}.pdf` };
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(file, "attachment") });
}

interface Decided {
  readonly application: Submitted;
  readonly status: "accepted" | "rejected";
  readonly decision: HistoryEntry;
}

function paperOf(
  { say, language }: PersonVisit,
  { application, status, decision }: Decided,
  around: { readonly name: string; readonly publicUrl: string },
): Paper {
  const { receipt, zone } = application;
  const institution = application.institution[language];
  const number = status === "accepted" ? (application.number ?? receipt) : receipt;
  return {
    language,
    title: `${say(`paper.letter_${status}`)} ${number}`,
    heading: say(`paper.letter_${status}`),
    institution,
    said: say(`paper.letter_${status}_said`),
    number,
    facts: [
      { name: say("paper.program"), value: application.compiled.program.title[language] },
      { name: say("paper.institution"), value: institution },
      ...(around.name === "" ? [] : [{ name: say("paper.applicant"), value: around.name }]),
      { name: say("paper.receipt_number"), value: receipt },
      { name: say("paper.decided"), value: momentWords(decision.at, zone, language) },
    ],
    paragraphs: [
      say(`paper.letter_${status}_text`),
      ...decision.reasons.map((reason) => `\u2022 ${reasonText(application, reason, language)}`),
      ...(decision.note ?? "").split(/\n+/).filter((line) => line.trim() !== ""),
    ],
    qr: {
      address: around.publicUrl + paths.checkReceipt(receipt),
      label: say("paper.qr_label"),
      text: say("paper.letter_qr"),
    },
    small: [],
    madeAt: application.now,
  };
}
