import { Kysely } from "kysely";
import postgres from "postgres";
import type { DB } from "./generated/schema.ts";
import { PatientSocket } from "./patient-socket.ts";
import { pooledDialect } from "./pooled-dialect.ts";

/** The roles that the application works under; none of them owns anything. */
export type DatabaseRole = "daftar_web" | "daftar_worker" | "daftar_staff";

/** One pool of connections: Kysely for queries, `sql` for the same connections with tagged templates. */
export type Db = {
  readonly kysely: Kysely<DB>;
  /**
   * For what most requests read, by a key and at once: such statements share few connections, on which nothing can be
   * written, so those of one moment travel together. Whatever may wait or takes long would hold up the others.
   */
  readonly reads: Kysely<DB>;
  readonly sql: postgres.Sql;
  /** Waits for running queries (five seconds at most), then closes every connection. */
  close(): Promise<void>;
};

export type ConnectOptions = {
  readonly url: string;
  /** Every connection starts with this role set; without it, it stays the user of the URL (the owner). */
  readonly role?: DatabaseRole;
  readonly max?: number;
  /** Connections that reads share; without it they go where everything goes. */
  readonly reads?: number;
  readonly onnotice?: (notice: postgres.Notice) => void;
};

/**
 * Opens a pool. Nothing is sent before the first query.
 * `bigint` arrives as a number (an unsafe one throws), `timestamptz` as a Date, `date` as "2026-01-31".
 */
export function connect(options: ConnectOptions): Db {
  const max = options.max ?? 10;
  const sql = openPool(options, max);
  const kysely = new Kysely<DB>({ dialect: pooledDialect(sql, max) });
  const close = (pool: postgres.Sql) => pool.end({ timeout: 5 });
  if (options.reads === undefined) return { sql, kysely, reads: kysely, close: () => close(sql) };
  const shared = openPool(options, options.reads, { default_transaction_read_only: true });
  const reads = new Kysely<DB>({ dialect: pooledDialect(shared, Number.POSITIVE_INFINITY) });
  return { sql, kysely, reads, close: async () => void (await Promise.all([sql, shared].map(close))) };
}

function openPool(options: ConnectOptions, max: number, settings: Record<string, boolean> = {}): postgres.Sql {
  return postgres(options.url, {
    max,
    prepare: true,
    connect_timeout: 10,
    onnotice: options.onnotice ?? (() => undefined),
    // With several hosts the driver goes through them by itself, with sockets of its own.
    ...(options.url.includes(",") ? {} : { socket: openSocket }),
    connection: {
      application_name: options.role ?? "daftar_owner",
      ...(options.role ? { role: options.role } : {}),
      ...settings,
    },
    types: { bigint: bigintAsNumber, date: dateAsText },
  });
}

interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
  /** Of a Unix socket. */
  readonly path: string | false;
}

/** A setting that the driver's types do not know. It writes into the socket while that still connects. */
function openSocket({ host: [host = ""], port: [port = 5432], path }: Address): PatientSocket {
  const socket = new PatientSocket();
  // The driver reads them there, for TLS.
  Object.assign(socket, { host, port });
  return path ? socket.connect(path) : socket.connect(port, host);
}

const bigintAsNumber = {
  to: 20,
  from: [20],
  serialize: (value: number | bigint | string) => String(value),
  parse: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} does not fit into a number.`);
    return value;
  },
};

/** A calendar day has no zone: as a Date it would move to the day before for everyone west of Greenwich. */
const dateAsText = {
  to: 1082,
  from: [1082],
  serialize: (value: string) => value,
  parse: (text: string) => text,
};
