import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";
import type { Closing } from "./platform/closing.ts";
import { connect, type Db } from "./platform/db/connect.ts";
import { startEmbedded } from "./platform/db/embedded.ts";
import { type BlobStore, diskBlobStore } from "./platform/files/blob-store.ts";
import { createRebuilder, type Rebuilder } from "./platform/files/rebuild.ts";
import { type Assets, loadAssets } from "./platform/http/assets.ts";
import { type Keyring, readKeyring } from "./platform/keys/keyring.ts";
import { reportTo, type Log } from "./platform/log.ts";
import { startMailServer } from "./platform/mail/dev-server.ts";
import { type MailTransport, openMail } from "./platform/mail/mail.ts";
import { type Mailbox, openMailbox } from "./platform/mail/mailbox.ts";
import { startDevGateway } from "./platform/payments/dev-gateway.ts";
import type { GatewayOf } from "./platform/payments/gateway.ts";
import { type EveryonesGateway, gatewaysOf } from "./platform/payments/gateways.ts";
import { type GatewaySettings, readGateways } from "./platform/payments/read-gateways.ts";
import { newToken } from "./platform/http/tokens.ts";
import { httpGateway } from "./platform/sms/http-gateway.ts";
import { keepMessages, type KeptMessages } from "./platform/sms/kept-messages.ts";
import type { SmsGateway } from "./platform/sms/sms.ts";
import { openPlaces, type Places } from "./platform/places/places.ts";
import { projectRoot } from "./platform/project-root.ts";
import { type HttpSources, readSources } from "./platform/sources/read-sources.ts";
import type { Regions } from "./program/regions.ts";
import { type DukcapilOffices, loadDukcapil } from "./registry/tickets/dukcapil-file.ts";
import { loadRegions } from "./registry/programs/regions.ts";

/** The servers around us: given by the settings, or started by us in development. */
export type Backing = {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** The payment gateway of development. */
  readonly gateway?: EveryonesGateway | undefined;
};

/** Everything opened that `compose` wires together. */
export type Opened = {
  readonly config: Config;
  readonly db: { readonly web: Db; readonly worker: Db; readonly staff: Db; readonly owner: Db };
  readonly keyring: Keyring;
  readonly assets: Assets;
  readonly regions: Regions;
  readonly dukcapil: DukcapilOffices;
  readonly blobs: BlobStore;
  readonly rebuild: Rebuilder;
  /** Where uploads lie while they arrive. */
  readonly quarantine: string;
  readonly log: Log;
  readonly mail: MailTransport;
  /** Letters of development; absent where a real mail server is set. */
  readonly mailbox: Mailbox | undefined;
  /** The carrier of short messages; absent where none is set, outside development. */
  readonly sms: SmsGateway | undefined;
  /** Short messages of development; absent where a carrier is set. */
  readonly messages: KeptMessages | undefined;
  /** Sources that are asked over HTTP. */
  readonly httpSources: HttpSources;
  /** Who takes payments for whom. */
  readonly gatewayOf: GatewayOf;
  /** Where gateways are looked for, to say whether they answer. */
  readonly gatewayUrls: readonly string[];
  /** Maps that tell where network addresses are. */
  readonly places: Places;
  readonly publicUrl: string;
};

/** Starts the embedded PostgreSQL and the built-in mail server where the settings name no other. */
export async function startBacking(config: Config, ends: Closing, log: Log): Promise<Backing> {
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config, ends, log));
  const smtpUrl = config.smtpUrl ?? (await startMailbox(config, ends));
  return { databaseUrl, smtpUrl };
}

/** Only the database, for commands that need nothing else. */
export async function startDatabase(config: Config, ends: Closing, log: Log): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const embedded = await startEmbedded({ dataDir: join(config.dataDir, "postgres"), report: reportTo(log) });
  ends.add("PostgreSQL", () => embedded.stop());
  return embedded.url;
}

async function startMailbox(config: Config, ends: Closing): Promise<string> {
  const server = await startMailServer(openMailbox(mailFolder(config)));
  ends.add("mail server", () => server.stop());
  return server.url;
}

/** Starts the gateway of development, on which one pays without money; where gateways are set it is not there. */
export async function startGateway(config: Config, ends: Closing): Promise<EveryonesGateway | undefined> {
  if (config.environment !== "development" || config.gatewaysFile !== undefined) return undefined;
  const gateway = await startDevGateway(join(config.dataDir, "gateway"), newToken());
  ends.add("payment gateway", () => gateway.stop());
  return { url: gateway.url, serverKey: gateway.serverKey };
}

/** Opens pools and reads keys and assets; makes keys where there are none, outside production only. */
export async function open(config: Config, backing: Backing, log: Log, ends: Closing): Promise<Opened> {
  const mail = openMail({ url: backing.smtpUrl, from: config.mailFrom });
  ends.add("mail", () => mail.close());
  const url = backing.databaseUrl;
  const db = {
    web: connect({ url, role: "daftar_web", max: 10, reads: 2 }),
    worker: connect({ url, role: "daftar_worker", max: 5 }),
    staff: connect({ url, role: "daftar_staff", max: 5 }),
    owner: connect({ url, max: 2 }),
  };
  ends.add("database pools", () => Promise.all(Object.values(db).map((pool) => pool.close())));
  const rebuild = createRebuilder();
  ends.add("document rebuilder", () => rebuild.close());
  const quarantine = join(config.dataDir, "quarantine");
  await mkdir(quarantine, { recursive: true, mode: 0o700 });
  const messages =
    config.environment === "development" && !config.sms ? keepMessages(join(config.dataDir, "sms")) : undefined;
  const regions = await loadRegions();
  const gateways: GatewaySettings =
    config.gatewaysFile === undefined ? {} : readGateways(config.gatewaysFile, config.keyDir);
  const reportGateway = (institution: string, problem: string) =>
    log.warn({ institution, problem }, "a payment gateway did not answer");
  return {
    config,
    db,
    keyring: readKeyring(config.keyDir, { create: config.environment === "development" }),
    assets: await loadAssets(join(projectRoot, "dist/assets")),
    regions,
    dukcapil: loadDukcapil(regions),
    blobs: diskBlobStore(join(config.dataDir, "blobs")),
    rebuild,
    quarantine,
    log,
    mail,
    mailbox: config.smtpUrl ? undefined : openMailbox(mailFolder(config)),
    sms: config.sms ? httpGateway(config.sms) : messages,
    messages,
    httpSources: config.sourcesFile === undefined ? {} : readSources(config.sourcesFile, config.keyDir),
    gatewayOf: gatewaysOf(gateways, backing.gateway, reportGateway),
    gatewayUrls: [
      ...Object.values(gateways).map(({ apiUrl }) => apiUrl),
      ...(backing.gateway ? [backing.gateway.url] : []),
    ],
    places: openPlaces(config.placesFiles, config.placesCredit),
    publicUrl: config.publicUrl,
  };
}

function mailFolder(config: Config): string {
  return join(config.dataDir, "mail");
}
