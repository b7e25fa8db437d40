import type { Answer, TypedPage } from "../answers.ts";
import { type Finding, finding } from "./field.ts";

/** The parts of a field type that has one text input and whose answer is shown as it is stored. */
export const single = {
  projections: [],
  names: (definition: { readonly id: string }): readonly string[] => [definition.id],
  missing: (definition: { readonly id: string }): Finding => finding(definition.id, "required"),
  show: (_definition: unknown, answer: Answer): string => String(answer),
  type: (definition: { readonly id: string }, answer: Answer): TypedPage => ({ [definition.id]: String(answer) }),
} as const;
