import { createHmac } from "node:crypto";
import { parse, stringify } from "uuid";
import { preparedKey } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { keyFrom, open, seal, SealBroken, type Key } from "../../platform/keys/seal.ts";

/** Several people of a family share one telephone; more than so many, and the oldest is forgotten. */
const MOST = 6;

/** Whose browsers are known, and how often the account had forgotten all of them before (`accounts.marks_epoch`). */
export interface MarkOwner {
  readonly accountId: string;
  readonly epoch: number;
}

/** A browser that has logged in to an account before; a stranger's where the account has forgotten it since. */
export interface Device extends MarkOwner {
  /** What its cookie holds for this account. */
  readonly mark: string;
}

/**
 * The value of the cookie by which a browser shows that it has logged in to an account before. It
 * lets nobody in; it only gives that browser tries of its own, so that strangers cannot lock the
 * owner out. `known` is the cookie so far.
 */
export function rememberDevice(keyring: Keyring, owner: MarkOwner, known: string | undefined): string {
  const devices = devicesOf(keyring, known);
  const mark = devices.find((device) => isOf(device, owner))?.mark ?? markOf(keyring, owner);
  const others = devices.filter((device) => device.accountId !== owner.accountId).map((device) => device.mark);
  return [mark, ...others].slice(0, MOST).join(".");
}

/** The mark that this browser got when it logged in to this account, or undefined where none is good any more. */
export function findDevice(keyring: Keyring, owner: MarkOwner, cookie: string | undefined): string | undefined {
  return devicesOf(keyring, cookie).find((device) => isOf(device, owner))?.mark;
}

function isOf(device: Device, { accountId, epoch }: MarkOwner): boolean {
  return device.accountId === accountId && device.epoch === epoch;
}

/** The accounts that this browser has logged in to before, told by its cookie alone. */
export function devicesOf(keyring: Keyring, cookie: string | undefined): Device[] {
  return (cookie ?? "").split(".", MOST).flatMap((mark) => {
    const owner = openMark(keyring, mark);
    return owner === undefined ? [] : [{ ...owner, mark }];
  });
}

// The account is sealed into the mark, so that it is known before the database is asked, and nobody reads it in a cookie.
const context = "device|account and epoch";

function markOf(keyring: Keyring, { accountId, epoch }: MarkOwner): string {
  const bytes = Buffer.alloc(20);
  bytes.set(parse(accountId));
  bytes.writeUInt32BE(epoch, 16);
  return seal(deviceKey(keyring), bytes, context).toString("base64url");
}

function openMark(keyring: Keyring, mark: string): MarkOwner | undefined {
  if (!/^[A-Za-z0-9_-]{71}$/.test(mark)) return undefined;
  const sealed = Buffer.from(mark, "base64url");
  // The last letter has bits that say nothing: whoever changed them would have tries of their own for each.
  if (sealed.toString("base64url") !== mark) return undefined;
  try {
    const bytes = open(deviceKey(keyring), sealed, context);
    return { accountId: stringify(bytes.subarray(0, 16)), epoch: bytes.readUInt32BE(16) };
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

const keys = new WeakMap<Buffer, Key>();

function deviceKey({ signing }: Keyring): Key {
  let key = keys.get(signing);
  if (!key) {
    key = keyFrom(createHmac("sha256", preparedKey(signing)).update("device marks").digest());
    keys.set(signing, key);
  }
  return key;
}
