import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { projectRoot } from "../../platform/project-root.ts";
import { type Checked, problemLines, readChecked } from "../../program/read-checked.ts";
import type { Regions } from "../../program/regions.ts";
import { Text } from "../../program/text.ts";

/** How people reach an office besides its door. */
export const Reach = {
  telephone: z.string().max(60).optional().describe("As one dials it, such as 1500537."),
  whatsapp: z
    .string()
    .regex(/^08\d{7,12}$/, "must be a number as 081200001111")
    .optional()
    .describe("A number for messages, as 081200001111."),
  email: z.email().optional().describe("As it is written on the site of the office."),
  web: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe("With https://."),
};

/** What may be known of an office. */
export const Office = z.strictObject({
  name: z
    .string()
    .max(120)
    .optional()
    .describe("Where it is called otherwise than Dinas Kependudukan dan Pencatatan Sipil with the name of its region."),
  address: z.string().max(300).optional().describe("Street, place and postcode, in one line."),
  ...Reach,
});

/** What the table of offices may hold. */
export const Dukcapil = z.strictObject({
  nationwide: z
    .strictObject({ name: Text.describe("What it is called."), ...Reach })
    .describe("Where everybody may turn."),
  offices: z
    .record(z.string().regex(/^\d\d\.\d\d$/, "must be the code of a regency or city, as 32.73"), Office)
    .describe("What is known of offices, by the code of their regency or city."),
});
type Dukcapil = z.output<typeof Dukcapil>;

/** An office of the civil registry, or the call centre for all of them. */
export interface RegistryOffice {
  readonly name: string | Dukcapil["nationwide"]["name"];
  readonly address?: string | undefined;
  readonly telephone?: string | undefined;
  readonly whatsapp?: string | undefined;
  readonly email?: string | undefined;
  readonly web?: string | undefined;
}

/** Where people with wrong or missing records in the civil registry are sent. */
export interface DukcapilOffices {
  readonly nationwide: RegistryOffice;
  /** The office of a regency or city, by its code; undefined where there is no such region any more. */
  officeOf(code: string): RegistryOffice | undefined;
}

/** Reads the table. Everything wrong with it comes back with line and column. */
export function parseDukcapil(text: string, regions: Regions): Checked<Dukcapil> {
  return readChecked(text, Dukcapil, ({ offices }) =>
    Object.keys(offices)
      .filter((code) => regions.find(code)?.level !== "regency")
      .map((code) => ({ path: ["offices", code], atKey: true, message: "is no regency or city" })),
  );
}

/** The offices of `helpdesk/dukcapil.yaml`. Throws on a file that is wrong: the service does not start with it. */
export function loadDukcapil(regions: Regions, file = join(projectRoot, "helpdesk/dukcapil.yaml")): DukcapilOffices {
  const read = parseDukcapil(readFileSync(file, "utf8"), regions);
  if (!read.ok) throw new Error(`The table of offices is wrong:\n${problemLines(file, read.problems)}`);
  const { nationwide, offices } = read.value;
  return {
    nationwide,
    officeOf(code) {
      const region = regions.find(code);
      if (region?.level !== "regency") return undefined;
      return { name: `Dinas Kependudukan dan Pencatatan Sipil ${region.name}`, ...offices[code] };
    },
  };
}

/** The code of the regency or city in which a NIK was given, as 31.71. */
export function regencyOf(nik: string): string {
  return `${nik.slice(0, 2)}.${nik.slice(2, 4)}`;
}
