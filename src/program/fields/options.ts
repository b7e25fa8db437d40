import * as z from "zod";
import { OptionValue } from "../ids.ts";
import { Text } from "../text.ts";

export const Option = z
  .strictObject({
    value: OptionValue,
    label: Text.describe("What the person reads."),
    hint: Text.optional().describe("Help shown under the option."),
  })
  .describe("One option of a choice.");
export type Option = z.output<typeof Option>;

export const options = z
  .array(Option)
  .min(2)
  .max(200)
  .refine((list) => new Set(list.map((option) => option.value)).size === list.length, "has the same value twice")
  .describe("The options, in the order in which they are shown.");

export function findOption(list: readonly Option[], value: string): Option | undefined {
  return list.find((option) => option.value === value);
}
