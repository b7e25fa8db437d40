import type { Kysely } from "kysely";
import { compileProgram, type CompiledProgram } from "../../program/compile.ts";
import { Program } from "../../program/definition.ts";
import { Slug } from "../../program/ids.ts";
import type { Regions } from "../../program/regions.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";

/** Where a program stands in its window. */
export type WindowState = "open" | "soon" | "closed";

/** A program as the portal lists it, with the version that new applications begin under. */
export interface ListedProgram {
  readonly id: string;
  readonly slug: string;
  readonly institutionId: string;
  readonly institution: {
    readonly slug: string;
    readonly name: { readonly id: string; readonly en: string };
    readonly zone: string;
  };
  readonly versionId: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly state: WindowState;
  /** Whether verdicts are announced together, when that is set to be, and when it was; null for what is not known yet. */
  readonly announces: boolean;
  readonly announcesAt: Date | null;
  readonly announcedAt: Date | null;
  readonly compiled: CompiledProgram;
}

/** Published programs. A version never changes, so each is compiled once per process and kept. */
export interface Catalog {
  readonly regions: Regions;
  /** The compiled version. Throws when there is none: a caller has the id from a row. */
  version(versionId: string): Promise<CompiledProgram>;
  list(): Promise<readonly ListedProgram[]>;
  /** The program of this name; refuses with 404 when there is none. */
  get(slug: string): Promise<ListedProgram>;
}

/** Makes the catalogue of a database. `regions` are shared by all compiled programs. */
export function catalogOf(db: Kysely<DB>, regions: Regions): Catalog {
  const compiled = new Map<string, Promise<CompiledProgram>>();

  async function compileVersion(versionId: string): Promise<CompiledProgram> {
    const row = await db
      .selectFrom("program_versions")
      .select("definition")
      .where("id", "=", versionId)
      .executeTakeFirstOrThrow();
    return compileProgram(Program.parse(row.definition), { regions });
  }

  function version(versionId: string): Promise<CompiledProgram> {
    let known = compiled.get(versionId);
    if (!known) {
      known = compileVersion(versionId);
      compiled.set(versionId, known);
      // A failed read must not be remembered as the answer.
      known.catch(() => compiled.delete(versionId));
    }
    return known;
  }

  async function select(slug?: string): Promise<ListedProgram[]> {
    const rows = await db
      .selectFrom("programs as p")
      .innerJoin("institutions as i", "i.id", "p.institution_id")
      .select(["p.id", "p.slug", "p.institution_id", "p.version_id", "p.opens_at", "p.closes_at"])
      .select(["p.announces", "p.announces_at", "p.announced_at"])
      .select(["i.slug as institution_slug", "i.name as institution_name", "i.zone"])
      .select((eb) =>
        eb
          .case()
          .when("p.opens_at", ">", eb.fn<Date>("app_now"))
          .then<WindowState>("soon")
          .when("p.closes_at", "<=", eb.fn<Date>("app_now"))
          .then<WindowState>("closed")
          .else<WindowState>("open")
          .end()
          .as("state"),
      )
      .where("p.version_id", "is not", null)
      .$if(slug !== undefined, (query) => query.where("p.slug", "=", slug ?? ""))
      .orderBy("p.closes_at", (order) => order.asc().nullsLast())
      .orderBy("p.slug")
      .execute();
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        slug: row.slug,
        institutionId: row.institution_id,
        institution: {
          slug: row.institution_slug,
          name: row.institution_name as { id: string; en: string },
          zone: row.zone,
        },
        versionId: row.version_id ?? "",
        opensAt: row.opens_at,
        closesAt: row.closes_at,
        state: row.state,
        announces: row.announces,
        announcesAt: row.announces ? row.announces_at : null,
        announcedAt: row.announces ? row.announced_at : null,
        compiled: await version(row.version_id ?? ""),
      })),
    );
  }

  return {
    regions,
    version,
    list: () => select(),
    async get(slug) {
      // The database refuses some text (NUL) with an error; what cannot be a name is no program.
      const [program] = Slug.safeParse(slug).success ? await select(slug) : [];
      if (!program) throw notFound();
      return program;
    },
  };
}
