import type { Key } from "../../platform/keys/seal.ts";
import { open, seal } from "../../platform/keys/seal.ts";

/** From where somebody logged in. */
export interface Visitor {
  /** What the browser says of itself (User-Agent); empty when it says nothing. */
  readonly agent: string;
  /** Network address. */
  readonly address: string;
}

/** A browser that tells a novel is cut: what it is stands at the beginning. */
const LONGEST_AGENT = 300;

/** Seals the visitor for `sessions.visitor_sealed`, with the key of the account. */
export function sealVisitor(key: Key, accountId: string, visitor: Visitor): Buffer {
  const kept: Visitor = { agent: visitor.agent.slice(0, LONGEST_AGENT), address: visitor.address };
  return seal(key, JSON.stringify(kept), contextOf(accountId));
}

export function openVisitor(key: Key, accountId: string, sealed: Uint8Array): Visitor {
  return JSON.parse(open(key, sealed, contextOf(accountId)).toString("utf8")) as Visitor;
}

function contextOf(accountId: string): string {
  return `sessions|visitor|${accountId}`;
}
