import type { Transaction } from "kysely";
import type { FieldDefinition, Language, Task } from "../../../program/definition.ts";
import { inLanguage } from "../../../program/definition.ts";
import type { FieldError } from "../../../program/answers.ts";
import { answersIn, shownFields, showAnswer, walk, type Walk } from "../../../program/journey.ts";
import { itemKey, itemNumbers } from "../../../program/repeat.ts";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import { findUntold, type UntoldVerdict } from "../../../registry/announcements/held.query.ts";
import { openName } from "../../../registry/documents/seals.ts";
import { listFaceChecks, type FaceCheck } from "../../../registry/faces/checks.query.ts";
import { findNikStanding, type NikStanding } from "../../../registry/nik-claims/standing.query.ts";
import type { ReviewServices } from "../../../registry/reviews/act.ts";
import { listHistory, type HistoryEntry } from "../../../registry/reviews/history.query.ts";
import { reasonLabel } from "../../../registry/reviews/lines.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import {
  loadUnrestricted,
  type SubmittedApplication,
  type SubmittedRound,
} from "../../../registry/reviews/submitted.query.ts";
import { listSourceChecks, type SourceCheck } from "../../../registry/sources/checks.query.ts";
import { listVerdicts, type Target, type Verdict } from "../../../registry/reviews/verdicts.ts";

/** A document as staff see it: what is known of it, and how many rebuilt pages there are to look at. */
export interface ReviewDocument {
  readonly id: string;
  readonly name: string;
  readonly status: "quarantined" | "ready" | "refused" | "removed";
  readonly size: number;
  readonly pages: number;
}

/** One answer or document with everything that helps to judge it. */
export interface ReviewItem extends Target {
  readonly label: string;
  /** In words; empty when not answered, and while hidden. */
  readonly value: string;
  /** Specific personal data that were not asked to be shown. */
  readonly hidden: boolean;
  readonly specific: boolean;
  /** Differs from the round before. */
  readonly corrected: boolean;
  readonly warnings: readonly FieldError[];
  readonly document: ReviewDocument | undefined;
  readonly verdict: Verdict | undefined;
  /** Why it was marked in the round before. */
  readonly before: string | undefined;
  /** Whether the stage lets it be judged. */
  readonly judged: boolean;
}

export interface ReviewTask {
  readonly title: string;
  readonly pages: readonly { readonly title: string; readonly items: readonly ReviewItem[] }[];
}

export interface Review {
  readonly application: SubmittedApplication;
  readonly tasks: readonly ReviewTask[];
  readonly history: readonly HistoryEntry[];
  /** The verdict that waits for its announcement. */
  readonly untold: UntoldVerdict | undefined;
  /** What the sources of the program say of it. */
  readonly sources: readonly SourceCheck[];
  /** What came of comparing its two pictures. */
  readonly faces: readonly FaceCheck[];
  /** Whose its NIK is, where its program asks for one. */
  readonly nik: NikStanding | undefined;
  /** Names of staff by account id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every item of the application, in the order of the program. */
export function itemsOf(review: Review): ReviewItem[] {
  return review.tasks.flatMap(({ pages }) => pages.flatMap(({ items }) => items));
}

interface Context {
  readonly application: SubmittedApplication;
  readonly language: Language;
  readonly shown: ReadonlySet<string>;
  readonly walked: Walk;
  readonly earlier: Walk | undefined;
  readonly documents: ReadonlyMap<string, ReviewDocument>;
  readonly verdicts: readonly Verdict[];
  readonly verdictsBefore: readonly Verdict[];
}

/** Opens an application for review. `shown` are the items whose specific data may be seen. `trx` must come from `withStaff`. */
export async function loadReview(
  trx: Transaction<DB>,
  services: Omit<ReviewServices, "db">,
  input: { readonly applicationId: string; readonly language: Language; readonly shown: ReadonlySet<string> },
): Promise<Review> {
  const application = await loadUnrestricted(trx, services, input.applicationId);
  const { id, key, round, current, previous } = application;
  const context: Context = {
    application,
    language: input.language,
    shown: input.shown,
    walked: walkRound(application, current),
    earlier: previous && walkRound(application, previous),
    documents: await listDocuments(trx, application),
    verdicts: await listVerdicts(trx, { applicationId: id, round, key }),
    verdictsBefore: await listVerdicts(trx, { applicationId: id, round: round - 1, key }),
  };
  const history = await listHistory(trx, { applicationId: id, key });
  const actors = history.filter(({ actorKind }) => actorKind === "staff").map(({ actorId }) => actorId);
  const names = new Map<string, string>();
  for (const actor of new Set([...actors, application.claimedBy])) {
    if (actor !== null) names.set(actor, await getName(trx, services.keyring, actor));
  }
  const untold = application.status === "decided" ? await findUntold(trx, { applicationId: id, key }) : undefined;
  const sources = await listSourceChecks(trx, application);
  const faces = application.compiled.program.face ? await listFaceChecks(trx, { applicationId: id, round }) : [];
  const nik = await findNikStanding(trx, id);
  const tasks = context.walked.tasks.map(({ task }) => asTask(task, context));
  return { application, tasks, history, untold, sources, faces, nik, names };
}

function walkRound(application: SubmittedApplication, round: SubmittedRound): Walk {
  const documents = Object.fromEntries(Object.keys(round.documents).map((slot) => [slot, "present" as const]));
  return walk(application.compiled, { typed: round.typed, documents, now: round.submittedAt });
}

async function listDocuments(
  trx: Transaction<DB>,
  application: SubmittedApplication,
): Promise<Map<string, ReviewDocument>> {
  const ids = Object.values(application.current.documents);
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("documents as d")
    .select(["d.id", "d.name_sealed", "d.status", "d.size"])
    .select((eb) =>
      eb
        .selectFrom("document_pages as g")
        .whereRef("g.document_id", "=", "d.id")
        .select((inner) => inner.fn.countAll<number>().as("pages"))
        .as("pages"),
    )
    .where("d.id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, name: openName(application.key, row), status: row.status, size: row.size, pages: row.pages ?? 0 },
    ]),
  );
}

