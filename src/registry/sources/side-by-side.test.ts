import { afterAll, beforeAll, expect, it } from "vitest";
import pino from "pino";
import { anApplication, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { sourceService, type SourceService } from "../../../test/source-service.ts";
import { aTicket } from "../../../test/tickets.ts";
import { checkTicketJobOf } from "../../jobs/check-ticket.ts";
import { checkWaiting } from "./check.ts";
import { sourcesOn } from "./sources.ts";

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
  const program = readProgram(npwpPribadi);
  const [check] = program.checks ?? [];
  if (!check) throw new Error("the program names no source");
  await publish(world, { ...program, checks: [check, { ...check, source: "dapodik" }] });
});
afterAll(() => world.close());

/** Two real sources; each answers nobody found, once what it waits for has come. */
async function services(waits: Readonly<Record<"dukcapil" | "dapodik", () => Promise<unknown>>>) {
  let busiest = 0;
  const serve = (source: "dukcapil" | "dapodik") => {
    let underWay = 0;
    return sourceService((response) => {
      busiest = Math.max(busiest, ++underWay);
      void waits[source]().then(() => {
        underWay--;
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ found: false }));
      });
    });
  };
  const served = { dukcapil: await serve("dukcapil"), dapodik: await serve("dapodik") };
  const settings = { secret: "a secret of the service", timeoutMs: 30_000, tries: 1, breakAfter: 5, breakMs: 1000 };
  const settingsOf = ({ url }: SourceService) => ({ ...settings, pauseMs: 5, url, dailyBudget: 100 });
  const { database, keyring } = world;
  const sourceOf = sourcesOn({
    db: database.worker.kysely,
    keyring,
    log: pino({ level: "silent" }),
    httpSources: { dukcapil: settingsOf(served.dukcapil), dapodik: settingsOf(served.dapodik) },
  });
  return {
    sourceOf,
    served,
    busiest: () => busiest,
    close: () => Promise.all([served.dukcapil.close(), served.dapodik.close()]),
  };
}

it("writes what one source answers while another is still asked, and asks each one question at a time", async () => {
  const { database, keyring, catalog } = world;
  const applications = [await anApplication(world).submitted(), await anApplication(world).submitted()];
  const written = () => database.owner.sql`select from source_checks where source = 'dapodik'`;
  // The slow one goes on only when every answer of the other stands: one after another they would wait for ever.
  const sources = await services({
    dukcapil: () => expect.poll(async () => (await written()).length, { timeout: 20_000 }).toBe(2),
    dapodik: () => Promise.resolve(),
  });
  await checkWaiting({ db: database.worker.kysely, keyring, catalog, sourceOf: sources.sourceOf }, { until: Infinity });
  await sources.close();
  const rows = await database.owner.sql`
    select source, outcome, count(*)::integer from source_checks where application_id = any (${applications.map(({ id }) => id)})
    group by 1, 2 order by 1`;
  expect(rows).toEqual([
    { source: "dapodik", outcome: "not_found", count: 2 },
    { source: "dukcapil", outcome: "not_found", count: 2 },
  ]);
  expect(sources.busiest()).toBe(1);
  expect([sources.served.dukcapil.questions.length, sources.served.dapodik.questions.length]).toEqual([2, 2]);
});

it("goes on in the next run with the source that the time did not suffice for, and asks the other no second time", async () => {
  const { database, keyring, catalog } = world;
  const { id } = await anApplication(world).submitted();
  await database.owner.sql`
    insert into source_checks (application_id, round, source, institution_id, outcome)
    values (${id}, 1, 'dapodik', ${world.institutionId}, 'right')`;
  const sources = await services({ dukcapil: () => Promise.resolve(), dapodik: () => Promise.resolve() });
  await checkWaiting({ db: database.worker.kysely, keyring, catalog, sourceOf: sources.sourceOf }, { until: Infinity });
  await sources.close();
  expect([sources.served.dukcapil.questions.length, sources.served.dapodik.questions.length]).toEqual([1, 0]);
});

it("asks the sources of a ticket at once", async () => {
  const { database, keyring, institutionId } = world;
  const asked = new Set<string>();
  const meet = (source: string) => () => {
    asked.add(source);
    return expect.poll(() => asked.size, { timeout: 20_000 }).toBe(2);
  };
  const sources = await services({ dukcapil: meet("dukcapil"), dapodik: meet("dapodik") });
  const checks = ["dukcapil", "dapodik"].map((source) => ({ source, nik: "3171011705900001", person: {} }));
  const ticketId = await aTicket(world, institutionId, { checks });
  const check = checkTicketJobOf({ db: database.worker.kysely, keyring, sourceOf: sources.sourceOf });
  await check({ ticketId }, { attempt: 1, signal: new AbortController().signal });
  await sources.close();
  const records = await database.owner.sql`
    select data ->> 'outcome' as outcome from audit_records where action = 'ticket.check_source' and subject_id = ${ticketId}`;
  expect(records).toEqual([{ outcome: "not_found" }, { outcome: "not_found" }]);
});
