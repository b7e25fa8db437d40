import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import { listFaq } from "../../registry/faq/entry.query.ts";
import { listRequirements } from "../../registry/programs/requirements.ts";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";
import { findOwnApplication } from "./own-application.query.ts";
import { ProgramBody } from "./program.page.tsx";
import { ProgramHero } from "./program-hero.page.tsx";
import { ProgramSide } from "./program-side.page.tsx";
import { showSubscribe } from "./subscribe.tsx";

export interface ProgramServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly limits: Limits;
  readonly draw: Draw;
}

/** All that a person should know before beginning, and the way to begin or go on. */
export async function showProgram(services: ProgramServices, visit: Visit): Promise<Response> {
  const { db, catalog, clock, draw } = services;
  const program = await catalog.get(visit.params["program"] ?? "");
  if (program.compiled.program.account === "none") return showSubscribe(services, visit, program);
  const own = visit.session && (await findOwnApplication(db, visit.session.accountId, program.id));
  const accountId = visit.session?.accountId;
  const requirements = await listRequirements(services, { versionId: program.versionId, accountId });
  const once = program.compiled.program.once_per !== "unlimited";
  const signedOut = visit.session === undefined;
  const ways = {
    ...(own && { goOn: own.editable ? paths.apply.tasks(own.id) : paths.apply.status(own.id), editable: own.editable }),
    mayStart: program.state === "open" && !(own && once) && !requirements.some(({ met }) => met === false),
    signedOut,
  };
  const shown = {
    program,
    visit,
    now: clock.now(),
    ways,
    requirements,
    questions: await listFaq(db, { program: program.slug }),
  };
  return draw(
    visit,
    {
      title: inLanguage(program.compiled.program.title, visit.language),
      hero: <ProgramHero {...shown} />,
      side: <ProgramSide {...shown} />,
    },
    <ProgramBody {...shown} />,
  );
}
