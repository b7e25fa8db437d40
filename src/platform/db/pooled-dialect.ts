import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type postgres from "postgres";

/**
 * Kysely on a pool of the driver `postgres` with `max` connections: a statement alone or a transaction takes whichever
 * is free, and waits where none is; where `max` is infinite the driver sends each at once, behind others that are not
 * answered yet. The package kysely-postgres-js reserves a connection for each statement, and a
 * reservation that fails while the database is away takes a connection out of the driver's pool for good: after a
 * restart of the database nothing answered any more.
 */
export function pooledDialect(sql: postgres.Sql, max: number): Dialect {
  return {
    createDriver: () => new PooledDriver(sql, max),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

class PooledDriver implements Driver {
  readonly #sql: postgres.Sql;
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(sql: postgres.Sql, max: number) {
    this.#sql = sql;
    this.#free = max;
  }

  // Counted here: when all connections are busy, the driver itself would put a statement behind a slow one.
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    return new PooledConnection(this.#sql);
  }

  releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
    return Promise.resolve();
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return pooled(connection).begin(settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return pooled(connection).end(undefined);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return pooled(connection).end(rolledBack);
  }

  // Nothing is opened here and nothing ended: the pool is its owner's.
  init(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

function pooled(connection: DatabaseConnection): PooledConnection {
  if (connection instanceof PooledConnection) return connection;
  throw new TypeError("This connection is another driver's.");
}

/** Thrown inside the driver's transaction, so that it rolls back. */
const rolledBack = new Error("The transaction is rolled back.");

interface Transaction {
  readonly sql: postgres.TransactionSql;
  /** Ends it: commits, or rolls back with the error. */
  end(error: Error | undefined): void;
  /** Settles when the database has ended it, or the connection broke. */
  readonly ended: Promise<unknown>;
  /** Why nothing more may be sent: what would be sent now could run on another connection. */
  broken: Error | undefined;
}

class PooledConnection implements DatabaseConnection {
  readonly #sql: postgres.Sql;
  #transaction: Transaction | undefined;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction?.broken) throw this.#transaction.broken;
    const sql = this.#transaction?.sql ?? this.#sql;
    const rows = await sql.unsafe<Row[] & postgres.Row[]>(text, parameters as postgres.ParameterOrJSON<never>[], {
      prepare: true,
    });
    const isCounted = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(rows.command);
    return { rows: [...rows], ...(isCounted ? { numAffectedRows: BigInt(rows.count) } : {}) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("Rows are read whole here.");
  }

  begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const options = [isolationLevel ? `isolation level ${isolationLevel}` : "", accessMode ?? ""].join(" ").trim();
    const begun = Promise.withResolvers<void>();
    const ending = Promise.withResolvers<undefined>();
    const ended = this.#sql.begin(options, (sql) => {
      this.#transaction = {
        sql,
        ended: done,
        broken: undefined,
        end: (error) => (error ? ending.reject(error) : ending.resolve(undefined)),
      };
      begun.resolve();
      return ending.promise;
    });
    const done = ended.catch((error: unknown) => {
      if (error === rolledBack) return;
      begun.reject(error);
      if (this.#transaction) this.#transaction.broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    });
    // Whoever ends it hears of it; a connection that breaks meanwhile is told by the next statement.
    done.catch(() => undefined);
    return begun.promise;
  }

  async end(error: Error | undefined): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    // The driver's own end would send ROLLBACK into a connection that is gone, and the database has done it by itself.
    if (transaction?.broken && error) return;
    if (transaction?.broken) throw transaction.broken;
    transaction?.end(error);
    // A connection that breaks over the rollback must not hide what it was rolled back for.
    await (error ? transaction?.ended.catch(() => undefined) : transaction?.ended);
  }
}
