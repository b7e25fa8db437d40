import { createHmac, randomBytes, randomInt } from "node:crypto";
import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { networkOf, type Limits, type Rule } from "../../platform/limits.ts";
import { notFound } from "../../platform/refusals.ts";
import { atLeast } from "../accounts/even-time.ts";
import { ensurePersonKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import type { Catalog, ListedProgram } from "../programs/catalog.ts";
import { memberIndex } from "./member.ts";
import { findMember, findOwnNumber } from "./member.query.ts";
import { agrees, sealStated, type Stated } from "./stated.ts";

/** What proving numbers needs. */
export interface ProofServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly limits: Limits;
}

const HOUR = 3600;
/** Enough for whoever mistypes; nobody walks through numbers with so few. */
const perAccount: Rule = { name: "number-proof-account", most: 5, seconds: HOUR };
const perAccountDay: Rule = { name: "number-proof-account-day", most: 10, seconds: 24 * HOUR };
const perNetwork: Rule = { name: "number-proof-network", most: 60, seconds: HOUR };
/** What many accounts together may try with one number, known or not. */
const perNumber: Rule = { name: "number-proof-number", most: 20, seconds: 24 * HOUR };

/** How long a code lives, and how many wrong ones end it. */
const LIVES = "15 minutes";
export const MOST_TRIES = 5;
/** Longer than the work for a known number takes. */
const EVEN_MS = 200;

/** A program whose numbers are names to log in with; refuses (404) every other. */
export async function getNumberProgram(catalog: Catalog, slug: string): Promise<ListedProgram> {
  const program = await catalog.get(slug);
  if (program.compiled.program.number?.username !== true) throw notFound();
  return program;
}

/**
 * Takes the statement that a number of before is somebody's. When number, birth date and second fact are one member's, a
 * code goes to the address on file; the answer and its time are the same when they are not. `asked` while the secretariat
 * checks an earlier statement, `owned` for whoever has a number there. Refuses (429) whoever states too much.
 */
export async function askNumberProof(
  services: ProofServices,
  input: {
    readonly accountId: string;
    readonly program: string;
    readonly address: string;
    readonly stated: Stated;
  },
): Promise<"taken" | "asked" | "owned"> {
  const { db, keyring, limits } = services;
  const { accountId, stated } = input;
  const program = await getNumberProgram(services.catalog, input.program);
  if ((await findOwnNumber(services, { accountId, programId: program.id })) !== undefined) return "owned";
  await limits.spend(perNetwork, networkOf(input.address));
  await limits.spend(perAccountDay, accountId);
  await limits.spend(perAccount, accountId);
  await limits.spend(perNumber, memberIndex(keyring, program.id, "number", stated.number).toString("hex"));
  return atLeast(EVEN_MS, async () => {
    const key = await ensurePersonKey(db, keyring, { accountId, institutionId: program.institutionId });
    const found = await findMember(services, program, stated.number);
    const right = found && agrees(stated, found.member) ? found : undefined;
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const id = uuidv7();
    const to = right?.member.email;
    const fresh = {
      id,
      member_id: right?.id ?? null,
      stated_sealed: sealStated(key, id, stated),
      code_hmac: to === undefined ? randomBytes(32) : codeHmac(keyring, id, code),
      tries: 0,
      expires_at: sql<Date>`app_now() + ${LIVES}::interval`,
      created_at: sql<Date>`app_now()`,
    };
    return db.transaction().execute(async (trx) => {
      const kept = await trx
        .insertInto("number_proofs")
        .values({ ...fresh, institution_id: program.institutionId, program_id: program.id, account_id: accountId })
        .onConflict((conflict) =>
          conflict.columns(["program_id", "account_id"]).doUpdateSet(fresh).where("number_proofs.asked_at", "is", null),
        )
        .returning("id")
        .executeTakeFirst();
      if (!kept) return "asked";
      await recordAudit(trx, {
        actorId: accountId,
        actorKind: "applicant",
        action: "number.state",
        institutionId: program.institutionId,
        subjectKind: "account",
        subjectId: accountId,
        data: { program: program.slug, proof: id },
      });
      if (to !== undefined) {
        await notify(trx, keyring, { accountId, kind: "number_code", data: { code, to, program: program.slug } });
      }
      return "taken";
    });
  });
}

/** By what a code is known again; bound to the statement it was sent for. */
export function codeHmac(keyring: Keyring, proofId: string, code: string): Buffer {
  return createHmac("sha256", keyring.signing).update(`number proof|${proofId}|${code}`).digest();
}
