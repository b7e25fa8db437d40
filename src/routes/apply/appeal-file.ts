import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { getName } from "../../registry/accounts/name.query.ts";
import { readAppeal } from "../../registry/appeals/appeal.query.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { writePaper } from "../../registry/papers/paper.ts";
import { momentWords } from "../../texts/dates.ts";
import type { PersonVisit } from "../route.ts";
import { openSubmitted, paperRule } from "./receipt-files.ts";
import type { ApplyServices } from "./services.ts";

/** The answer to an appeal as a paper, in the design of the letter that it is about; 404 before there is one. */
export async function appealPaper(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const application = await openSubmitted(services, visit);
  const { receipt, zone } = application;
  const { latest } = await readAppeal(services.db, { applicationId: application.id, key: application.key });
  if (!latest?.answer || !latest.answeredAt) throw notFound();
  await services.limits.spend(paperRule, visit.session.accountId);
  const name = await getName(services.db, services.keyring, application.accountId);
  const institution = application.institution[language];
  const number = application.number ?? receipt;
  const bytes = await writePaper({
    language,
    title: `${say("appeal.paper_title")} ${number}`,
    heading: say("appeal.paper_title"),
    institution,
    said: say(`appeal.answer_${latest.answer}`),
    number,
    facts: [
      { name: say("paper.program"), value: application.compiled.program.title[language] },
      { name: say("paper.institution"), value: institution },
      ...(name === "" ? [] : [{ name: say("paper.applicant"), value: name }]),
      { name: say("paper.receipt_number"), value: receipt },
      { name: say("appeal.sent_at"), value: momentWords(latest.sentAt, zone, language) },
      { name: say("appeal.answered_at"), value: momentWords(latest.answeredAt, zone, language) },
    ],
    paragraphs: [
      say(`appeal.paper_${latest.answer}_text`),
      ...(latest.words ?? "").split(/\n+/).filter((line) => line.trim() !== ""),
    ],
    qr: {
      address: services.publicUrl + paths.checkReceipt(receipt),
      label: say("paper.qr_label"),
      text: say("paper.letter_qr"),
    },
    small: [],
    madeAt: application.now,
  });
  const file = { mediaType: "application/pdf", name: `sanggah-${number}.pdf` };
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(file, "attachment") });
}
