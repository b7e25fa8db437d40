import type { Transaction } from "kysely";
import type { Language } from "../../program/definition.ts";
import { showAnswer, walk, type Walk } from "../../program/journey.ts";
import { itemKey, itemNumbers } from "../../program/repeat.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { unrestricted } from "../rights/restricted.query.ts";
import type { ReviewServices } from "./act.ts";
import { columnField, type ExportFact } from "./export-columns.ts";
import { loadSubmitted, type SubmittedApplication } from "./submitted.query.ts";
import { withStaff } from "./with-staff.ts";

const BATCH = 25;

/** How a fact is said in a cell; words are the caller's. */
export type SayFact = (fact: ExportFact, application: SubmittedApplication) => string;

/**
 * The rows of an export, a batch at a time: no more people's data are open at once than a batch has.
 * What was submitted last is shown, as staff see it.
 */
export async function* exportRows(
  services: ReviewServices,
  input: {
    readonly institutions: readonly string[];
    readonly applications: readonly string[];
    readonly columns: readonly string[];
    /** Those of the columns that were chosen knowing that they hold specific personal data. */
    readonly specific: ReadonlySet<string>;
    readonly language: Language;
    readonly sayFact: SayFact;
  },
): AsyncGenerator<string[][]> {
  for (let at = 0; at < input.applications.length; at += BATCH) {
    const ids = input.applications.slice(at, at + BATCH);
    yield await withStaff(services.db, input.institutions, (trx) => readBatch(trx, services, { ...input, ids }));
  }
}

async function readBatch(
  trx: Transaction<DB>,
  services: ReviewServices,
  input: Parameters<typeof exportRows>[1] & { readonly ids: readonly string[] },
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const id of await stillUnrestricted(trx, input.ids)) {
    const application = await loadSubmitted(trx, services, id);
    const { compiled, current } = application;
    const documents = Object.fromEntries(Object.keys(current.documents).map((slot) => [slot, "present" as const]));
    const walked = walk(compiled, { typed: current.typed, documents, now: current.submittedAt });
    rows.push(
      input.columns.map((column) => {
        const field = columnField(column);
        if (field === undefined) return input.sayFact(column as ExportFact, application);
        // A version may have become less strict about a question; who answered the older one keeps its promise.
        const specific = compiled.fieldsById.get(field)?.definition.data === "specific";
        if (specific && !input.specific.has(column)) return "";
        return showField(application, walked, field, input.language);
      }),
    );
  }
  return rows;
}

/** Whoever restricted the institution after the export was made is left out of the file all the same. */
async function stillUnrestricted(trx: Transaction<DB>, ids: readonly string[]): Promise<readonly string[]> {
  const free = await trx
    .selectFrom("applications")
    .select("id")
    .where("id", "in", ids)
    .where(unrestricted("applications"))
    .execute();
  return ids.filter((id) => free.some((row) => row.id === id));
}

/** An answer in words; those of a list's items one after the other. */
function showField(application: SubmittedApplication, walked: Walk, field: string, language: Language): string {
  const { compiled, current } = application;
  const page = compiled.fieldsById.get(field)?.step;
  if (page === undefined) return "";
  const step = compiled.stepsById.get(page)?.step;
  if (step?.kind !== "page" || step.repeat === undefined) {
    return showAnswer(compiled, field, walked.answers, language);
  }
  return itemNumbers(current.typed, page)
    .map((item) => showAnswer(compiled, itemKey(field, item), walked.answers, language))
    .join("; ");
}
