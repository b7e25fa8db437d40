import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { sql } from "kysely";
import { beginSession, type Beginning } from "../accounts/begin-session.ts";
import { endCooling } from "../recovery/cooling.ts";
import { findDevice, type MarkOwner } from "../accounts/devices.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { keepChallenge, spendChallenge } from "./challenges.ts";
import { readAuthentication } from "./response.ts";
import type { PasskeySite } from "./site.ts";

type LoginServices = AccountServices & { readonly site: PasskeySite };

/**
 * What the browser is to let a device sign. It names no passkey and no account: the device offers
 * those that it has for this site, so that asking tells a stranger nothing.
 */
export async function askForLogin(services: LoginServices, asked: { browser: string; network: string }) {
  await services.limits.spend(rules.passkeyNetwork, asked.network);
  const options = await generateAuthenticationOptions({ rpID: services.site.id, userVerification: "required" });
  await keepChallenge(services.db, options.challenge, { purpose: "login", browser: asked.browser });
  return options;
}

export interface PasskeyAnswer extends Omit<Beginning, "knownDevice"> {
  /** Cookie of `devices.ts`, if the browser has one. */
  readonly device: string | undefined;
  /** The browser's answer as JSON. */
  readonly response: string;
  /** The form token of the browser. */
  readonly browser: string;
}

/**
 * Signs in by a passkey, which is two factors at once: the device, and the finger, face or PIN that
 * it asked for. Undefined for whatever is not right; nothing says which part.
 */
export async function loginByPasskey(
  services: LoginServices,
  answer: PasskeyAnswer,
): Promise<({ readonly token: string; readonly staff: boolean } & MarkOwner) | undefined> {
  const response = readAuthentication(answer.response);
  if (!response) return undefined;
  const passkey = await services.db
    .selectFrom("passkeys as p")
    .innerJoin("accounts as a", "a.id", "p.account_id")
    .select(["p.id", "p.account_id", "p.public_key", "p.counter", "a.status", "a.marks_epoch"])
    .select(sql<boolean>`exists (select from staff_roles r where r.account_id = a.id)`.as("staff"))
    .where("p.credential_id", "=", response.id)
    .executeTakeFirst();
  if (!passkey || passkey.status !== "active") return undefined;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) =>
      spendChallenge(services.db, challenge, { purpose: "login", browser: answer.browser }),
    expectedOrigin: services.site.origin,
    expectedRPID: services.site.id,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.counter),
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const account = { id: passkey.account_id, staff: passkey.staff };
  const owner = { accountId: account.id, epoch: passkey.marks_epoch };
  const knownDevice = findDevice(services.keyring, owner, answer.device) !== undefined;
  const { token } = await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("passkeys")
      .set({ counter: verified.authenticationInfo.newCounter, used_at: sql`app_now()` })
      .where("id", "=", passkey.id)
      .execute();
    await endCooling(trx, account.id);
    return beginSession(trx, services.keyring, account, { ...answer, knownDevice, by: "passkey", failed: 0 });
  });
  return { token, ...owner, staff: account.staff };
}
