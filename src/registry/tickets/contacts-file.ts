import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { projectRoot } from "../../platform/project-root.ts";
import { Slug } from "../../program/ids.ts";
import { type Checked, problemLines, readChecked } from "../../program/read-checked.ts";
import { Text } from "../../program/text.ts";
import { Reach } from "./dukcapil-file.ts";

/** What the table of institutions' contacts may hold. */
export const Contacts = z.strictObject({
  institutions: z
    .record(
      Slug,
      z.strictObject({
        address: z.string().max(300).optional().describe("Street, place and postcode, in one line."),
        ...Reach,
        hours: Text.optional().describe("When somebody answers."),
      }),
    )
    .describe("How each is reached, by its name in addresses."),
});

/** How an institution is reached besides a ticket. */
export type InstitutionContact = z.output<typeof Contacts>["institutions"][string];

/** Reads the table. Everything wrong with it comes back with line and column. */
export function parseContacts(text: string): Checked<z.output<typeof Contacts>> {
  return readChecked(text, Contacts);
}

/** The contacts of `helpdesk/contacts.yaml`, by the name of the institution. Throws on a file that is wrong: the service does not start with it. */
export function loadContacts(
  file = join(projectRoot, "helpdesk/contacts.yaml"),
): ReadonlyMap<string, InstitutionContact> {
  const read = parseContacts(readFileSync(file, "utf8"));
  if (!read.ok) throw new Error(`The table of contacts is wrong:\n${problemLines(file, read.problems)}`);
  return new Map(Object.entries(read.value.institutions));
}
