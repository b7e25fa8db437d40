import * as z from "zod";
import { typedList } from "../answers.ts";
import { type RegionLevel, regionLevels } from "../regions.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { isBlank } from "./plain-text.ts";

export const region = defineField({
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("region"),
      down_to: z.enum(regionLevels).default("village").describe("The deepest level that is asked for."),
      project: z
        .enum(["province", "regency"])
        .optional()
        .describe("What stands in plain beside the sealed answers: a code."),
    })
    .describe("A place in Indonesia, chosen level by level; stored as the ministry's code of the deepest level."),
  codes: ["region_missing", "region_unknown", "region_not_inside", "repeated"],
  condition: "string",
  projections: ["province", "regency"],
  names: namesOf,
  missing: ({ id }) => finding(`${id}.province`, "region_missing", { part: "province" }),
  check(definition, typed, { regions }) {
    let above = "";
    for (const level of levelsOf(definition.down_to)) {
      const name = `${definition.id}.${level}`;
      if (isBlank(typed, name)) return wrong(name, "region_missing", { part: level });
      const values = typedList(typed, name);
      const code = values[0] ?? "";
      if (values.some((other) => other !== code)) return wrong(name, "repeated");
      if (regions.find(code)?.level !== level) return wrong(name, "region_unknown", { part: level });
      if (above !== "" && !code.startsWith(`${above}.`)) return wrong(name, "region_not_inside", { part: level });
      above = code;
    }
    return right(above);
  },
  show(_definition, answer, { regions }) {
    return codesDownTo(String(answer))
      .map((code) => regions.find(code)?.name ?? code)
      .toReversed()
      .join(", ");
  },
  type(definition, answer) {
    const codes = codesDownTo(String(answer));
    return Object.fromEntries(namesOf(definition).map((name, at) => [name, codes[at] ?? ""]));
  },
  sample(definition, { regions }) {
    let above: string | undefined;
    const entries = namesOf(definition).map((name) => {
      above = regions.children(above)[0]?.code ?? "";
      return [name, above] as const;
    });
    return Object.fromEntries(entries);
  },
  project: (_definition, answer, projection) =>
    codesDownTo(String(answer))[projection === "province" ? 0 : 1] ?? String(answer),
});

function namesOf(definition: { readonly id: string; readonly down_to: RegionLevel }): readonly string[] {
  return levelsOf(definition.down_to).map((level) => `${definition.id}.${level}`);
}

function levelsOf(deepest: RegionLevel): readonly RegionLevel[] {
  return regionLevels.slice(0, regionLevels.indexOf(deepest) + 1);
}

/** `31.71.01` gives `31`, `31.71` and `31.71.01`: a code holds those above it. */
function codesDownTo(code: string): string[] {
  const parts = code.split(".");
  return parts.map((_part, at) => parts.slice(0, at + 1).join("."));
}
