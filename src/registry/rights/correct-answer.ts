import { isDeepStrictEqual } from "node:util";
import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { CompiledField } from "../../program/compile.ts";
import { projections, showAnswer, shownFields, walk, type Walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { identityStep, nameField } from "../applications/identity.ts";
import { pageContext } from "../applications/load.query.ts";
import type { ReviewServices } from "../reviews/act.ts";
import { columnField, exportColumns } from "../reviews/export-columns.ts";
import { loadSubmitted, type SubmittedApplication } from "../reviews/submitted.query.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { holdTaken, recordRightDone, type RightsAct } from "./hold.ts";
import { changeContext, type AnswerChange } from "./corrections.query.ts";

/** Types of fields that are one line or text of their own, so that an officer can type another answer. */
const typedTypes: readonly string[] = [
  "text",
  "textarea",
  "number",
  "money",
  "postcode",
  "year",
  "digits",
  "email",
  "phone",
];

/** A question whose answer an officer may correct. */
export interface CorrectableField {
  readonly id: string;
  /** The question; with its page, where another one reads the same. */
  readonly label: AnswerChange["label"];
}

/**
 * `invalid`: the question does not take this answer; `same`: nothing would change; `derived`: other questions, numbers or
 * lists hang on it, so that the application has to be returned instead.
 */
export type CorrectOutcome = "corrected" | "unknown" | "invalid" | "same" | "derived";

/** The questions of an application that may be corrected for a request that this officer works on. Throws (409) for any other. */
export async function listCorrectable(
  trx: Transaction<DB>,
  services: ReviewServices,
  act: RightsAct,
): Promise<readonly CorrectableField[]> {
  const application = await loadFor(trx, services, act);
  return correctable(application, walkOf(application, application.current.typed)).map(({ definition: { id } }) => ({
    id,
    label: labelOf(application, id),
  }));
}

/**
 * Lays another answer over the submitted one. What was submitted stays as it is in its round; staff, exports and the
 * owner see the corrected answer from now on, and the owner sees both on the page of the request.
 */
export async function correctAnswer(
  services: ReviewServices,
  act: RightsAct & { readonly field: string; readonly value: readonly string[] },
): Promise<CorrectOutcome> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const application = await loadFor(trx, services, act);
    const { compiled, current, key } = application;
    const before = walkOf(application, current.typed);
    const field = correctable(application, before).find(({ definition }) => definition.id === act.field);
    if (!field) return "unknown";
    const [only] = act.value;
    const page = { ...current.typed[field.step], [act.field]: act.value.length === 1 ? (only ?? "") : act.value };
    const after = walkOf(application, { ...current.typed, [field.step]: page });
    if ((after.errors[field.step] ?? []).length > 0 || after.answers[act.field] === undefined) return "invalid";
    if (isDeepStrictEqual(after.answers[act.field], before.answers[act.field])) return "same";
    if (!isDeepStrictEqual(outline(application, before), outline(application, after))) return "derived";
    const id = uuidv7();
    const shown = (walked: Walk) => showAnswer(compiled, act.field, walked.answers, "id");
    const change: AnswerChange = {
      label: labelOf(application, act.field),
      was: shown(before),
      now: shown(after),
    };
    const { rows } = await sql<{ done: boolean }>`
      select correct_answer(${id}::uuid, ${act.requestId}::uuid, ${act.actorId}::uuid, ${field.step}, ${act.field},
        ${seal(key, JSON.stringify(page), pageContext(application.id, field.step))}::bytea,
        ${seal(key, JSON.stringify(change), changeContext(id))}::bytea) as done`.execute(trx);
    if (rows[0]?.done !== true) throw conflict("right_meanwhile");
    const held = { accountId: application.accountId, institutionId: application.institutionId };
    await recordRightDone(trx, act, { ...held, kind: "correction" }, "right.correct", { field: act.field });
    return "corrected";
  });
}

async function loadFor(trx: Transaction<DB>, services: ReviewServices, act: RightsAct): Promise<SubmittedApplication> {
  const { kind, applicationId } = await holdTaken(trx, act);
  if (kind !== "correction" || applicationId === null) throw notFound();
  // Two requests may be about one page: whoever corrects second reads what the first one wrote, and lays nothing over it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`correct ${applicationId}`}, 0))`.execute(trx);
  return loadSubmitted(trx, services, applicationId);
}

function walkOf({ compiled, current }: SubmittedApplication, typed: SubmittedApplication["current"]["typed"]): Walk {
  const documents = Object.fromEntries(Object.keys(current.documents).map((slot) => [slot, "present" as const]));
  return walk(compiled, { typed, documents, now: current.submittedAt });
}

/** Fields of pages that were submitted, once and rightly, with an answer that stands in one input. */
function correctable({ compiled }: SubmittedApplication, walked: Walk): CompiledField[] {
  return walked.steps.flatMap(({ step, status }) => {
    if (step.kind !== "page" || step.repeat !== undefined || status !== "done") return [];
    const shown = new Set(shownFields(compiled, step.id, walked.answers).map(({ id }) => id));
    return [...compiled.fieldsById.values()].filter(
      ({ definition, names, step: page }) =>
        page === step.id &&
        shown.has(definition.id) &&
        walked.answers[definition.id] !== undefined &&
        typedTypes.includes(definition.type) &&
        names.length === 1,
    );
  });
}

function labelOf({ compiled }: SubmittedApplication, field: string): AnswerChange["label"] {
  const label = (language: "id" | "en") =>
    exportColumns(compiled, language).find(({ id }) => columnField(id) === field)?.label ?? field;
  return { id: label("id"), en: label("en") };
}

/** What hangs on answers beside the answers themselves: the way, what lists and numbers read, and who it is. */
function outline({ compiled }: SubmittedApplication, walked: Walk) {
  return {
    steps: walked.steps.map(({ step, status }) => [
      step.id,
      status,
      step.kind === "page" ? shownFields(compiled, step.id, walked.answers).map(({ id }) => id) : [],
    ]),
    stops: walked.stops,
    projections: projections(compiled, walked.answers),
    name: nameField(compiled, walked.answers),
    nik: identityStep(compiled)?.answer(walked.answers),
  };
}
