import { first, type Form } from "../../../platform/http/form.ts";
import type { GivenVerdict, Target } from "../../../registry/reviews/verdicts.ts";
import type { Say } from "../../../texts/texts.ts";
import { readNote } from "../note.ts";
import type { ReviewItem } from "./review.query.ts";

/** What stands in the form for one item: what was saved, or what was typed when it could not be. */
export interface TypedVerdict {
  readonly verdict: string;
  readonly reason: string;
  readonly note: string;
}

export interface VerdictError {
  /** Id of the input. */
  readonly input: string;
  readonly text: string;
}

export interface ReadVerdicts {
  /** Only what differs from what is saved. */
  readonly given: readonly GivenVerdict[];
  readonly typed: ReadonlyMap<string, TypedVerdict>;
  readonly errors: readonly VerdictError[];
}

/** The name and id of an input of an item. */
export function inputName(part: "verdict" | "reason" | "note", target: Target): string {
  return `${part}.${target.kind}.${target.id}`;
}

/** What is saved, as the form shows it. */
export function savedVerdict(item: ReviewItem): TypedVerdict {
  const { verdict } = item;
  return { verdict: verdict?.verdict ?? "none", reason: verdict?.reason ?? "", note: verdict?.note ?? "" };
}

/** Reads the verdicts of a posted form. An item that the form does not speak of stays as it is. */
export function readVerdicts(
  form: Form,
  items: readonly ReviewItem[],
  reasons: readonly string[],
  say: Say,
): ReadVerdicts {
  const typed = new Map<string, TypedVerdict>();
  const given: GivenVerdict[] = [];
  const errors: VerdictError[] = [];
  for (const item of items.filter(({ judged }) => judged)) {
    const name = inputName("verdict", item);
    if (!Object.hasOwn(form, name)) continue;
    const note = readNote(form, inputName("note", item), say);
    const now: TypedVerdict = {
      verdict: first(form, name),
      reason: first(form, inputName("reason", item)),
      note: note.typed,
    };
    typed.set(name, now);
    const found = findErrors(item, now, note.error, reasons, say);
    errors.push(...found);
    const one = asGiven(item, now, note.text);
    if (found.length === 0 && one && isChanged(item, one)) given.push(one);
  }
  return { given, typed, errors };
}

function findErrors(
  item: ReviewItem,
  typed: TypedVerdict,
  noteError: string | undefined,
  reasons: readonly string[],
  say: Say,
): VerdictError[] {
  const { label } = item;
  if (!["none", "right", "wrong"].includes(typed.verdict)) {
    return [{ input: inputName("verdict", item), text: say("console.verdict.error.verdict", { label }) }];
  }
  if (typed.verdict !== "wrong") return [];
  const errors: VerdictError[] = [];
  if (!reasons.includes(typed.reason)) {
    errors.push({ input: inputName("reason", item), text: say("console.verdict.error.reason", { label }) });
  }
  if (noteError !== undefined) errors.push({ input: inputName("note", item), text: noteError });
  return errors;
}

function asGiven({ kind, id }: ReviewItem, { verdict, reason }: TypedVerdict, note: string): GivenVerdict | undefined {
  if (verdict === "wrong") return { kind, id, verdict, reason, note };
  return verdict === "right" || verdict === "none" ? { kind, id, verdict, reason: null, note: "" } : undefined;
}

function isChanged(item: ReviewItem, given: GivenVerdict): boolean {
  const saved = savedVerdict(item);
  return saved.verdict !== given.verdict || saved.reason !== (given.reason ?? "") || saved.note !== given.note;
}
