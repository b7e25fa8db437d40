import { sql, type Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndex, newWrappedKey, unwrapKey, type Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";
import { SourceSilent, type PersonFacts, type Source } from "../../platform/sources/source.ts";

const Facts = z.partialRecord(z.enum(["kk", "name", "birth_place", "birth_date"]), z.string());

/** The key of a source and its row, which is made when the source is new. Needs the owner's connection. */
export async function ensureSource(db: Kysely<DB>, keyring: Keyring, source: string): Promise<Key> {
  const { wrapped } = newWrappedKey(keyring, sourceContext(source));
  await db
    .insertInto("sources")
    .values({ source, key_wrapped: wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("sources")
    .select("key_wrapped")
    .where("source", "=", source)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return unwrapKey(keyring, row.key_wrapped, sourceContext(source));
}

/** A row of `source_people`, without its load. */
export function sealPerson(
  { keyring, key, source }: { readonly keyring: Keyring; readonly key: Key; readonly source: string },
  nik: string,
  person: PersonFacts,
): { source: string; nik_index: Buffer; sealed: Buffer } {
  const index = nikIndex(keyring, source, nik);
  return { source, nik_index: index, sealed: seal(key, JSON.stringify(person), context(source, index)) };
}

/** A source that was loaded from a table. It does not answer (throws) as long as nothing was loaded. */
export function tableSource(db: Kysely<DB>, keyring: Keyring, source: string): Source {
  return {
    async find(nik) {
      const index = nikIndex(keyring, source, nik);
      const row = await db
        .selectFrom("sources as s")
        .leftJoin("source_people as p", (join) =>
          join.onRef("p.source", "=", "s.source").on("p.nik_index", "=", sql<Buffer>`${index}`),
        )
        .select(["s.key_wrapped", "p.sealed"])
        .where("s.source", "=", source)
        .where("s.loaded_at", "is not", null)
        .executeTakeFirst();
      if (!row) throw new SourceSilent(source);
      if (!row.sealed) return undefined;
      const key = unwrapKey(keyring, row.key_wrapped, sourceContext(source));
      return Facts.parse(JSON.parse(open(key, row.sealed, context(source, index)).toString("utf8")));
    },
  };
}

function nikIndex(keyring: Keyring, source: string, nik: string): Buffer {
  return blindIndex(keyring, `source ${source}`, nik);
}

/** Context under which the key of a source is wrapped. */
export function sourceContext(source: string): string {
  return `sources|key|${source}`;
}

function context(source: string, index: Buffer): string {
  return `source_people|sealed|${source}|${index.toString("hex")}`;
}
