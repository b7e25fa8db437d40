import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { projectRoot } from "../../platform/project-root.ts";
import { Check, DocumentSlot } from "../../program/definition.ts";
import { FieldDefinition } from "../../program/fields/index.ts";
import { Id, Slug } from "../../program/ids.ts";
import { type Checked, problemLines, readChecked } from "../../program/read-checked.ts";
import { Text } from "../../program/text.ts";
import { categoryProblems } from "./category-problems.ts";

/** The slot of files that no category asks for. */
export const otherFile = DocumentSlot.parse({
  id: "lampiran",
  label: { id: "Berkas lain", en: "Another file" },
  formats: ["pdf", "jpg"],
  max: "200 KiB",
  pages: 5,
});

/** What the file of a category may hold, before what is checked across it. */
export const Category = z.strictObject({
  category: Slug.describe("Name of the file, and the last part of its address."),
  order: z.int().min(1).max(1000).describe("Its place in the list."),
  title: Text.describe("What the list and the form are headed with."),
  lead: Text.describe("Who this is for."),
  after: Text.describe("What to do or expect once it was sent."),
  institutions: z
    .array(Slug)
    .min(1)
    .max(50)
    .optional()
    .describe("Whose helpdesks take it, by their names in addresses, as pamjaki. Without it all of them do."),
  questions: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,59}\/[a-z][a-z0-9-]{0,59}$/, "must be as platform/lupa-kata-sandi"))
    .max(5)
    .default([])
    .describe(
      "Answers that stand above the form, since they may help at once: files of `helpdesk/faq` without their ending, as `platform/lupa-kata-sandi`.",
    ),
  answer_within: z
    .strictObject({ working_days: z.int().min(1).max(60).describe("Counted without weekends and holidays.") })
    .optional()
    .describe("Until when an answer is promised. Agents see what is due, and administrators are told what is overdue."),
  fields: z.array(FieldDefinition).min(2).max(20).describe("What is asked, as in a program."),
  documents: z.array(DocumentSlot).max(5).default([]).describe("What is to be sent once there is a ticket."),
  refer: z
    .strictObject({
      to: z.literal("dukcapil").describe("Offices of the civil registry, from `helpdesk/dukcapil.yaml`."),
      nik: Id.describe("The nik field that names the regency or city."),
    })
    .optional()
    .describe("An office that is named once the question is sent, because only it can help."),
  nik_case: z
    .strictObject({
      selfie: Id.describe("The document with the selfie that shows the KTP in the person's hand."),
      ktp: Id.describe("The document with the scan of the KTP."),
    })
    .optional()
    .describe(
      "Agents may begin a case about the NIK from such a ticket, and these files become its evidence. The NIK is asked as `nik`.",
    ),
  checks: z
    .array(z.strictObject({ source: Check.shape.source, facts: Check.shape.facts }))
    .min(1)
    .max(5)
    .optional()
    .describe(
      "Sources that are asked by themselves, side by side; where one of them finds the person with all that was compared, the ticket is answered at once and says which.",
    ),
});

/** A kind of question to the helpdesk, as its file in `helpdesk/categories` says. */
export type TicketCategory = z.output<typeof Category>;

/** Whether the helpdesk of an institution, by its name in addresses, takes questions of this category. */
export function isTakenBy({ institutions }: Pick<TicketCategory, "institutions">, slug: string): boolean {
  return institutions === undefined || institutions.includes(slug);
}

/** Reads one file. Everything wrong with it comes back with line and column; `slug` is its name without the ending. */
export function parseCategory(slug: string, text: string): Checked<TicketCategory> {
  return readChecked(text, Category, (category) => categoryProblems(slug, category));
}

/** Every category of the files, in their order. Throws on a file that is wrong: the service does not start with it. */
export function loadCategories(folder = join(projectRoot, "helpdesk/categories")): readonly TicketCategory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const read = parseCategory(name.slice(0, -".yaml".length), readFileSync(join(folder, name), "utf8"));
      if (!read.ok) throw new Error(`A category is wrong:\n${problemLines(join(folder, name), read.problems)}`);
      return read.value;
    })
    .toSorted((a, b) => a.order - b.order);
}
