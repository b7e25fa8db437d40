import * as z from "zod";
import { typedList } from "../answers.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { single } from "./single.ts";

const words = { id: { yes: "Ya", no: "Tidak" }, en: { yes: "Yes", no: "No" } } as const;

export const yesNo = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("yes_no"),
      project: z.enum(["value"]).optional().describe("What stands in plain beside the sealed answers: true or false."),
    })
    .describe("A question that is answered with yes or no; posted as `yes` or `no`, stored as true or false."),
  codes: ["choose_one", "not_an_option", "repeated"],
  condition: "bool",
  projections: ["value"],
  missing: ({ id }) => finding(id, "choose_one"),
  check(definition, typed) {
    const values = typedList(typed, definition.id);
    const value = values[0] ?? "";
    if (values.some((other) => other !== value)) return wrong(definition.id, "repeated");
    return value === "yes" || value === "no" ? right(value === "yes") : wrong(definition.id, "not_an_option");
  },
  show: (_definition, answer, { language }) => words[language][answer === true ? "yes" : "no"],
  type: ({ id }, answer) => ({ [id]: answer === true ? "yes" : "no" }),
  sample: ({ id }) => ({ [id]: "no" }),
  project: (_definition, answer) => answer === true,
});
