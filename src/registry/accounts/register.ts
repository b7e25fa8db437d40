import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { keepConsent } from "../consents/keep.ts";
import { addEmail, isTaken } from "../identifiers/identifier.ts";
import { notify } from "../notices/notify.ts";
import { findAccountByEmail, nameContext, type FoundAccount } from "./account.query.ts";
import { accountKey, newAccountKey } from "./keys.ts";
import { endLinks, issueLink } from "./link-tokens.ts";
import { allowLetter } from "./letter-limits.ts";
import type { AccountServices } from "./services.ts";
import { atLeast } from "./even-time.ts";

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: "id" | "en";
  /** What they agreed to, as they read it. */
  readonly agreed: string;
  /** The network it comes from, for limits. */
  readonly network: string;
}

/** Longer than a registration takes without a crowd, so that the clock does not tell who is known. */
const EVEN_MS = 300;

/**
 * Takes a registration and sends a letter. The answer is the same whoever asks: a new address gets
 * an activation link, a known one is told so by letter only.
 */
export async function register(services: AccountServices, registration: Registration): Promise<void> {
  await allowLetter(services, registration);
  await atLeast(EVEN_MS, async () => {
    const hash = await services.passwords.hash(registration.password);
    const take = () => services.db.transaction().execute((trx) => place(trx, services, registration, hash));
    try {
      await take();
    } catch (error) {
      // Two posts at once: the other one made the account, so this one meets a known address.
      if (!isTaken(error)) throw error;
      await take();
    }
  });
}

async function place(
  trx: Kysely<DB>,
  services: AccountServices,
  registration: Registration,
  hash: string,
): Promise<void> {
  const known = await findAccountByEmail(trx, services.keyring, registration.email);
  if (known === undefined) return create(trx, services, registration, hash);
  if (known.status === "active") {
    return notify(trx, services.keyring, { accountId: known.id, kind: "already_registered", data: {} });
  }
  if (known.status === "pending") return beginAgain(trx, services, registration, hash, known);
}

async function create(
  trx: Kysely<DB>,
  services: AccountServices,
  registration: Registration,
  hash: string,
): Promise<void> {
  const id = uuidv7();
  const { key, wrapped } = newAccountKey(services.keyring, id);
  await trx
    .insertInto("accounts")
    .values({
      id,
      language: registration.language,
      password_hash: hash,
      password_changed_at: sql`app_now()`,
      name_sealed: seal(key, registration.name, nameContext(id)),
      key_wrapped: wrapped,
    })
    .execute();
  await addEmail(trx, services.keyring, { accountId: id, key, email: registration.email, verified: false });
  await keepAgreed(trx, id, registration);
  await sendActivation(trx, services, id);
  await recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action: "account.register",
    subjectKind: "account",
    subjectId: id,
  });
}

/**
 * Nobody has proved the address yet, so the last registration counts, with its password, and links
 * of earlier ones die: whoever clicks confirms what was typed last. Should a stranger have typed it,
 * the owner's reset letter takes the account over, and it is still empty.
 */
async function beginAgain(
  trx: Kysely<DB>,
  services: AccountServices,
  registration: Registration,
  hash: string,
  known: FoundAccount,
): Promise<void> {
  const key = await accountKey(trx, services.keyring, known.id);
  const changed = await trx
    .updateTable("accounts")
    .set({
      language: registration.language,
      password_hash: hash,
      password_changed_at: sql`app_now()`,
      name_sealed: seal(key, registration.name, nameContext(known.id)),
    })
    .where("id", "=", known.id)
    .where("status", "=", "pending")
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  await keepAgreed(trx, known.id, registration);
  await endLinks(trx, known.id, "activate");
  await sendActivation(trx, services, known.id);
  await recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action: "account.register",
    subjectKind: "account",
    subjectId: known.id,
    data: { again: true },
  });
}

function keepAgreed(trx: Kysely<DB>, accountId: string, { agreed, language }: Registration): Promise<void> {
  return keepConsent(trx, accountId, { kind: "privacy" }, { text: agreed, language });
}

/** Sends a letter with a fresh activation link. */
export async function sendActivation(
  trx: Kysely<DB>,
  services: Pick<AccountServices, "keyring">,
  accountId: string,
): Promise<void> {
  const token = await issueLink(trx, accountId, "activate");
  await notify(trx, services.keyring, { accountId, kind: "activate", data: { token } });
}
