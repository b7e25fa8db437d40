import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** A signed state of the record: so many entries, with this hash over all of them. */
export interface Head {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
  /** The public Ed25519 key, 32 bytes. */
  readonly key: Buffer;
  readonly signature: Buffer;
}

// What DER writes before the 32 bytes of an Ed25519 key (RFC 8410).
const PRIVATE = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC = Buffer.from("302a300506032b6570032100", "hex");

/** Signs a state of the record. */
export function signHead(keyring: Pick<Keyring, "audit">, state: Pick<Head, "size" | "root" | "at">): Head {
  const signature = sign(null, signedText(state), privateKey(keyring));
  return { ...state, key: auditPublicKey(keyring), signature };
}

/** Whether this key signed the head; the key that a head names itself proves nothing. */
export function isSignedBy(publicKey: Buffer, head: Head): boolean {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: "der", type: "spki" });
  return head.key.equals(publicKey) && verify(null, signedText(head), key, head.signature);
}

/** The public half of `audit.key`, 32 bytes. */
export function auditPublicKey(keyring: Pick<Keyring, "audit">): Buffer {
  const spki = createPublicKey(privateKey(keyring)).export({ format: "der", type: "spki" });
  return spki.subarray(PUBLIC.length);
}

function privateKey({ audit }: Pick<Keyring, "audit">): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, audit]), format: "der", type: "pkcs8" });
}

function signedText({ size, root, at }: Pick<Head, "size" | "root" | "at">): Buffer {
  return Buffer.from(`daftar-audit-head/1\n${size}\n${root.toString("hex")}\n${at.toISOString()}\n`);
}

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
    .transform((text) => Buffer.from(text, "hex"));

const headLine = z.object({
  size: z.int().min(1),
  root: hex(32),
  at: z.iso.datetime().transform((text) => new Date(text)),
  key: hex(32),
  signature: hex(64),
});

/** A head as one line of JSON, as it stands in files, letters and receipts. */
export function writeHead({ size, root, at, key, signature }: Head): string {
  return JSON.stringify({
    size,
    root: root.toString("hex"),
    at: at.toISOString(),
    key: key.toString("hex"),
    signature: signature.toString("hex"),
  });
}

/** Reads a head back; throws on anything else. */
export function readHead(line: string): Head {
  return headLine.parse(JSON.parse(line));
}
