import type { Answer, Answers } from "./answers.ts";
import type { Condition } from "./conditions.ts";
import type { FieldDefinition } from "./definition.ts";
import type { OutlineEntry } from "./outline.ts";

/** What can be tried out of a condition: those of its parts, joined by &&, that read only choices and yes-no questions. */
export interface Decidable {
  readonly parts: readonly Condition[];
  /** Nothing had to be left out. */
  readonly whole: boolean;
}

/** What the search knows, and how many more combinations it may try before it believes everything. */
export interface Search {
  /** By the text of the condition. */
  readonly conditions: ReadonlyMap<string, Decidable>;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** The outline entry of each field. */
  readonly owners: ReadonlyMap<string, OutlineEntry>;
  left: number;
}

interface Question {
  readonly id: string;
  readonly values: readonly (Answer | undefined)[];
}

/** Whether some answers make a condition true, whether or not they can come about. */
export function canHold(condition: Decidable, search: Search): boolean {
  const ids = new Set(condition.parts.flatMap(({ reads }) => reads));
  const questions = [...ids].map((id) => ({ id, values: everyAnswer(search.fields.get(id)) ?? [] }));
  const holds = (answers: Answers): boolean => condition.parts.every((part) => part.holds(answers));
  return tryAnswers(questions, {}, search, () => true, holds);
}

/**
 * Whether a completed application can come by here: like canHold, over all conditions of the entry, where a question
 * can only be answered if it is itself asked.
 */
export function canBeReached(entry: OutlineEntry, search: Search): boolean {
  const questions = questionsBehind(entry, search).map((owner) => ({
    id: owner.id,
    values: possibleAnswers(owner, search),
  }));
  const asked = (id: string, answers: Answers): boolean => allHold(search.owners.get(id), answers, search);
  return tryAnswers(questions, {}, search, asked, (answers) => allHold(entry, answers, search));
}

/** No answer, then each answer there is; undefined when they cannot be listed. */
export function everyAnswer(field: FieldDefinition | undefined): readonly (Answer | undefined)[] | undefined {
  if (field?.type === "yes_no") return [undefined, false, true];
  if (field?.type === "choice") return [undefined, ...field.options.map((option) => option.value)];
  return undefined;
}

function tryAnswers(
  questions: readonly Question[],
  answers: Answers,
  search: Search,
  asked: (id: string, answers: Answers) => boolean,
  holds: (answers: Answers) => boolean,
): boolean {
  const [question, ...rest] = questions;
  search.left -= 1;
  if (search.left < 0) return true;
  if (question === undefined) return holds(answers);
  const values = asked(question.id, answers) ? question.values : [undefined];
  return values.some((value) => {
    const next = value === undefined ? answers : { ...answers, [question.id]: value };
    return tryAnswers(rest, next, search, asked, holds);
  });
}

/** A question that must be answered has no empty answer, unless it is not sure that it is asked. */
function possibleAnswers(owner: OutlineEntry, search: Search): readonly (Answer | undefined)[] {
  const every = everyAnswer(owner.field) ?? [];
  const sure = owner.conditions.every(({ source }) => search.conditions.get(source)?.whole ?? false);
  return owner.field?.optional === true || !sure ? every : every.slice(1);
}

function allHold(entry: OutlineEntry | undefined, answers: Answers, search: Search): boolean {
  const sources = entry?.conditions ?? [];
  return sources.every(
    ({ source }) => search.conditions.get(source)?.parts.every((part) => part.holds(answers)) ?? true,
  );
}

/** The questions that decide whether an entry is reached, in the order in which they are asked. */
function questionsBehind(entry: OutlineEntry, search: Search): OutlineEntry[] {
  const found = new Set<string>();
  const open = [entry];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { source } of next.conditions) {
      for (const id of search.conditions.get(source)?.parts.flatMap(({ reads }) => reads) ?? []) {
        const owner = search.owners.get(id);
        if (owner === undefined || found.has(id)) continue;
        found.add(id);
        open.push(owner);
      }
    }
  }
  return [...search.owners.values()].filter(({ id }) => found.has(id));
}
