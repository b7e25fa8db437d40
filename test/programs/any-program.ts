import fc from "fast-check";
import { type FieldType } from "../../src/program/definition.ts";
import { fields } from "../../src/program/fields/index.ts";

/*
 * Whole programs drawn by chance: every type of field, conditions over what was asked before, repeated pages, documents
 * and rules of eligibility. What is drawn is a recipe of small numbers, so that a failing program shrinks well; the file
 * is built from it, with conditions that read only what is known where they stand.
 */

interface Wish {
  readonly pick: number;
  readonly form: number;
}

interface FieldRecipe {
  readonly type: FieldType;
  readonly optional: boolean;
  readonly flavour: number;
  readonly when: Wish | null;
}

interface PageRecipe {
  readonly fields: readonly FieldRecipe[];
  readonly repeat: { readonly min: number; readonly more: number } | null;
  readonly when: Wish | null;
}

interface TaskRecipe {
  readonly pages: readonly PageRecipe[];
  readonly documents: readonly { readonly optional: boolean; readonly when: Wish | null }[];
  readonly when: Wish | null;
}

interface Known {
  readonly id: string;
  readonly type: FieldType;
}

const types = Object.keys(fields) as FieldType[];
const wish = fc.option(fc.record({ pick: fc.nat(50), form: fc.nat(11) }), { freq: 2 });
const field: fc.Arbitrary<FieldRecipe> = fc.record({
  type: fc.constantFrom(...types),
  optional: fc.boolean(),
  flavour: fc.nat(7),
  when: wish,
});
const page: fc.Arbitrary<PageRecipe> = fc.record({
  fields: fc.array(field, { minLength: 1, maxLength: 4 }),
  repeat: fc.option(fc.record({ min: fc.nat(2), more: fc.nat(2) }), { freq: 2 }),
  when: wish,
});
const task: fc.Arbitrary<TaskRecipe> = fc.record({
  pages: fc.array(page, { minLength: 1, maxLength: 3 }),
  documents: fc.array(fc.record({ optional: fc.boolean(), when: wish }), { maxLength: 2 }),
  when: wish,
});

/** A program file as a value, right except that a condition in it may be impossible. */
export const anyProgram: fc.Arbitrary<object> = fc
  .record({ tasks: fc.array(task, { minLength: 1, maxLength: 3 }), stop: wish })
  .map(({ tasks, stop }) => build(tasks, stop));

function build(tasks: readonly TaskRecipe[], stop: Wish | null): object {
  const known: Known[] = [];
  let made = 0;
  const built = tasks.map((recipe, at) => {
    const when = condition(known, recipe.when);
    const pages = recipe.pages.map((one) => {
      made += 1;
      return buildPage(one, `halaman_${made}`, known);
    });
    const documents = recipe.documents.map((slot) => {
      made += 1;
      const text = both(`Dokumen ${made}`);
      return {
        id: `dokumen_${made}`,
        label: text,
        formats: ["pdf"],
        max: "1 MiB",
        optional: slot.optional,
        ...condition(known, slot.when),
      };
    });
    return { task: `bagian_${at}`, title: both(`Bagian ${at}`), ...when, pages, documents };
  });
  const rule = condition(known, stop).when;
  return {
    program: "acak",
    institution: "acak",
    languages: ["id", "en"],
    title: both("Acak"),
    summary: both("Acak."),
    identity: "simple",
    window: { opens: "2026-01-01", closes: "2026-12-31" },
    once_per: "account",
    number: { pattern: "A-{sequence}", given: "submit" },
    eligibility: rule === undefined ? [] : [{ when: rule, stop: both("Tidak dapat.") }],
    tasks: built,
    declaration: both("Benar."),
    review: {
      reasons: [{ reason: "salah", label: both("Salah"), text: both("Perbaiki.") }],
      stages: [{ stage: "satu", title: both("Satu"), role: "reviewer", decisions: ["accept"], reasons: ["salah"] }],
    },
    data: { purpose: both("Uji."), basis: "consent", retention: "P1Y" },
  };
}

function buildPage(recipe: PageRecipe, id: string, known: Known[]): object {
  const when = condition(known, recipe.when);
  // Inside an item its own answers are known too; outside, no answer of an item is.
  const here = [...known];
  const built = recipe.fields.map((one, at) => {
    const name = `${id}_${at}`;
    const made = {
      id: name,
      type: one.type,
      label: both(name),
      optional: one.optional,
      ...extras(one),
      ...condition(here, one.when),
    };
    here.push({ id: name, type: one.type });
    return made;
  });
  if (recipe.repeat === null) known.splice(0, known.length, ...here);
  const repeat =
    recipe.repeat === null
      ? {}
      : {
          repeat: {
            min: recipe.repeat.min,
            max: Math.max(1, recipe.repeat.min + recipe.repeat.more),
            item: both("Butir"),
          },
        };
  return { page: id, title: both(id), ...when, ...repeat, fields: built };
}

function extras({ type, flavour }: FieldRecipe): object {
  const odd = flavour % 2 === 1;
  if (type === "choice" || type === "choices") {
    return { options: ["satu", "dua", "tiga"].map((value) => ({ value, label: both(value) })) };
  }
  if (type === "text") return odd ? { pattern: "digits", max_length: 5 } : { min_length: 2 };
  if (type === "textarea") return { max_length: 300 };
  if (type === "number") return odd ? { decimals: 2 } : { min: 1, max: 9 };
  if (type === "date") return odd ? { past: true } : { min: "1950-01-01" };
  if (type === "phone") return { mobile: odd };
  if (type === "region") return { down_to: ["province", "regency", "district", "village"][flavour % 4] };
  return {};
}

function condition(known: readonly Known[], recipe: Wish | null): { readonly when?: string } {
  if (recipe === null || known.length === 0) return {};
  const first = known[recipe.pick % known.length];
  const second = known[(recipe.pick * 7 + 3) % known.length];
  if (first === undefined || second === undefined) return {};
  const one = part(first, recipe.form);
  if (recipe.form < 6) return { when: one };
  return { when: `${one} ${recipe.form % 3 === 0 ? "&&" : "||"} ${part(second, recipe.form + 1)}` };
}

function part({ id, type }: Known, form: number): string {
  const odd = form % 2 === 1;
  if (type === "yes_no") return odd ? id : `!${id}`;
  if (type === "choice") return odd ? `${id} == "satu"` : `${id} != "dua"`;
  if (type === "choices") return odd ? `"satu" in ${id}` : `size(${id}) > 1`;
  if (type === "date") return odd ? `answered(${id})` : `${id} < date("2000-01-01")`;
  if (type === "number" || type === "money" || type === "year") return odd ? `${id} > 3` : `${id} == 0`;
  return odd ? `${id} != ""` : `size(${id}) < 8`;
}

function both(text: string): { readonly id: string; readonly en: string } {
  return { id: text, en: text };
}
