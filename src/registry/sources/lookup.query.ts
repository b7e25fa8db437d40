import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { accountKey } from "../accounts/keys.ts";
import { isUuid } from "../applications/load.query.ts";
import { answerContext } from "./look-up.ts";

const Found = z.object({
  nik: z.string(),
  kk: z.string(),
  name: z.string().optional(),
  birth_place: z.string().optional(),
  birth_date: z.string().optional(),
});

/** Whom a source found under two numbers. */
export type FoundPerson = z.output<typeof Found>;

/** What came of a question to a source; `waiting` as long as the worker has not asked. */
export type Lookup =
  | { readonly outcome: "waiting" | "not_found" | "not_available" }
  | { readonly outcome: "found"; readonly person: FoundPerson };

/** One's own question at the beginning of this program; 404 for anybody else's. */
export async function getLookup(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  input: { readonly accountId: string; readonly program: string; readonly lookup: string },
): Promise<Lookup> {
  const { accountId, lookup } = input;
  if (!isUuid(lookup)) throw notFound();
  const row = await services.db
    .selectFrom("source_lookups as l")
    .innerJoin("programs as p", "p.id", "l.program_id")
    .select(["l.outcome", "l.answer_sealed"])
    .where("l.id", "=", lookup)
    .where("l.account_id", "=", accountId)
    .where("p.slug", "=", input.program)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { outcome, answer_sealed: sealed } = row;
  if (outcome !== "found" || !sealed) return { outcome: outcome === "found" ? "not_found" : (outcome ?? "waiting") };
  const key = await accountKey(services.db, services.keyring, accountId);
  return { outcome, person: Found.parse(JSON.parse(open(key, sealed, answerContext(lookup)).toString("utf8"))) };
}
