import type postgres from "postgres";

/** Rows by table, in the order in which the tables must be filled; all rows of a table have the same columns. */
export type Rows = Record<string, Readonly<Record<string, unknown>>[]>;

/** Writes all rows in one statement per table: bytes as hexadecimal text inside one JSON parameter. */
export async function insert(sql: postgres.Sql, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    const columns = Object.keys(list[0] ?? {}).join(", ");
    const json = list.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    );
    await sql.unsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [json as never],
    );
  }
}

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value;
}
