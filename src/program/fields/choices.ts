import * as z from "zod";
import { type Answer, typedList } from "../answers.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { findOption, options } from "./options.ts";
import { single } from "./single.ts";

export const choices = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("choices"),
      options,
      min: z.int().min(1).max(200).default(1).describe("The least number of options to choose."),
      max: z.int().min(1).max(200).default(200).describe("The greatest number of options to choose."),
    })
    .describe("Any of several options, shown as checkboxes."),
  codes: ["choose_some", "not_an_option", "too_few", "too_many"],
  condition: "list<string>",
  missing: ({ id }) => finding(id, "choose_some"),
  check(definition, typed) {
    const values = new Set(typedList(typed, definition.id).filter((value) => value.trim() !== ""));
    const chosen = definition.options.map((option) => option.value).filter((value) => values.has(value));
    if (chosen.length < values.size) return wrong(definition.id, "not_an_option");
    if (chosen.length < definition.min)
      return wrong(definition.id, "too_few", { min: definition.min, typed: chosen.length });
    if (chosen.length > definition.max)
      return wrong(definition.id, "too_many", { max: definition.max, typed: chosen.length });
    return right(chosen);
  },
  show(definition, answer, { language }) {
    return chosenValues(answer)
      .map((value) => findOption(definition.options, value)?.label[language] ?? value)
      .join(", ");
  },
  type: ({ id }, answer) => ({ [id]: chosenValues(answer) }),
  sample: (definition) => ({
    [definition.id]: definition.options.slice(0, definition.min).map((option) => option.value),
  }),
});

function chosenValues(answer: Answer): readonly string[] {
  return typeof answer === "object" ? answer : [];
}
