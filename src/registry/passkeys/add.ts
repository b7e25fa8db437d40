import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { seal } from "../../platform/keys/seal.ts";
import { getProfile } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { renewWithFactor, type Session } from "../sessions/session.ts";
import { keepChallenge, spendChallenge } from "./challenges.ts";
import { passkeyNameContext } from "./list.query.ts";
import { readRegistration } from "./response.ts";
import type { PasskeySite } from "./site.ts";

/** EdDSA, ES256, RS256: what devices speak. Node calls what is newer experimental. */
const ALGORITHMS = [-8, -7, -257];

/** More devices than that belong to nobody. */
const MOST = 20;

type AddingServices = AccountServices & { readonly site: PasskeySite };

/** What the browser is to ask the device for: a passkey that asks its owner for a fingerprint, a face or a PIN. */
export async function askForPasskey(services: AddingServices, session: Session, browser: string) {
  const { accountId } = session;
  const { name, email } = await getProfile(services.db, services.keyring, accountId);
  const known = await services.db
    .selectFrom("passkeys")
    .select(["credential_id as id", "transports"])
    .where("account_id", "=", accountId)
    .execute();
  const options = await generateRegistrationOptions({
    rpName: "Daftar",
    rpID: services.site.id,
    userID: Buffer.from(accountId.replaceAll("-", ""), "hex"),
    userName: email,
    userDisplayName: name,
    attestationType: "none",
    excludeCredentials: known,
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(services.db, options.challenge, { purpose: "add", browser });
  return options;
}

/**
 * Keeps the passkey that a device made, under the name its owner gave. Gives the new session's
 * token, or undefined for an answer that is not right, was used before, or is one passkey too many.
 */
export async function addPasskey(
  services: AddingServices,
  session: Session,
  answer: { readonly response: string; readonly name: string; readonly browser: string },
): Promise<string | undefined> {
  const response = readRegistration(answer.response);
  if (!response) return undefined;
  const { accountId } = session;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) =>
      spendChallenge(services.db, challenge, { purpose: "add", browser: answer.browser }),
    expectedOrigin: services.site.origin,
    expectedRPID: services.site.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ verified: false as const }));
  if (!verified.verified) return undefined;
  const { credential } = verified.registrationInfo;
  const key = await accountKey(services.db, services.keyring, accountId);
  const id = uuidv7();
  return services.db.transaction().execute(async (trx) => {
    if ((await countPasskeys(trx, accountId)) >= MOST) return undefined;
    const added = await trx
      .insertInto("passkeys")
      .values({
        id,
        account_id: accountId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name_sealed: seal(key, answer.name, passkeyNameContext(id)),
      })
      .onConflict((conflict) => conflict.column("credential_id").doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return undefined;
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.add_passkey",
      subjectKind: "account",
      subjectId: accountId,
    });
    await notify(trx, services.keyring, { accountId, kind: "factor_added", data: {} });
    return renewWithFactor(trx, session);
  });
}

/** How many passkeys an account has. */
export async function countPasskeys(db: Kysely<DB>, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom("passkeys")
    .select((expression) => expression.fn.countAll<string>().as("count"))
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
