import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Config } from "./config.ts";
import { commandsWith } from "./commands.ts";
import { startSealing } from "./jobs/seal-audit.ts";
import { systemClock } from "./platform/clock.ts";
import type { Db } from "./platform/db/connect.ts";
import type { Assets } from "./platform/http/assets.ts";
import type { Mailbox } from "./platform/mail/mailbox.ts";
import { projectRoot } from "./platform/project-root.ts";
import { limitsOn } from "./platform/limits.ts";
import type { KeptMessages } from "./platform/sms/kept-messages.ts";
import type { Jobs } from "./platform/queue/worker.ts";
import type { DukcapilOffices } from "./registry/tickets/dukcapil-file.ts";
import { hashQueue } from "./registry/accounts/hash-queue.ts";
import { passwordCost, passwordsWith } from "./registry/accounts/passwords.ts";
import { holdForm } from "./registry/sessions/held-form.ts";
import { announcePeople } from "./registry/demonstration/announce.ts";
import { seedDemonstration } from "./registry/demonstration/seed.ts";
import { loadFaq } from "./registry/faq/load.ts";
import { catalogOf } from "./registry/programs/catalog.ts";
import { passkeySite } from "./registry/passkeys/site.ts";
import { accountRoutes } from "./routes/account/routes.ts";
import { heldFormRoutes } from "./routes/account/held.tsx";
import { applyRoutes } from "./routes/apply/routes.ts";
import { consoleRoutes } from "./routes/console/console.ts";
import { devRoutes } from "./routes/dev/routes.ts";
import { drawWith, refusalPageWith } from "./routes/draw.tsx";
import { healthRoutes } from "./routes/health/health.ts";
import { helpdeskRoutes } from "./routes/helpdesk/routes.ts";
import { mount } from "./routes/mount.ts";
import { publicRoutes } from "./routes/public/routes.ts";
import type { Route } from "./routes/route.ts";
import { CRONTAB, type JobPlatform, jobsOf, questionsFolder } from "./compose-jobs.ts";

/** What the process has opened before anything is wired. */
export interface Platform extends JobPlatform {
  readonly db: { readonly web: Db; readonly worker: Db; readonly staff: Db; readonly owner?: Db };
  /** Decides what is mounted and seeded for development; without it nothing is. */
  readonly config?: Pick<Config, "environment" | "demo" | "dataDir" | "proxyHops"> &
    Partial<
      Pick<
        Config,
        | "auditHeadsFile"
        | "auditHeadsEmail"
        | "operatorEmail"
        | "keyDir"
        | "shortestPassword"
        | "securityQuestions"
        | "sms"
      >
    >;
  /** Letters that the built-in mail server kept. */
  readonly mailbox?: Mailbox | undefined;
  /** Short messages that were kept in development. */
  readonly messages?: KeptMessages | undefined;
  /** Offices to which the helpdesk refers. */
  readonly dukcapil: DukcapilOffices;
  readonly assets: Assets;
  /** Folder in which uploads lie while they arrive. */
  readonly quarantine: string;
}

export interface Composed {
  readonly app: Hono<{ Bindings: Partial<HttpBindings> }>;
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  /** Lines of graphile-worker's crontab. */
  readonly crontab: string;
  readonly commands: ReturnType<typeof commandsWith>;
  /** Seals the audit trail, beside the jobs of the worker. */
  startLoops(): { stop(): Promise<void> };
  /** Fills the database before anything is served; returns lines for the person at the terminal. */
  prepare(): Promise<readonly string[]>;
}

/** Wires everything: the only place that knows everybody. */
export function compose(platform: Platform): Composed {
  const { keyring, assets, log, blobs, quarantine, regions, dukcapil } = platform;
  const { kysely: db, reads } = platform.db.web;
  const draw = drawWith(assets);
  const catalog = catalogOf(db, regions);
  const passwords = passwordsWith(keyring, hashQueue(), passwordCost, platform.config?.shortestPassword);
  const limits = limitsOn(platform.db.web.sql, keyring);
  const { gatewayOf = () => undefined } = platform;
  const routes: Route[] = [
    ...healthRoutes({ db }),
    ...publicRoutes({
      db,
      catalog,
      clock: systemClock,
      limits,
      keyring,
      draw,
      publicUrl: platform.publicUrl,
      gatewayOf,
      passwordLengths: passwords.lengths,
      asksQuestions: platform.config?.securityQuestions === true,
    }),
    ...accountRoutes({
      db,
      keyring,
      passwords,
      limits,
      regions,
      blobs,
      quarantine,
      draw,
      site: passkeySite(platform.publicUrl),
      sendsTexts: platform.sms !== undefined,
      asksQuestions: platform.config?.securityQuestions === true,
      places: platform.places,
    }),
    ...heldFormRoutes({ db, keyring, draw }),
    ...helpdeskRoutes({ db, catalog, limits, keyring, blobs, quarantine, draw, regions, dukcapil }),
    ...applyRoutes({
      db,
      reads,
      keyring,
      catalog,
      blobs,
      quarantine,
      limits,
      draw,
      publicUrl: platform.publicUrl,
      gatewayOf,
    }),
    ...consoleRoutes({
      db: platform.db.staff.kysely,
      keyring,
      catalog,
      blobs,
      quarantine,
      draw,
      limits,
      sendsTexts: platform.sms !== undefined,
      passwordLengths: passwords.lengths,
    }),
    ...(platform.config?.environment === "development"
      ? devRoutes({ draw, mailbox: platform.mailbox, messages: platform.messages })
      : []),
  ];
  const app = mount(routes, {
    db,
    reads,
    signing: keyring.signing,
    proxyHops: platform.config?.proxyHops ?? 0,
    log,
    holdForm: (held) => holdForm({ db, keyring }, held),
    refusalPage: refusalPageWith(draw),
  });
  // Files are the same for everybody: they need no session, no language and no page around a refusal.
  app.get("/assets/*", (context) => assets.respond(context.req.raw) ?? context.notFound());
  return {
    app,
    routes,
    jobs: jobsOf(platform),
    crontab: CRONTAB,
    commands:
      platform.db.owner && platform.config?.keyDir
        ? commandsWith({ owner: platform.db.owner.kysely, keyring, keyDir: platform.config.keyDir })
        : {},
    startLoops: () =>
      startSealing({ db: platform.db.worker.kysely, keyring, log, headsFile: platform.config?.auditHeadsFile }),
    prepare: async () => {
      const lines = await prepareDemonstration(platform);
      await loadFaq(platform.db.worker.kysely, questionsFolder);
      return lines;
    },
  };
}

async function prepareDemonstration({ config, db, keyring }: Platform): Promise<readonly string[]> {
  if (!config?.demo || !db.owner) return [];
  const programsFolder = join(projectRoot, "programs");
  const seeded = await seedDemonstration({ owner: db.owner.kysely, keyring, programsFolder, dataDir: config.dataDir });
  return announcePeople(seeded.people);
}
