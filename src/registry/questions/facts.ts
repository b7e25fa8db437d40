import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { getProfile } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import { loginIndex } from "../identifiers/login-name.ts";
import { plainAnswer } from "./answers.ts";
import { hasNik } from "./questions.query.ts";

const Facts = z.object({ kk: z.string(), birthPlace: z.string(), birthDate: z.string() });

/** What the form asks beside the question and the account's own name and NIK. */
export type Facts = z.output<typeof Facts>;

/** Everything that the form asks beside the question. */
export interface StatedFacts extends Facts {
  readonly name: string;
  /** Sixteen digits; looked at only where the account has one. */
  readonly nik: string;
}

/** Keeps them, sealed. */
export async function keepFacts(trx: Kysely<DB>, keyring: Keyring, accountId: string, facts: Facts): Promise<void> {
  const sealed = seal(await accountKey(trx, keyring, accountId), JSON.stringify(facts), context(accountId));
  await trx
    .insertInto("security_facts")
    .values({ account_id: accountId, sealed })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet({ sealed }))
    .execute();
}

/** What is kept for the form of an account, or undefined where it is nothing. */
export async function findFacts(db: Kysely<DB>, keyring: Keyring, accountId: string): Promise<Facts | undefined> {
  const kept = await db
    .selectFrom("security_facts")
    .select("sealed")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (!kept) return undefined;
  const key = await accountKey(db, keyring, accountId);
  return Facts.parse(JSON.parse(open(key, kept.sealed, context(accountId)).toString("utf8")));
}

/** Whether all of them are right; a wrong one is never told from another. */
export async function factsMatch(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
  stated: StatedFacts,
): Promise<boolean> {
  const { db, keyring } = services;
  const facts = await findFacts(db, keyring, accountId);
  if (!facts) return false;
  const { name } = await getProfile(db, keyring, accountId);
  return (
    plainAnswer(name) === plainAnswer(stated.name) &&
    facts.kk === stated.kk &&
    facts.birthDate === stated.birthDate &&
    plainAnswer(facts.birthPlace) === plainAnswer(stated.birthPlace) &&
    (await nikMatches(services, accountId, stated.nik))
  );
}

async function nikMatches(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
  nik: string,
): Promise<boolean> {
  if (!(await hasNik(db, accountId))) return true;
  const same = await db
    .selectFrom("account_identifiers as i")
    .select("i.id")
    .where("i.account_id", "=", accountId)
    .where("i.kind", "=", "nik")
    .where(isIndex("i", loginIndex(keyring, { kind: "nik", value: nik })))
    .executeTakeFirst();
  return same !== undefined;
}

function context(accountId: string): string {
  return `security_facts|${accountId}`;
}
