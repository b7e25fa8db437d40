import * as z from "zod";
import { typedList } from "../answers.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { findOption, options } from "./options.ts";
import { single } from "./single.ts";

export const choice = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("choice"),
      options,
      project: z
        .enum(["value"])
        .optional()
        .describe("What stands in plain beside the sealed answers: the chosen value."),
    })
    .describe("One of several options, shown as radio buttons, or as a list when there are many."),
  codes: ["choose_one", "not_an_option", "repeated"],
  condition: "string",
  projections: ["value"],
  missing: ({ id }) => finding(id, "choose_one"),
  check(definition, typed) {
    const values = typedList(typed, definition.id);
    const value = values[0] ?? "";
    if (values.some((other) => other !== value)) return wrong(definition.id, "repeated");
    return findOption(definition.options, value) === undefined ? wrong(definition.id, "not_an_option") : right(value);
  },
  show: (definition, answer, { language }) =>
    findOption(definition.options, String(answer))?.label[language] ?? String(answer),
  sample: (definition) => ({ [definition.id]: definition.options[0]?.value ?? "" }),
  project: (_definition, answer) => String(answer),
});
