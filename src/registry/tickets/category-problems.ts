import { bytesOf } from "../../program/definition.ts";
import type { ProgramProblem } from "../../program/problem.ts";

/** As much of a category as is looked at across its parts. */
interface Category {
  readonly category: string;
  readonly fields: readonly {
    readonly id: string;
    readonly type: string;
    readonly optional: boolean;
    readonly when?: string | undefined;
  }[];
  readonly documents: readonly {
    readonly id: string;
    readonly max: string;
    readonly when?: string | undefined;
    readonly template?: string | undefined;
  }[];
  readonly checks?:
    | readonly { readonly source: string; readonly facts: Readonly<Record<string, string | undefined>> }[]
    | undefined;
  readonly refer?: { readonly nik: string } | undefined;
  readonly nik_case?: { readonly selfie: string; readonly ktp: string } | undefined;
}

/** Fields that every category asks under these names: a ticket is looked up by the birth date, and answered by name. */
const needed = { nama: "name", tanggal_lahir: "date" } as const;

/** The slot of files that no category asks for; see `otherFile`. */
const taken = "lampiran";

/** What agents read on a telephone over a poor line, and what document 003 asks for. */
const LARGEST = 200 * 1024;

/** What is wrong across the file of a category; `slug` is its name without the ending. */
export function categoryProblems(slug: string, category: Category): ProgramProblem[] {
  return [
    ...(category.category === slug ? [] : [{ path: ["category"], message: `must be ${slug}, as the file is called` }]),
    ...fieldProblems(category),
    ...documentProblems(category),
    ...factProblems(category),
    ...nikCaseProblems(category),
  ];
}

function nikCaseProblems({ fields, documents, nik_case: files }: Category): ProgramProblem[] {
  if (!files) return [];
  const asked = fields.some(({ id, type, optional }) => id === "nik" && type === "nik" && !optional);
  return [
    ...(asked ? [] : [{ path: ["nik_case"], message: "needs a field nik of type nik that everybody answers" }]),
    ...(["selfie", "ktp"] as const)
      .filter((slot) => !documents.some(({ id }) => id === files[slot]))
      .map((slot) => ({ path: ["nik_case", slot], message: `${files[slot]} is no document of the category` })),
  ];
}

function fieldProblems({ fields }: Category): ProgramProblem[] {
  const lacking = Object.entries(needed).filter(
    ([id, type]) => !fields.some((one) => one.id === id && one.type === type),
  );
  return [
    ...lacking.map(([id, type]) => ({ path: ["fields"], message: `must ask ${id}, a field of type ${type}` })),
    ...fields.flatMap(({ id, when }, at): ProgramProblem[] => [
      ...(fields.findIndex((one) => one.id === id) < at
        ? [{ path: ["fields", at, "id"], message: `${id} is asked twice` }]
        : []),
      ...(when === undefined
        ? []
        : [{ path: ["fields", at, "when"], atKey: true, message: "fields of a category have no conditions" }]),
    ]),
  ];
}

function documentProblems({ documents }: Category): ProgramProblem[] {
  return documents.flatMap(({ id, when, template, max }, at): ProgramProblem[] => {
    const path = ["documents", at];
    return [
      ...(id === taken || documents.findIndex((one) => one.id === id) < at
        ? [{ path: [...path, "id"], message: `${id} is there already` }]
        : []),
      ...(when === undefined
        ? []
        : [{ path: [...path, "when"], atKey: true, message: "documents of a category have no conditions" }]),
      ...(template === undefined
        ? []
        : [{ path: [...path, "template"], atKey: true, message: "documents of a category have no templates" }]),
      ...(bytesOf(max) > LARGEST ? [{ path: [...path, "max"], message: "must be at most 200 KiB" }] : []),
    ];
  });
}

function factProblems({ fields, checks = [], refer }: Category): ProgramProblem[] {
  const byNik = refer && !fields.some(({ id, type, optional }) => id === refer.nik && type === "nik" && !optional);
  return [
    ...checks.flatMap(({ source, facts }, at) => [
      ...(checks.findIndex((one) => one.source === source) < at
        ? [{ path: ["checks", at, "source"], message: `${source} is asked twice` }]
        : []),
      ...Object.entries(facts)
        .filter(([, fact]) => !fields.some(({ id }) => id === fact))
        .map(([fact, id]) => ({ path: ["checks", at, "facts", fact], message: `${id} is not asked` })),
    ]),
    ...(byNik ? [{ path: ["refer", "nik"], message: "must be a field of type nik that everybody answers" }] : []),
  ];
}
