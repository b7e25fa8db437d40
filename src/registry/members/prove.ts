import { timingSafeEqual } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { addIdentifier, isTaken } from "../identifiers/identifier.ts";
import { codeHmac, MOST_TRIES } from "./ask-proof.ts";
import { ownNumber } from "./own.ts";

interface Services {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

interface Whose {
  readonly accountId: string;
  readonly program: { readonly id: string; readonly slug: string; readonly institutionId: string };
}

/** A statement that nobody has decided yet: `code` while its code is good, `late` afterwards, `asked` at the secretariat. */
export interface OpenProof {
  readonly id: string;
  readonly state: "code" | "late" | "asked";
}

/** What an account has stated of its number in a program; undefined when nothing is open. */
export async function findProof(
  { db }: Pick<Services, "db">,
  { accountId, program }: Whose,
): Promise<OpenProof | undefined> {
  const row = await db
    .selectFrom("number_proofs")
    .select(["id", "asked_at"])
    .select(sql<boolean>`expires_at > app_now() and tries < ${MOST_TRIES}`.as("good"))
    .where("program_id", "=", program.id)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row && { id: row.id, state: row.asked_at === null ? (row.good ? "code" : "late") : "asked" };
}

/**
 * Makes the number the account's when the code is the one that went to the address on file. `late` when there is none to
 * compare with any more; `lost` where somebody else has the number meanwhile.
 */
export async function proveNumber(
  services: Services,
  whose: Whose & { readonly code: string },
): Promise<"done" | "wrong" | "late" | "lost"> {
  const { db, keyring } = services;
  const open = await findProof(services, whose);
  if (open?.state !== "code") return "late";
  try {
    return await db.transaction().execute((trx) => spend(trx, keyring, { ...whose, id: open.id }));
  } catch (error) {
    if (!(error instanceof Lost) && !isTaken(error)) throw error;
    await db.deleteFrom("number_proofs").where("id", "=", open.id).execute();
    return "lost";
  }
}

class Lost extends Error {}

async function spend(
  trx: Kysely<DB>,
  keyring: Keyring,
  { id, accountId, program, code }: Whose & { readonly id: string; readonly code: string },
): Promise<"done" | "wrong"> {
  // Counted before it is compared: many posts at once wait for each other here, and are no more tries than one by one.
  const sent = await trx
    .updateTable("number_proofs")
    .set((build) => ({ tries: build("tries", "+", 1) }))
    .where("id", "=", id)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .where("tries", "<", MOST_TRIES)
    .where("asked_at", "is", null)
    .returning(["code_hmac", "member_id"])
    .executeTakeFirst();
  if (!sent?.member_id || !timingSafeEqual(sent.code_hmac, codeHmac(keyring, id, code))) return "wrong";
  await trx.deleteFrom("number_proofs").where("id", "=", id).execute();
  const owned = await ownNumber(trx, keyring, {
    memberId: sent.member_id,
    accountId,
    institutionId: program.institutionId,
    program: program.slug,
    by: "code",
    actorId: accountId,
    async name(value) {
      const key = await accountKey(trx, keyring, accountId);
      await addIdentifier(trx, keyring, { accountId, key, name: { kind: "number", value }, verified: true });
    },
  });
  if (!owned) throw new Lost("Somebody else has proved this number.");
  return "done";
}

/** Hands a statement to the secretariat, right or wrong: it has a look at it. False when there is none to hand over. */
export async function askSecretariat({ db }: Pick<Services, "db">, { accountId, program }: Whose): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const asked = await trx
      .updateTable("number_proofs")
      .set({ asked_at: sql`app_now()` })
      .where("program_id", "=", program.id)
      .where("account_id", "=", accountId)
      .where("asked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!asked) return false;
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "number.ask",
      institutionId: program.institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { program: program.slug, proof: asked.id },
    });
    return true;
  });
}

/** Forgets statements of more than a day ago that wait for no secretariat. */
export async function sweepProofs(db: Kysely<DB>): Promise<void> {
  await db
    .deleteFrom("number_proofs")
    .where("asked_at", "is", null)
    .where("created_at", "<", sql<Date>`app_now() - interval '1 day'`)
    .execute();
}
