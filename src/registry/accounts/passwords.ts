import { randomBytes } from "node:crypto";
import { hash, verify, type Options } from "@node-rs/argon2";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { openHash, sealHash } from "./sealed-hash.ts";
import { shortestPassword, type PasswordLengths } from "./password-rules.ts";
import { hashQueue, type HashQueue } from "./hash-queue.ts";

export interface Passwords {
  /** A new hash for the database. */
  hash(password: string): Promise<string>;
  /** Whether the password belongs to the hash. With no hash it takes as long and is always false. */
  matches(hash: string | null | undefined, password: string): Promise<boolean>;
  /** Refuses (503 `busy`) where one could not be compared now, since too many wait already. */
  refuseIfBusy(): void;
  /** Fewest characters of a new one on this platform; `password-context.ts` says what holds for a person. */
  readonly lengths: PasswordLengths;
}

/** argon2id, which is the package's default algorithm: 19 MiB, two passes, one lane (security.md 2.6). */
export const passwordCost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * argon2id over the password, and the hash sealed with the pepper, which lives outside the database: a stolen database
 * alone gives nothing to guess against, and the pepper can be replaced without knowing a password.
 */
export function passwordsWith(
  keyring: Pick<Keyring, "pepper">,
  queue: HashQueue = hashQueue(),
  cost: Options = passwordCost,
  lengths: PasswordLengths = shortestPassword,
): Passwords {
  // Nobody knows this password; it makes an unknown account cost what a known one costs.
  const nobody = hash(randomBytes(32), cost);
  // Sealed once for each pepper: sealing it anew would tell unknown accounts by the clock.
  let sealed: { readonly pepper: Buffer; readonly hash: string } | undefined;
  const nobodys = async () => {
    const [{ id }] = keyring.pepper;
    if (!sealed?.pepper.equals(id)) sealed = { pepper: id, hash: sealHash(keyring.pepper, await nobody) };
    return sealed.hash;
  };
  return {
    lengths,
    refuseIfBusy: () => queue.refuseIfFull(),
    hash: (password) => queue.run(async () => sealHash(keyring.pepper, await hash(normal(password), cost))),
    async matches(known, password) {
      const nobodysHash = await nobodys();
      const against = known ?? nobodysHash;
      const right = await queue.run(() => verify(openHash(keyring.pepper, against), normal(password)));
      return right && known !== null && known !== undefined;
    },
  };
}

/** A hash made at once, without the queue: for the command line and for tests, where no crowd waits. */
export async function hashPassword(keyring: Pick<Keyring, "pepper">, password: string): Promise<string> {
  return sealHash(keyring.pepper, await hash(normal(password), passwordCost));
}

function normal(password: string): string {
  return password.normalize("NFC");
}
