import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { projectRoot } from "../../platform/project-root.ts";
import { bytesOf, Check, DocumentSlot } from "../../program/definition.ts";
import { FieldDefinition } from "../../program/fields/index.ts";
import { Slug } from "../../program/ids.ts";
import { Text } from "../../program/text.ts";

/** Fields that every category asks under these names: a ticket is looked up by the birth date, and answered by name. */
const needed = { nama: "name", tanggal_lahir: "date" } as const;

/** What agents read on a telephone over a poor line, and what document 003 asks for. */
const LARGEST = 200 * 1024;

/** The slot of files that no category asks for. */
export const otherFile = DocumentSlot.parse({
  id: "lampiran",
  label: { id: "Berkas lain", en: "Another file" },
  formats: ["pdf", "jpg"],
  max: "200 KiB",
  pages: 5,
});

const Category = z
  .strictObject({
    category: Slug.describe("Name of the file, and the last part of its address."),
    order: z.int().describe("Its place in the list."),
    title: Text,
    lead: Text.describe("Who this is for."),
    after: Text.describe("What to do or expect once it was sent."),
    answer_within: z
      .strictObject({ working_days: z.int().min(1).max(60).describe("Counted without weekends and holidays.") })
      .optional()
      .describe(
        "Until when an answer is promised. Agents see what is due, and administrators are told what is overdue.",
      ),
    fields: z.array(FieldDefinition).min(2).max(20).describe("What is asked, as in a program."),
    documents: z.array(DocumentSlot).max(5).default([]).describe("What is to be sent once there is a ticket."),
    check: z
      .strictObject({ source: Check.shape.source, facts: Check.shape.facts })
      .optional()
      .describe("A source that is asked by itself; where all facts are found, the ticket is answered at once."),
  })
  .refine(({ fields }) => new Set(fields.map(({ id }) => id)).size === fields.length, "a field is there twice")
  .refine(
    ({ fields }) =>
      Object.entries(needed).every(([id, type]) => fields.some((one) => one.id === id && one.type === type)),
    "must ask nama (name) and tanggal_lahir (date)",
  )
  .refine(({ fields }) => fields.every(({ when }) => when === undefined), "fields of a category have no conditions")
  .refine(
    ({ documents }) => documents.every(({ when, template, max }) => !when && !template && bytesOf(max) <= LARGEST),
    "documents of a category have no conditions and no templates, and are 200 KiB at most",
  )
  .refine(
    ({ documents }) => new Set([otherFile, ...documents].map(({ id }) => id)).size === documents.length + 1,
    "a document is there twice, or is called lampiran",
  )
  .refine(
    ({ check, fields }) => Object.values(check?.facts ?? {}).every((fact) => fields.some(({ id }) => id === fact)),
    "the check compares a field that is not asked",
  );

/** A kind of question to the helpdesk, as its file in `helpdesk/categories` says. */
export type TicketCategory = z.output<typeof Category>;

/** Reads one file. Throws with what is wrong; `slug` is the name of the file without its ending. */
export function readCategoryFile(slug: string, text: string): TicketCategory {
  const category = Category.parse(parse(text));
  if (category.category !== slug) throw new Error(`the file ${slug}.yaml says that it is ${category.category}`);
  return category;
}

/** Every category of the files, in their order. Throws on a file that is wrong: the service does not start with it. */
export function loadCategories(folder = join(projectRoot, "helpdesk/categories")): readonly TicketCategory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readCategoryFile(name.slice(0, -".yaml".length), readFileSync(join(folder, name), "utf8")))
    .toSorted((a, b) => a.order - b.order);
}
