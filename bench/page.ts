import { paths } from "../src/paths.ts";
import { deal, type Figure, targetOf } from "./figure.ts";
import { begunDraft, prepareGround } from "./ground.ts";
import { record } from "./record.ts";
import { seedPeople } from "./seed.ts";
import type { Stage } from "./stage.ts";

/** The task list of a signed-in person with some pages saved, session included. */
export async function preparePage(stage: Stage, connections: number): Promise<Figure> {
  const ground = await prepareGround(stage);
  const people = await seedPeople(stage, ground, begunDraft(ground, 4), connections * 8);
  const requests = people.map(({ cookie, applicationId }) => ({ cookie, path: paths.apply.tasks(applicationId) }));
  const targets = people.map((person, at) => targetOf(person, requests[at]?.path ?? ""));
  const [request] = requests;
  const [target] = targets;
  if (!request || !target) throw new Error("Nobody was made to ask for the page.");
  const recorded = await record(stage, request, request, target);
  const byConnection = deal(requests, connections);
  return {
    plan: { ...recorded, targets },
    status: 200,
    marker: `<h1 class="govuk-heading-l">${ground.compiled.program.title.id}</h1>`,
    take: () => byConnection,
    countLost: () => Promise.resolve(0),
  };
}
