import { isDeepStrictEqual } from "node:util";
import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { CompiledField, CompiledProgram } from "../../program/compile.ts";
import type { FieldType } from "../../program/definition.ts";
import {
  type FieldError,
  projections,
  readPage,
  showAnswer,
  shownFields,
  type TypedPage,
  walk,
  type Walk,
} from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Form } from "../../platform/http/form.ts";
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

/** Types of fields whose answer an officer may correct. Names and identity numbers have indexes, and others hang on them. */
const correctableTypes: readonly FieldType[] = [
  "text",
  "textarea",
  "email",
  "phone",
  "number",
  "money",
  "postcode",
  "date",
  "year",
  "choice",
  "choices",
  "yes_no",
  "region",
];

/** A question whose answer an officer may correct. */
export interface CorrectableField {
  readonly field: CompiledField;
  /** The question; with its page, where another one reads the same. */
  readonly label: AnswerChange["label"];
}

/** The questions of the application that a request is about. */
export interface Correctable {
  readonly applicationId: string;
  readonly institutionId: string;
  readonly compiled: CompiledProgram;
  readonly fields: readonly CorrectableField[];
  /** Why nothing at all may be corrected now: its owner is changing it, or has withdrawn it. */
  readonly stopped: "returned" | "withdrawn" | undefined;
}

/**
 * `unknown`: no such question may be corrected; `invalid`: it does not take this answer, by its own rules; `same`: nothing
 * would change; `derived`: other questions hang on it, so that the application has to be returned instead.
 */
export type CorrectOutcome =
  | { readonly kind: "corrected" | "unknown" | "same" | "derived" }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] };

/** The questions of an application that may be corrected for a request that this officer works on. Throws (409) for any other. */
export async function listCorrectable(
  trx: Transaction<DB>,
  services: ReviewServices,
  act: RightsAct,
): Promise<Correctable> {
  const application = await loadFor(trx, services, act);
  const { id: applicationId, institutionId, compiled, current } = application;
  const { status } = application;
  const stopped = status === "returned" || status === "withdrawn" ? status : undefined;
  const found = stopped === undefined ? correctable(application, walkOf(application, current.typed)) : [];
  const fields = found.map((field) => ({ field, label: labelOf(application, field.definition.id) }));
  return { applicationId, institutionId, compiled, fields, stopped };
}

/**
 * Lays another answer over the submitted one. What was submitted stays as it is in its round; staff, exports and the
 * owner see the corrected answer from now on, and the owner sees both on the page of the request.
 */
export async function correctAnswer(
  services: ReviewServices,
  act: RightsAct & { readonly field: string; readonly form: Form },
): Promise<CorrectOutcome> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const application = await loadFor(trx, services, act);
    const { compiled, current, key } = application;
    const before = walkOf(application, current.typed);
    const field = correctable(application, before).find(({ definition }) => definition.id === act.field);
    if (!field) return { kind: "unknown" };
    const page = withAnswer(current.typed[field.step] ?? {}, field, readPage(compiled, field.step, act.form));
    const after = walkOf(application, { ...current.typed, [field.step]: page });
    const errors = after.errors[field.step] ?? [];
    const own = errors.filter(({ id }) => id === act.field);
    if (own.length > 0 || after.answers[act.field] === undefined) return { kind: "invalid", errors: own };
    if (isDeepStrictEqual(after.answers[act.field], before.answers[act.field])) return { kind: "same" };
    // What is wrong now with another question of the page hangs on this one: a number that tells the birth date.
    if (errors.length > 0 || !isDeepStrictEqual(outline(application, before), outline(application, after))) {
      return { kind: "derived" };
    }
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
        ${seal(key, JSON.stringify(change), changeContext(id))}::bytea,
        ${projections(compiled, after.answers)}::jsonb) as done`.execute(trx);
    if (rows[0]?.done !== true) throw conflict("right_meanwhile");
    const held = { accountId: application.accountId, institutionId: application.institutionId };
    await recordRightDone(trx, act, { ...held, kind: "correction" }, "right.correct", { field: act.field });
    return { kind: "corrected" };
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

/** A page as it was typed, with the inputs of one field as they come now. */
function withAnswer(page: TypedPage, { names }: CompiledField, given: TypedPage): TypedPage {
  const others = Object.entries(page).filter(([name]) => !names.includes(name));
  const own = Object.entries(given).filter(([name]) => names.includes(name));
  return Object.fromEntries([...others, ...own]);
}

/** Fields of pages that were submitted, once and rightly, whose type may be corrected. */
function correctable({ compiled }: SubmittedApplication, walked: Walk): CompiledField[] {
  return walked.steps.flatMap(({ step, status }) => {
    if (step.kind !== "page" || step.repeat !== undefined || status !== "done") return [];
    const shown = new Set(shownFields(compiled, step.id, walked.answers).map(({ id }) => id));
    return [...compiled.fieldsById.values()].filter(
      ({ definition, step: page }) =>
        page === step.id &&
        shown.has(definition.id) &&
        walked.answers[definition.id] !== undefined &&
        correctableTypes.includes(definition.type),
    );
  });
}

function labelOf({ compiled }: SubmittedApplication, field: string): AnswerChange["label"] {
  const label = (language: "id" | "en") =>
    exportColumns(compiled, language).find(({ id }) => columnField(id) === field)?.label ?? field;
  return { id: label("id"), en: label("en") };
}

/** What hangs on answers beside the answers themselves: the way, and who it is. */
function outline({ compiled }: SubmittedApplication, walked: Walk) {
  return {
    steps: walked.steps.map(({ step, status }) => [
      step.id,
      status,
      step.kind === "page" ? shownFields(compiled, step.id, walked.answers).map(({ id }) => id) : [],
    ]),
    stops: walked.stops,
    name: nameField(compiled, walked.answers),
    nik: identityStep(compiled)?.answer(walked.answers),
  };
}
