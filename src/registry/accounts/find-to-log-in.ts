import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { findAndCount, type FoundRow } from "./account.query.ts";
import { devicesOf } from "./devices.ts";
import { guessedName } from "./guessed-names.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** A browser that has logged in to the account before, and its try, which is counted. */
export interface CountedDevice {
  /** What its tries are counted by. */
  readonly subject: string;
  /** How many tries are counted now, with this one. */
  readonly tries: number;
}

interface Found {
  readonly account: FoundRow | undefined;
  /** Undefined for a browser that has not logged in to the account before: nothing is counted yet. */
  readonly device: CountedDevice | undefined;
  /** Under what guesses at the name are counted. */
  readonly name: string;
}

/**
 * Finds the account of a name and counts the try of a browser that has logged in to it before: its own marks say under
 * which key, so that most logins find and count in one way to the database.
 */
export async function findToLogIn(
  { db, keyring, limits }: AccountServices,
  attempt: { readonly name: LoginName; readonly device: string | undefined },
): Promise<Found> {
  const index = loginIndex(keyring, attempt.name);
  const rule = rules.loginKnownDevice;
  const devices = devicesOf(keyring, attempt.device).map(({ accountId, epoch, mark }) => {
    const subject = `${accountId}|${mark}`;
    const [key = ""] = limits.keysOf(rule, subject);
    return { accountId, epoch, subject, key };
  });
  const found = await findAndCount(db, { kind: attempt.name.kind, index }, devices, rule.seconds);
  const device = found.device === null ? undefined : devices[found.device - 1];
  return {
    account: found.known ? found : undefined,
    device: device && { subject: device.subject, tries: found.tries ?? 1 },
    name: guessedName(index),
  };
}
