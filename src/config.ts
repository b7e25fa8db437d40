import { join, resolve } from "node:path";
import { z } from "zod";

/** All settings, read once at start and frozen. What each means is told in docs/how-to/configure.md. */
export type Config = Readonly<{
  environment: "development" | "production";
  /** Seeds demonstration people and programs; listens on loopback only. */
  demo: boolean;
  port: number;
  host: string;
  /** Where people reach us, without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  /** Without it the embedded PostgreSQL is used. */
  databaseUrl: string | undefined;
  /** Without it letters go to the built-in mail server and are read at /dev/mail. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The carrier of short messages; without it none are sent in production, and they are read at /dev/sms in development. */
  sms: Readonly<{ url: string; token: string; sender: string | undefined }> | undefined;
  keyDir: string;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** Where signed heads of the sealed record are copied to, a line each. */
  auditHeadsFile: string | undefined;
  /** Who gets the newest head by letter, once a day. */
  auditHeadsEmail: string | undefined;
  /** Who runs the platform, and is told of what an institution has nobody for. */
  operatorEmail: string | undefined;
  /** Sources that are asked over HTTP; see docs/how-to/connect-a-source.md. */
  sourcesFile: string | undefined;
  /** Payment gateways of institutions, by their slugs. Without it none is used in production. */
  gatewaysFile: string | undefined;
  /** Maps that tell where network addresses are, in the MMDB form; see docs/how-to/show-places.md. */
  placesFiles: readonly string[];
  /** Whom the licence of the maps wants to be named. */
  placesCredit: string | undefined;
  /** How many web processes answer requests. */
  webConcurrency: number;
  /** How many proxies of ours stand in front and append to X-Forwarded-For. */
  proxyHops: number;
  /** Fewest characters of a new password: alone, and beside a second factor. */
  shortestPassword: Readonly<{ alone: number; withFactor: number }>;
  /** Whether owners may choose security questions, which ASVS V6.4.2 forbids. */
  securityQuestions: boolean;
}>;

const loopback = ["127.0.0.1", "::1", "localhost"];
const yes = z.enum(["true", "false", "1", "0"]).transform((word) => word === "true" || word === "1");

function whole(from: number, to: number) {
  return z.coerce.number().int().min(from).max(to);
}

function url(...schemes: string[]) {
  return z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${schemes.join("// or ")}//`,
  });
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "production"]).default("development"),
  DEMO: yes.optional(),
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: url("http:", "https:").optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  SMTP_URL: url("smtp:", "smtps:").optional(),
  MAIL_FROM: z.string().regex(/@/, "must hold an e-mail address").optional(),
  SMS_URL: url("http:", "https:").optional(),
  SMS_TOKEN: z.string().min(8, "must have 8 characters or more").optional(),
  SMS_SENDER: z
    .string()
    .regex(/^[A-Za-z0-9 +._-]{1,20}$/, "must be a short name or number")
    .optional(),
  KEY_DIR: z.string().optional(),
  AUDIT_HEADS_FILE: z.string().optional(),
  AUDIT_HEADS_EMAIL: z.email("must be one e-mail address").optional(),
  OPERATOR_EMAIL: z.email("must be one e-mail address").optional(),
  SOURCES_FILE: z.string().optional(),
  GATEWAYS_FILE: z.string().optional(),
  PLACES_FILE: z.string().optional(),
  PLACES_CREDIT: z.string().max(200, "must be a line of 200 characters at most").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  WEB_CONCURRENCY: whole(1, 64).default(1),
  PROXY_HOPS: whole(0, 10).default(0),
  // Not below what NIST SP 800-63B-4 demands; see registry/accounts/password-rules.ts.
  SHORTEST_PASSWORD: whole(15, 64).default(15),
  SHORTEST_PASSWORD_WITH_FACTOR: whole(12, 64).default(12),
  SECURITY_QUESTIONS: yes.default(false),
});

