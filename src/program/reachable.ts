import type { Answer, Answers } from "./answers.ts";
import type { Condition } from "./conditions.ts";
import type { FieldDefinition } from "./definition.ts";
import type { OutlineEntry } from "./outline.ts";

/** What the search knows, and how many more combinations it may try. */
export interface Search {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** The outline entry of each field. */
  readonly owners: ReadonlyMap<string, OutlineEntry>;
  left: number;
}

/**
 * Whether some answers make a condition true. Only conditions over choices and yes-no questions are tried out; of any
 * other, and when the search grows too large, it is believed.
 */
export function canHold(condition: Condition, search: Search): boolean {
  const questions = condition.reads.map((id) => ({ id, values: everyAnswer(search.fields.get(id)) }));
  return tryAnswers(questions, {}, search, () => true, (answers) => condition.holds(answers));
}

/**
 * Whether a completed application can come by here: like canHold, over all conditions of the entry, where a question
 * can only be answered if it is itself asked.
 */
export function canBeReached(entry: OutlineEntry, search: Search): boolean {
  const questions = questionsBehind(entry, search).map((owner) => ({
    id: owner.id,
    values: owner.field?.optional === true ? everyAnswer(owner.field) : everyAnswer(owner.field)?.slice(1),
  }));
  const asked = (id: string, answers: Answers): boolean => allHold(search.owners.get(id), answers, search);
  return tryAnswers(questions, {}, search, asked, (answers) => allHold(entry, answers, search));
}

interface Question {
  readonly id: string;
  /** Every possible answer, or undefined when they cannot be listed. */
  readonly values: readonly (Answer | undefined)[] | undefined;
}

function tryAnswers(
  questions: readonly Question[],
  answers: Answers,
  search: Search,
  asked: (id: string, answers: Answers) => boolean,
  holds: (answers: Answers) => boolean,
): boolean {
  const [question, ...rest] = questions;
  if (questions.some(({ values }) => values === undefined)) return true;
  if (question === undefined) {
    search.left -= 1;
    return search.left < 0 || holds(answers);
  }
  const values = asked(question.id, answers) ? (question.values ?? []) : [undefined];
  return values.some((value) => {
    const next = value === undefined ? answers : { ...answers, [question.id]: value };
    return search.left < 0 || tryAnswers(rest, next, search, asked, holds);
  });
}

/** No answer, then each answer there is. */
function everyAnswer(field: FieldDefinition | undefined): readonly (Answer | undefined)[] | undefined {
  if (field?.type === "yes_no") return [undefined, false, true];
  if (field?.type === "choice") return [undefined, ...field.options.map((option) => option.value)];
  return undefined;
}

function allHold(entry: OutlineEntry | undefined, answers: Answers, search: Search): boolean {
  return entry?.conditions.every(({ source }) => search.conditions.get(source)?.holds(answers) ?? true) ?? true;
}

/** The questions that decide whether an entry is reached, in the order in which they are asked. */
function questionsBehind(entry: OutlineEntry, search: Search): OutlineEntry[] {
  const found = new Set<string>();
  const open = [entry];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { source } of next.conditions) {
      for (const id of search.conditions.get(source)?.reads ?? []) {
        const owner = search.owners.get(id);
        if (owner === undefined || found.has(id)) continue;
        found.add(id);
        open.push(owner);
      }
    }
  }
  return [...search.owners.values()].filter(({ id }) => found.has(id));
}