function asTask(task: Task, context: Context): ReviewTask {
  const onPath = new Set(context.walked.steps.map(({ step }) => step.id));
  const { compiled } = context.application;
  const pages = task.pages
    .filter(({ page }) => onPath.has(page))
    .flatMap((page) => {
      const { current } = context.application;
      const items = page.repeat === undefined ? [undefined] : itemNumbers(current.typed, page.page);
      return items.map((item) => ({
        title: `${inLanguage(page.title, context.language)}${item === undefined ? "" : ` ${item}`}`,
        items: shownFields(compiled, page.page, context.walked.answers).flatMap((field) =>
          asAnswer(field, { page: page.page, item }, context),
        ),
      }));
    })
    .filter(({ items }) => items.length > 0);
  const slots = task.documents.filter(({ id }) => onPath.has(id));
  const documents = slots.map((slot): ReviewItem => {
    const id = context.application.current.documents[slot.id];
    return {
      ...judgeable({ kind: "document", id: slot.id }, context),
      label: inLanguage(slot.label, context.language),
      value: "",
      specific: slot.data === "specific",
      hidden: slot.data === "specific" && !context.shown.has(slot.id),
      corrected: context.earlier !== undefined && context.application.previous?.documents[slot.id] !== id,
      warnings: [],
      document: id === undefined ? undefined : context.documents.get(id),
    };
  });
  return {
    title: inLanguage(task.title, context.language),
    pages: documents.length === 0 ? pages : [...pages, { title: "", items: documents }],
  };
}

function asAnswer(
  field: FieldDefinition,
  { page, item }: { readonly page: string; readonly item: number | undefined },
  context: Context,
): ReviewItem[] {
  const { compiled } = context.application;
  const id = itemKey(field.id, item);
  const value = showAnswer(compiled, id, context.walked.answers, context.language);
  const earlier = context.earlier && showAnswer(compiled, id, context.earlier.answers, context.language);
  // A field of a condition on the same page that does not hold was never asked.
  const condition = compiled.fieldsById.get(field.id)?.condition;
  if (value === "" && condition?.holds(answersIn(compiled, page, item, context.walked.answers)) === false) return [];
  const hidden = field.data === "specific" && value !== "" && !context.shown.has(id);
  return [
    {
      ...judgeable({ kind: "field", id }, context),
      label: inLanguage(field.label, context.language),
      value: hidden ? "" : value,
      specific: field.data === "specific",
      hidden,
      corrected: earlier !== undefined && earlier !== value,
      warnings: (context.walked.warnings[itemKey(page, item)] ?? []).filter(({ id }) => id === field.id),
      document: undefined,
    },
  ];
}

function judgeable(target: Target, context: Context) {
  const { verdicts } = stageOf(context.application.compiled);
  const same = (verdict: Verdict) => verdict.kind === target.kind && verdict.id === target.id;
  const before = context.verdictsBefore.find((verdict) => same(verdict) && verdict.verdict === "wrong");
  return {
    ...target,
    judged: verdicts === "per_document_and_answer" || (verdicts === "per_document" && target.kind === "document"),
    verdict: context.verdicts.find(same),
    before: before?.reason ? reasonLabel(context.application.compiled, before.reason, context.language) : undefined,
  };
}
