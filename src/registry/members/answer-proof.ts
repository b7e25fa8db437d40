import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notAllowed, notFound } from "../../platform/refusals.ts";
import { getProfile } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { loginIndexes } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { findMember } from "./member.query.ts";
import { ownNumber } from "./own.ts";
import { readAskedProof } from "./proof.query.ts";

interface Answer {
  readonly proofId: string;
  readonly institutions: readonly string[];
  readonly actorId: string;
  readonly answer: "granted" | "denied";
  /** Told to the person when it is denied. */
  readonly words: string;
}

/**
 * Decides for the secretariat whether a number of before is the account's that states it; the person is told by letter,
 * and so is the address on file when it is another one. Refuses (404) what is not theirs or decided, (403) one's own, and
 * (409) to grant a number that nobody is on file for or that somebody has. `services.db` is a connection of `daftar_staff`.
 */
export async function answerProof(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { proofId, institutions, actorId, answer, words }: Answer,
): Promise<void> {
  const { keyring } = services;
  await withStaff(services.db, institutions, async (trx) => {
    const proof = await readAskedProof(trx, keyring, proofId);
    const { accountId, institutionId, program } = proof;
    if (accountId === actorId) throw notAllowed();
    const gone = await trx.deleteFrom("number_proofs").where("id", "=", proofId).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw notFound();
    if (answer === "denied") {
      await recordAudit(trx, {
        actorId,
        actorKind: "staff",
        action: "number.deny",
        institutionId,
        subjectKind: "account",
        subjectId: accountId,
        data: { program: program.slug, proof: proofId },
      });
      return notify(trx, keyring, { accountId, kind: "number_denied", data: { program: program.slug, words } });
    }
    const found = await findMember({ db: trx, keyring }, { id: program.id, institutionId }, proof.stated.number);
    const owned =
      found &&
      (await ownNumber(trx, keyring, {
        memberId: found.id,
        accountId,
        institutionId,
        program: program.slug,
        by: "secretariat",
        actorId,
        name: (number) => nameMember(trx, keyring, { memberId: found.id, accountId, number }),
      }));
    if (!owned) throw conflict("number_gone");
    const { email } = await getProfile(trx, keyring, accountId);
    if (owned.email !== undefined && owned.email.toLowerCase() !== email.toLowerCase()) {
      await notify(trx, keyring, { accountId, kind: "number_moved", data: { to: owned.email } });
    }
  });
}

/** Staff write no names of accounts; this one function of the database does it for a member they have just recognised. */
async function nameMember(
  trx: Kysely<DB>,
  keyring: Keyring,
  of: { readonly memberId: string; readonly accountId: string; readonly number: string },
): Promise<void> {
  const id = uuidv7();
  const { blind_index, blind_index_b } = loginIndexes(keyring, { kind: "number", value: of.number });
  const sealed = seal(await accountKey(trx, keyring, of.accountId), of.number, identifierContext("number", id));
  const { rows } = await sql<{ named: boolean }>`
    select name_member(${of.memberId}::uuid, ${id}::uuid, ${blind_index}, ${blind_index_b}, ${sealed}) as named`.execute(
    trx,
  );
  if (rows[0]?.named !== true) throw conflict("number_gone");
}
