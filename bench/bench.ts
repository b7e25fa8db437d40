import { once } from "node:events";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { benchDeadline } from "./deadline.ts";
import type { Figure, Side } from "./figure.ts";
import { benchKeys } from "./keys.ts";
import { benchKill } from "./kill/rounds.ts";
import { prepareLogin } from "./login.ts";
import type { LoadOrder } from "./load.ts";
import { type FigureName, type Options, readOptions, usage } from "./options.ts";
import { preparePage } from "./page.ts";
import { rate, type Result, type Slice, summarise } from "./result.ts";
import { prepareSave } from "./save.ts";
import { databaseSeconds, openStage, type Served, type Stage, startApp, startFloor, startHelper } from "./stage.ts";
import { prepareSubmit } from "./submit.ts";
import { benchTickets } from "./tickets.ts";

const figures: Record<
  Exclude<FigureName, "deadline" | "keys" | "tickets">,
  (stage: Stage, connections: number, seconds: number) => Promise<Figure>
> = {
  page: preparePage,
  save: prepareSave,
  submit: prepareSubmit,
  login: prepareLogin,
};

/** Measures one figure and its floor on a stage of their own. */
export async function bench(options: Options, tell: (line: string) => void): Promise<Result> {
  const { figure: name } = options;
  if (name === "deadline") return benchDeadline(options, tell);
  if (name === "keys") return benchKeys(options, tell);
  if (name === "tickets") return benchTickets(options, tell);
  const stage = await openStage();
  try {
    tell(`${name}: making people and applications …`);
    const figure = await figures[name](stage, options.connections, options.seconds);
    return await measure(stage, figure, { ...options, figure: name }, tell);
  } finally {
    await stage.ends.close();
  }
}

async function measure(stage: Stage, figure: Figure, options: Options, tell: (line: string) => void): Promise<Result> {
  const servers: Record<Side, Served> = {
    app: await startApp(stage, options.profile === undefined ? undefined : resolve(options.profile)),
    floor: await startFloor(stage, figure.plan),
  };
  const load = startHelper(stage, "load.ts");
  const answers: Record<Side, number> = { app: 0, floor: 0 };

  async function slice(side: Side, perConnection: number): Promise<Slice> {
    const requests = figure.take(side, perConnection).filter((mine) => mine.length > 0);
    const most = figure.status === 200 ? perConnection * requests.length : requests.flat().length;
    if (most === 0) return { answers: 0, seconds: 0, times: [], errors: 0 };
    const { status, marker } = figure;
    load.send({ origin: servers[side].origin, requests, amount: most, status, marker } satisfies LoadOrder);
    const [measured] = (await once(load, "message")) as [Slice];
    answers[side] += measured.answers;
    return measured;
  }

  const rounds = Math.max(2, Math.min(8, Math.round(options.seconds / 3)));
  const perSlice = options.seconds / 2 / rounds;
  const pace: Record<Side, number> = { app: 4, floor: 4 };
  const kept: Record<Side, Slice[]> = { app: [], floor: [] };
  const warmUp = Math.min(4, options.seconds / 4);
  // Three rounds of warm-up find the pace and let the compiler see the code; then the sides take turns, so that noise
  // hits both.
  for (let round = -3; round < rounds; round++) {
    for (const side of ["app", "floor"] as const) {
      const before = await spent(servers[side], stage);
      const measured = await slice(side, pace[side]);
      if (measured.answers > 0) pace[side] = paceOf(measured, round < -1 ? warmUp : perSlice, options.connections);
      if (round >= 0 && measured.answers > 0) kept[side].push(measured);
      const cost = costOf(before, await spent(servers[side], stage), measured.answers);
      const name = round < 0 ? "warm-up" : `slice ${round + 1}/${rounds}`;
      tell(`${name} ${side.padEnd(5)} ${Math.round(rate(measured))}/s, ${cost}, ${measured.errors} errors`);
    }
  }
  const lost = await figure.countLost(answers);
  if (lost > 0) tell(`${lost} rows in the database are not what the answers promised`);
  tell(`load average ${loadavg()[0]?.toFixed(1) ?? "?"}`);
  return summarise({ name: options.figure, connections: options.connections, lost }, kept.app, kept.floor);
}

type Spent = Record<"all" | "main" | "database", number | undefined>;

async function spent(server: Served, stage: Stage): Promise<Spent> {
  return { all: server.processorSeconds(), main: server.mainSeconds(), database: await databaseSeconds(stage) };
}

/** What one answer cost its server: unlike the rate, it hardly depends on how busy the machine is with other things. */
function costOf(before: Spent, after: Spent, answers: number): string {
  const [all, main, database] = (["all", "main", "database"] as const).map((part) => {
    const [from, to] = [before[part], after[part]];
    return from === undefined || to === undefined ? "?" : ((1e6 * (to - from)) / answers).toFixed(0);
  });
  return `${all} µs of processor time each (${main} in the main thread) and ${database} of the database's`;
}

/** Requests of each connection that fill so many seconds. */
function paceOf(measured: Slice, seconds: number, connections: number): number {
  return Math.max(2, Math.round((rate(measured) * seconds) / connections));
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const tell = (line: string) => void (options.json || process.stderr.write(`${line}\n`));
  const result = await (options.kill ? benchKill(options, tell) : bench(options, tell));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result.errors > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
