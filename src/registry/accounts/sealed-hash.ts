import type { Keys } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";

const context = "passwords|hash";

/** A hash as it stands in the database: the id of the pepper in hexadecimal, a point, and the sealed hash in base64url. */
export function sealHash(pepper: Keys, hash: string): string {
  const [key] = pepper;
  return `${key.id.toString("hex")}.${seal(key, hash, context).toString("base64url")}`;
}

/** The PHC string that `sealHash` sealed. Throws `SealBroken` when the pepper is another. */
export function openHash(pepper: Keys, sealed: string): string {
  const at = sealed.indexOf(".");
  return open(pepper, Buffer.from(sealed.slice(at + 1), "base64url"), context).toString("utf8");
}
