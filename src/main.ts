import { fileURLToPath } from "node:url";
import { compose } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { type Backing, open, startBacking, startDatabase, startGateway } from "./open.ts";
import { type Closing, closing } from "./platform/closing.ts";
import { connect } from "./platform/db/connect.ts";
import { isBrokenConnection } from "./platform/db/patient-socket.ts";
import { findPendingMigrations, migrate } from "./platform/db/migrate.ts";
import { readKeyring } from "./platform/keys/keyring.ts";
import { keepRunning } from "./platform/keep-running.ts";
import { createLog, reportTo, type Log } from "./platform/log.ts";
import { startWorker } from "./platform/queue/worker.ts";
import { serve } from "./platform/serve.ts";
import type { Service } from "./service.ts";
import { receiveBacking, startWebProcesses, webProcessArgument } from "./web-processes.ts";

type Run = { readonly config: Config; readonly log: Log; readonly ends: Closing; readonly args: readonly string[] };

/**
 * Starts one role and returns when it is up: `web` answers requests, `worker` does jobs, `all` does both and brings the
 * database up to date first. `migrate`, `make-keys` and the commands of `compose` do their work and end.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const [name = "all", ...args] = argv;
  let ends: Closing | undefined;
  try {
    const config = readConfig();
    const log = createLog({ level: config.logLevel });
    ends = closing((what, error) => log.error({ err: error }, `${what} did not end well`));
    endOnSignals(ends, log, name);
    const staysUp = await runNamed(name, { config, log, ends, args });
    if (!staysUp) await ends.close();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    await ends?.close();
  }
}

async function runNamed(name: string, run: Run): Promise<boolean> {
  switch (name) {
    case "migrate":
      await runMigrations(await startDatabase(run.config, run.ends, run.log));
      return false;
    case "make-keys":
      readKeyring(run.config.keyDir, { create: true });
      process.stdout.write(`Keys stand in ${run.config.keyDir}. Keep a copy apart from the database.\n`);
      return false;
    case webProcessArgument:
      await startWeb(await composeWith(run, await receiveBacking()), run);
      return true;
    case "all":
      await startAll(run);
      return true;
    case "web":
    case "worker":
      await startOne(name, run);
      return true;
    default:
      await runCommand(name, run);
      return false;
  }
}

async function startAll(run: Run): Promise<void> {
  const { config, ends } = run;
  const gateway = await startGateway(config, ends);
  const backing = { ...(await startBacking(config, ends, run.log)), gateway };
  await migrate(backing.databaseUrl);
  const service = await composeWith(run, backing);
  const lines = (await service.prepare?.()) ?? [];
  await startJobs(service, backing, run);
  await startWebs(service, backing, run);
  const mail = config.smtpUrl ? [] : [`Letters:   ${config.publicUrl}/dev/mail`];
  const text = [`Daftar:    ${config.publicUrl}`, ...mail, ...lines, "Ctrl-C ends it."].map((line) => `  ${line}`);
  process.stdout.write(`\n${text.join("\n")}\n\n`);
}

async function startOne(role: "web" | "worker", run: Run): Promise<void> {
  const { databaseUrl, smtpUrl } = run.config;
  if (!databaseUrl || !smtpUrl) {
    throw new Error(`The role ${role} shares its database and mail server with others: set DATABASE_URL and SMTP_URL.`);
  }
  const backing = { databaseUrl, smtpUrl };
  await refusePending(databaseUrl);
  const service = await composeWith(run, backing);
  if (role === "worker") await startJobs(service, backing, run);
  else await startWebs(service, backing, run);
}

async function refusePending(url: string): Promise<void> {
  const database = connect({ url, max: 1 });
  const pending = await findPendingMigrations(database.sql);
  await database.close();
  if (pending.length > 0)
    throw new Error(`The database lacks ${pending.length} migrations: run \`npm run migrate\` first.`);
}

async function composeWith(run: Run, backing: Backing): Promise<Service> {
  const service: Service = compose(await open(run.config, backing, run.log, run.ends));
  run.ends.add("service", () => service.close?.());
  return service;
}

async function startJobs(service: Service, backing: Backing, run: Run): Promise<void> {
  const { jobs = {}, crontab } = service;
  // Before the jobs, so that it ends after them.
  const loops = service.startLoops?.();
  run.ends.add("loops of the worker", () => loops?.stop());
  const start = () =>
    startWorker({ url: backing.databaseUrl, log: run.log, jobs, ...(crontab === undefined ? {} : { crontab }) });
  const worker = await keepRunning("the worker", start, reportTo(run.log));
  run.ends.add("worker", () => worker.stop());
}

async function startWebs(service: Service, backing: Backing, run: Run): Promise<void> {
  const { webConcurrency } = run.config;
  if (webConcurrency === 1) return startWeb(service, run);
  const webs = await startWebProcesses(webConcurrency, fileURLToPath(import.meta.url), backing, run.log);
  run.ends.add("web processes", () => webs.stop());
}

async function startWeb(service: Service, { config, ends }: Run): Promise<void> {
  const fetch: Service["app"]["fetch"] = (request, bindings) => service.app.fetch(request, bindings);
  const server = await serve({ fetch, host: config.host, port: config.port });
  ends.add("web server", () => server.stop());
}

async function runMigrations(url: string): Promise<void> {
  const ran = await migrate(url);
  process.stdout.write(ran.length > 0 ? `${ran.join("\n")}\n` : "The database is up to date.\n");
}

async function runCommand(name: string, run: Run): Promise<void> {
  const backing = await startBacking(run.config, run.ends, run.log);
  await migrate(backing.databaseUrl);
  const service = await composeWith(run, backing);
  const commands = service.commands ?? {};
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    throw new Error(
      `There is no command ${name}. Known: ${["all", "web", "worker", "migrate", "make-keys", ...Object.keys(commands)].join(", ")}.`,
    );
  }
  await command(run.args);
}

/** Ends in order on Ctrl-C, SIGTERM, a lost parent or a failure nobody caught. */
function endOnSignals(ends: Closing, log: Log, name: string): void {
  const end = (code: number) => {
    process.exitCode ||= code;
    void ends.close().then(() => process.exit());
  };
  // Ctrl-C reaches every process of the terminal; a web process waits for its parent's word instead.
  process.on("SIGINT", () => void (name === webProcessArgument || end(0)));
  process.on("SIGTERM", () => end(0));
  process.on("disconnect", () => end(0));
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      // On each new connection the driver asks for the types of arrays, and waits for the answer nowhere. Whoever waits
      // for a statement on that connection is told all the same, so this is no reason to end.
      if (event === "unhandledRejection" && isBrokenConnection(error)) return log.error({ err: error }, event);
      log.fatal({ err: error }, event);
      end(1);
    });
  }
}

if (import.meta.main) await main(process.argv.slice(2));