/** Throws one error that names every wrong setting and what is wrong with it. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw wrongSettings(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const values = parsed.data;
  const development = values.NODE_ENV === "development";
  const demo = values.DEMO ?? development;
  const wrong = [
    ...(development ? [] : findMissing(values)),
    ...(demo ? findUnsafe(values) : []),
    ...findWrongSms(values),
  ];
  if (wrong.length > 0) throw wrongSettings(wrong);
  const dataDir = resolve(values.DATA_DIR);
  return Object.freeze({
    environment: values.NODE_ENV,
    demo,
    port: values.PORT,
    host: values.HOST,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).href.replace(/\/+$/, ""),
    dataDir,
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? "Daftar <daftar@localhost.localdomain>",
    sms: smsOf(values),
    keyDir: resolve(values.KEY_DIR ?? `${dataDir}/keys`),
    auditHeadsFile: headsFileOf(values, dataDir),
    auditHeadsEmail: values.AUDIT_HEADS_EMAIL,
    operatorEmail: values.OPERATOR_EMAIL,
    sourcesFile: values.SOURCES_FILE === undefined ? undefined : resolve(values.SOURCES_FILE),
    gatewaysFile: values.GATEWAYS_FILE === undefined ? undefined : resolve(values.GATEWAYS_FILE),
    placesFiles: Object.freeze(
      (values.PLACES_FILE ?? "").split(",").flatMap((file) => (file.trim() ? resolve(file.trim()) : [])),
    ),
    placesCredit: values.PLACES_CREDIT,
    logLevel: values.LOG_LEVEL,
    webConcurrency: values.WEB_CONCURRENCY,
    proxyHops: values.PROXY_HOPS,
    shortestPassword: Object.freeze({
      alone: values.SHORTEST_PASSWORD,
      withFactor: values.SHORTEST_PASSWORD_WITH_FACTOR,
    }),
    securityQuestions: values.SECURITY_QUESTIONS,
  });
}

/** In development heads lie beside the rest; in production only a place that somebody chose is worth anything. */
function headsFileOf(values: z.infer<typeof schema>, dataDir: string): string | undefined {
  if (values.AUDIT_HEADS_FILE !== undefined) return resolve(values.AUDIT_HEADS_FILE);
  return values.NODE_ENV === "development" ? join(dataDir, "heads.log") : undefined;
}

function smsOf(values: z.infer<typeof schema>): Config["sms"] {
  const { SMS_URL, SMS_TOKEN, SMS_SENDER } = values;
  if (SMS_URL === undefined || SMS_TOKEN === undefined) return undefined;
  return Object.freeze({ url: SMS_URL, token: SMS_TOKEN, sender: SMS_SENDER });
}

/** Codes and numbers cross no network in the open, and half a setting is a mistake. */
function findWrongSms({ SMS_URL, SMS_TOKEN }: z.infer<typeof schema>): string[] {
  if (SMS_URL === undefined) return SMS_TOKEN === undefined ? [] : ["SMS_URL: is needed with SMS_TOKEN"];
  const { protocol, hostname } = new URL(SMS_URL);
  return [
    ...(SMS_TOKEN === undefined ? ["SMS_TOKEN: is needed with SMS_URL"] : []),
    ...(protocol === "https:" || [...loopback, "[::1]"].includes(hostname)
      ? []
      : ["SMS_URL: must be https, except on this machine"]),
  ];
}

/** In production nothing that carries a secret or a promise to the public is guessed. */
function findMissing(values: z.infer<typeof schema>): string[] {
  const needed = ["PUBLIC_URL", "DATABASE_URL", "SMTP_URL", "MAIL_FROM", "KEY_DIR"] as const;
  return needed.filter((name) => values[name] === undefined).map((name) => `${name}: is needed in production`);
}

function findUnsafe(values: z.infer<typeof schema>): string[] {
  const wrong: string[] = [];
  if (values.NODE_ENV === "production") wrong.push("DEMO: the demonstration does not run with NODE_ENV=production");
  if (!loopback.includes(values.HOST)) {
    wrong.push(`HOST: the demonstration listens on loopback only (${loopback.join(", ")}); set DEMO=false for others`);
  }
  return wrong;
}

function wrongSettings(lines: readonly string[]): Error {
  return new Error(
    `These settings are wrong (see docs/how-to/configure.md):\n${lines.map((line) => `  ${line}`).join("\n")}`,
  );
}
