import { createHmac, hkdfSync } from "node:crypto";
import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { newWrappedKey, unwrapKey, type Keyring } from "../../platform/keys/keyring.ts";
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
  { key, source }: { readonly key: Key; readonly source: string },
  nik: string,
  person: PersonFacts,
): { source: string; nik_index: Buffer; sealed: Buffer } {
  const index = nikIndex(key, nik);
  return { source, nik_index: index, sealed: seal(key, JSON.stringify(person), context(source, index)) };
}

/** A source that was loaded from a table. It does not answer (throws) as long as nothing was loaded. */
export function tableSource(db: Kysely<DB>, keyring: Keyring, source: string): Source {
  return {
    async find(nik) {
      const row = await db
        .selectFrom("sources")
        .select("key_wrapped")
        .where("source", "=", source)
        .where("loaded_at", "is not", null)
        .executeTakeFirst();
      if (!row) throw new SourceSilent(source);
      const key = unwrapKey(keyring, row.key_wrapped, sourceContext(source));
      const index = nikIndex(key, nik);
      const person = await db
        .selectFrom("source_people")
        .select("sealed")
        .where("source", "=", source)
        .where("nik_index", "=", index)
        .executeTakeFirst();
      if (!person) return undefined;
      return Facts.parse(JSON.parse(open(key, person.sealed, context(source, index)).toString("utf8")));
    },
  };
}

/** By what a person is found: under a key of this source alone, which its own key gives, so that both change together. */
function nikIndex(key: Key, nik: string): Buffer {
  const derived = Buffer.from(hkdfSync("sha256", key.bytes, Buffer.alloc(0), "daftar source index", 32));
  return createHmac("sha256", derived).update(nik, "utf8").digest();
}

/** Context under which the key of a source is wrapped. */
export function sourceContext(source: string): string {
  return `sources|key|${source}`;
}

function context(source: string, index: Buffer): string {
  return `source_people|sealed|${source}|${index.toString("hex")}`;
}
