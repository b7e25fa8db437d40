import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../src/platform/project-root.ts";
import { unwrapKey } from "../src/platform/keys/keyring.ts";
import type { Key } from "../src/platform/keys/seal.ts";
import type { CompiledProgram } from "../src/program/compile.ts";
import { compileProgram } from "../src/program/compile.ts";
import type { Typed } from "../src/program/answers.ts";
import { type JourneyState, projections, walk } from "../src/program/journey.ts";
import type { Program } from "../src/program/definition.ts";
import { parseProgram } from "../src/program/parse.ts";
import { sampleApplication, samplePage } from "../src/program/sample.ts";
import { identityStep, nameField } from "../src/registry/applications/identity.ts";
import { isComplete, progressOf, type Progress } from "../src/registry/applications/progress.ts";
import { ensureInstitution, publishProgram } from "../src/registry/programs/publish.ts";
import { loadRegions } from "../src/registry/programs/regions.ts";
import type { Stage } from "./stage.ts";

/** The published program that everybody applies to. */
export interface Ground {
  readonly programId: string;
  readonly versionId: string;
  readonly institutionId: string;
  readonly institutionKey: Key;
  readonly compiled: CompiledProgram;
  readonly sessionUntil: { readonly idle_until: string; readonly expires_at: string };
  /** Another number for each person. */
  nextNumber(): number;
}

/** How far an application is. What does not differ between people is reckoned once for all. */
export interface Draft {
  readonly name: string;
  readonly progress: Progress;
  readonly complete: boolean;
  readonly projections: Readonly<Record<string, unknown>>;
  readonly documents: readonly string[];
  typed(person: number, nik: string): Typed;
}

/** Publishes npwp-pribadi; `change` replaces parts of its file, such as its window. */
export async function prepareGround(
  stage: Pick<Stage, "owner" | "keyring">,
  change: Partial<Program> = {},
): Promise<Ground> {
  const parsed = parseProgram(readFileSync(join(projectRoot, "programs/npwp-pribadi/program.yaml"), "utf8"));
  if (!parsed.ok) throw new Error("programs/npwp-pribadi does not pass its check");
  const program = { ...parsed.program, ...change };
  const { kysely } = stage.owner;
  const slug = program.institution;
  const institutionId = await ensureInstitution(kysely, stage.keyring, {
    slug,
    name: { id: "Instansi Contoh", en: "Sample Institution" },
  });
  const { versionId } = await publishProgram(kysely, program, null);
  const { id: programId } = await kysely.selectFrom("programs").select("id").executeTakeFirstOrThrow();
  const { key_wrapped } = await kysely.selectFrom("institutions").select("key_wrapped").executeTakeFirstOrThrow();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  let met = 0;
  return {
    programId,
    versionId,
    institutionId,
    institutionKey: unwrapKey(stage.keyring, key_wrapped, `institutions|key|${institutionId}`),
    compiled: compileProgram(program, { regions: await loadRegions() }),
    sessionUntil: { idle_until: tomorrow, expires_at: tomorrow },
    nextNumber: () => met++,
  };
}

/** A draft on which every step is done. */
export function completeDraft(ground: Ground): Draft {
  return draftOf(ground, sampleApplication(ground.compiled, new Date()));
}

/** A draft of which the first pages were saved. */
export function begunDraft(ground: Ground, pages: number): Draft {
  const whole = sampleApplication(ground.compiled, new Date());
  const saved = Object.fromEntries(Object.entries(whole.typed).slice(0, pages));
  return draftOf(ground, { ...whole, typed: saved, documents: {} });
}

function draftOf({ compiled }: Ground, state: JourneyState): Draft {
  const walked = walk(compiled, state);
  const progress = progressOf(walked);
  const identity = identityStep(compiled);
  return {
    name: nameField(compiled, walked.answers) ?? "Siti Contoh",
    progress,
    complete: isComplete(progress),
    projections: projections(compiled, walked.answers),
    documents: Object.keys(state.documents),
    typed: (person, nik) =>
      Object.fromEntries(
        Object.keys(state.typed).map((page) => [
          page,
          {
            ...samplePage(compiled, page, state.now, person),
            ...(identity?.id === page ? { [identity.field.definition.id]: nik } : {}),
          },
        ]),
      ),
  };
}
