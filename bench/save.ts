import { paths } from "../src/paths.ts";
import { samplePage } from "../src/program/sample.ts";
import { deal, type Figure, formBody, type Side, targetOf } from "./figure.ts";
import type { Target } from "./floor-plan.ts";
import { begunDraft, prepareGround } from "./ground.ts";
import type { LoadRequest } from "./load.ts";
import { record } from "./record.ts";
import { type Person, seedPeople } from "./seed.ts";
import type { Stage } from "./stage.ts";

const page = "keluarga";
/** So far off that no other parameter of the statements is the same number by chance. */
const firstVersion = 1_000_000;

/** Saving one page of questions again and again; every connection has its own applications and says each next version. */
export async function prepareSave(stage: Stage, connections: number): Promise<Figure> {
  const ground = await prepareGround(stage);
  const people = await seedPeople(stage, ground, begunDraft(ground, 4), connections * 8 + 1);
  await stage.owner.sql`update applications set version = ${firstVersion}`;
  const [rehearsal, ...others] = people.map((person) => ({ person, pageVersion: 1 }));
  if (!rehearsal) throw new Error("Nobody was made to save a page.");
  const answers = samplePage(ground.compiled, page, new Date());

  function request(of: { person: Person; pageVersion: number }): LoadRequest {
    const { person } = of;
    const body = formBody(person, { ...answers, version: String(of.pageVersion++) });
    return { path: paths.apply.step(person.applicationId, page), cookie: person.cookie, body };
  }

  const first = request(rehearsal);
  const recorded = await record(
    stage,
    first,
    request(rehearsal),
    targetOf(rehearsal.person, first.path, firstVersion + 1),
  );
  const half = others.length / 2;
  const own: Record<Side, (typeof others)[]> = {
    app: deal(others.slice(0, half), connections),
    floor: deal(others.slice(half), connections),
  };
  return {
    plan: { ...recorded, targets: own.floor.flat().map(({ person }) => floorTarget(person)) },
    status: 303,
    marker: "",
    take: (side, perConnection) =>
      own[side].map((mine) =>
        Array.from({ length: perConnection }, (_, at) => mine[at % mine.length]).flatMap((of) =>
          of ? [request(of)] : [],
        ),
      ),
    async countLost(answers) {
      const sides: readonly Side[] = ["app", "floor"];
      const lost = await Promise.all(
        sides.map(async (side) => {
          const ids = own[side].flat().map(({ person }) => person.applicationId);
          const [row] = await stage.owner.sql<{ saves: number }[]>`
            select coalesce(sum(a.version - ${firstVersion}), 0)::int as saves
            from applications a join application_pages g on g.application_id = a.id and g.page = ${page}
            where a.id = any(${ids}) and g.valid and g.version - 1 = a.version - ${firstVersion}`;
          return Math.abs((row?.saves ?? 0) - answers[side]);
        }),
      );
      return lost.reduce((sum, one) => sum + one, 0);
    },
  };
}

function floorTarget(person: Person): Target {
  return targetOf(person, paths.apply.step(person.applicationId, page), firstVersion);
}
