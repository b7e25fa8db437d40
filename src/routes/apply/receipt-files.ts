import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { getName } from "../../registry/accounts/name.query.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { findReceiptProof, type ReceiptProof, writeReceiptProof } from "../../registry/audit/receipt-proof.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { type Paper, writePaper } from "../../registry/papers/paper.ts";
import { momentWords } from "../../texts/dates.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";
import { numberWords } from "./number-words.ts";
import { openWork } from "./work.ts";

/** A paper takes a tenth of a second to draw, so nobody draws them without end. */
export const paperRule = { name: "paper", most: 120, seconds: 3_600 } as const;

export type Submitted = Application & { readonly submittedAt: Date };

/** The receipt to keep and to print. */
export async function receiptPaper(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const application = await openSubmitted(services, visit);
  await services.limits.spend(paperRule, visit.session.accountId);
  const proof = await findReceiptProof(services.db, application.id);
  const name = await getName(services.db, services.keyring, application.accountId);
  const number = await numberWords(services.db, visit, application);
  const bytes = await writePaper(paperOf(visit, application, { proof, name, number, publicUrl: services.publicUrl }));
  const file = { mediaType: "application/pdf", name: `${application.receipt}.pdf` };
  return new Response(new Uint8Array(bytes), { headers: documentHeaders(file, "attachment") });
}

/** The proof that the submission stands in the sealed record; 404 until it does. */
export async function receiptProof(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const application = await openSubmitted(services, visit);
  const proof = await findReceiptProof(services.db, application.id);
  if (!proof) throw notFound();
  const { language } = visit;
  const body = writeReceiptProof(proof, {
    service: services.publicUrl,
    receipt: application.receipt,
    program: application.compiled.program.title[language],
    institution: application.institution[language],
  });
  const file = { mediaType: "application/json", name: `${application.receipt}.json` };
  return new Response(body, { headers: documentHeaders(file, "attachment") });
}

/** The visitor's own application, if it was ever submitted. */
export async function openSubmitted(services: ApplyServices, visit: PersonVisit): Promise<Submitted> {
  const { application } = await openWork(services, visit);
  const { submittedAt } = application;
  if (!submittedAt) throw notFound();
  return { ...application, submittedAt };
}

function paperOf(
  { say, language }: PersonVisit,
  application: Submitted,
  around: {
    readonly proof: ReceiptProof | undefined;
    readonly name: string;
    readonly number: string | undefined;
    readonly publicUrl: string;
  },
): Paper {
  const { receipt, submittedAt, zone } = application;
  const { proof, name, number, publicUrl } = around;
  const institution = application.institution[language];
  const sealed =
    proof &&
    say("paper.sealed", {
      position: String(proof.position + 1),
      size: String(proof.head.size),
      moment: momentWords(proof.head.at, zone, language),
      root: proof.head.root.toString("hex"),
    });
  return {
    language,
    title: `${say("paper.receipt")} ${receipt}`,
    heading: say("paper.receipt"),
    institution,
    said: say("paper.receipt_said"),
    number: receipt,
    facts: [
      { name: say("paper.program"), value: application.compiled.program.title[language] },
      { name: say("paper.institution"), value: institution },
      ...(name === "" ? [] : [{ name: say("paper.applicant"), value: name }]),
      ...(number === undefined ? [] : [{ name: say("apply.number"), value: number }]),
      { name: say("paper.submitted"), value: momentWords(submittedAt, zone, language) },
    ],
    paragraphs: [say("paper.keep")],
    qr: {
      address: publicUrl + paths.checkReceipt(receipt),
      label: say("paper.qr_label"),
      text: say("paper.qr_text"),
    },
    small: [sealed ?? say("paper.not_sealed")],
    madeAt: application.now,
  };
}
