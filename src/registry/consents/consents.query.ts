import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Something that a person agreed to, as their own pages show it. */
export interface OwnConsent {
  readonly id: string;
  readonly kind: "privacy" | "declaration" | "closing";
  /** Word for word as it was read. */
  readonly text: string;
  readonly language: "id" | "en";
  /** SHA-256 of the text, or of the program file that it stands in, in hexadecimal. */
  readonly version: string;
  readonly at: Date;
  readonly withdrawnAt: Date | null;
  /** The program; null for what concerns the account itself. */
  readonly title: { readonly id: string; readonly en: string } | null;
}

/** What a person agreed to, the newest first. */
export async function listConsents(db: Kysely<DB>, accountId: string): Promise<readonly OwnConsent[]> {
  return db
    .selectFrom("consents as c")
    .leftJoin("consent_texts as t", "t.text_hash", "c.text_hash")
    .leftJoin("applications as a", "a.id", "c.application_id")
    .leftJoin("program_versions as v", (join) =>
      join.on("v.id", "=", sql<string>`coalesce(c.version_id, a.version_id)`),
    )
    .select(["c.id", "c.kind", "c.language", "c.given_at as at", "c.withdrawn_at as withdrawnAt"])
    .select(sql<string>`coalesce(t.words, v.definition -> 'declaration' ->> c.language, '')`.as("text"))
    .select(sql<string>`coalesce(encode(c.text_hash, 'hex'), v.content_hash)`.as("version"))
    .select(sql<{ id: string; en: string } | null>`v.definition -> 'title'`.as("title"))
    .where("c.account_id", "=", accountId)
    .orderBy("c.given_at", "desc")
    .orderBy("c.id", "desc")
    .execute();
}
