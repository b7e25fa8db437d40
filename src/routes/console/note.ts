import { cleanText } from "../../program/fields/plain-text.ts";
import type { Form } from "../../platform/http/form.ts";
import { first } from "../../platform/http/form.ts";
import { longestNote } from "../../registry/reviews/notes.ts";
import type { Say } from "../../texts/texts.ts";

/** A reviewer's note as it is kept, or what is wrong with it; `typed` goes back into the form. */
export type ReadNote = { readonly typed: string; readonly text: string; readonly error: string | undefined };

/** Reads a note from a posted form: several lines, cleaned like an applicant's own answers. */
export function readNote(form: Form, name: string, say: Say): ReadNote {
  const typed = first(form, name);
  const cleaned = cleanText({ [name]: typed }, name, { max: longestNote, lines: true });
  if ("text" in cleaned) return { typed, text: cleaned.text, error: undefined };
  const tooLong = cleaned.outcome.errors[0]?.code === "too_long";
  const error = say(tooLong ? "console.note.error.too_long" : "console.note.error.characters", { max: longestNote });
  return { typed, text: "", error };
}

/** The round that a form was made from; 0, which no submission has, when it says nothing sensible. */
export function readRound(form: Form): number {
  const text = first(form, "round");
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}
