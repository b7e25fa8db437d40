import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { keyFrom, open, type Key } from "../../platform/keys/seal.ts";
import { institutionKey } from "../accounts/keys.ts";

/** Evidence that each side gives: a selfie with the KTP in the hand, and a scan of the KTP. */
export const evidenceSlots = ["selfie", "ktp"] as const;
export type EvidenceSlot = (typeof evidenceSlots)[number];

/** What the first officer proposes: that the NIK goes to whoever claims it, or stays where it is. */
export const proposals = ["move", "keep"] as const;
export type Proposal = (typeof proposals)[number];

export type CaseStatus = "gathering" | "open" | "proposed" | "moved" | "kept" | "withdrawn";

/** A document given as evidence. */
export interface Evidence {
  readonly id: string;
  readonly slot: EvidenceSlot;
  readonly status: "quarantined" | "ready" | "refused";
  readonly pages: number;
}

/** The case's own key, out of the form in which the institution's key wraps it. */
export async function openCaseKey(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  row: { readonly id: string; readonly institution_id: string; readonly key_wrapped: Uint8Array },
): Promise<Key> {
  const wrapping = await institutionKey(db, keyring, row.institution_id);
  return keyFrom(open(wrapping, row.key_wrapped, caseKeyContext(row.id)));
}

export function caseKeyContext(id: string): string {
  return `nik_cases|key|${id}`;
}

/** Context under which the words of the first officer are sealed (`reason`), or those of the second (`remark`). */
export function wordsContext(id: string, whose: "reason" | "remark"): string {
  return `nik_cases|${whose}|${id}`;
}

/** The evidence that one side of a case has given; what was replaced is left out. */
export async function listEvidence(db: Kysely<DB>, caseId: string, accountId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom("documents as d")
    .select(["d.id", "d.slot", "d.status"])
    .select((eb) =>
      eb
        .selectFrom("document_pages as p")
        .whereRef("p.document_id", "=", "d.id")
        .select(eb.cast<number>(eb.fn.countAll(), "integer").as("pages"))
        .as("pages"),
    )
    .where("d.nik_case_id", "=", caseId)
    .where("d.account_id", "=", accountId)
    .where("d.status", "<>", "removed")
    .orderBy("d.slot", "desc")
    .execute();
  return rows.flatMap(({ id, slot, status, pages }) => {
    const known = evidenceSlots.find((one) => one === slot);
    return known && status !== "removed" ? [{ id, slot: known, status, pages: pages ?? 0 }] : [];
  });
}

/** Whether both pieces of evidence are there and passed their check. */
export function isWhole(evidence: readonly Evidence[]): boolean {
  return evidenceSlots.every((slot) => evidence.some((one) => one.slot === slot && one.status === "ready"));
}
