import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Head, isSignedBy, readHead, writeHead } from "./heads.ts";
import { hashLeaf, inclusionPlaces, joinHashes, type Node, type Place } from "./merkle.ts";
import { readNodes } from "./nodes.query.ts";
import { verifyInclusion } from "./proofs.ts";

/** What a receipt carries, so that nobody need believe us later: the record of the submission stands under this head. */
export interface ReceiptProof {
  /** The audit record in its canonical form; holds codes and ids only. */
  readonly record: string;
  readonly position: number;
  /** From the leaf upwards. */
  readonly proof: readonly Buffer[];
  readonly head: Head;
}

/** The proof of an application's newest submission; undefined until it is sealed, about a second after it. */
export async function findReceiptProof(db: Kysely<DB>, applicationId: string): Promise<ReceiptProof | undefined> {
  const { rows } = await sql<{ record: string; position: number }>`
    select record, position from sealed_submission(${applicationId}::uuid)`.execute(db);
  const [sealed] = rows;
  if (!sealed) return undefined;
  const head = await db.selectFrom("audit_heads").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
  if (!head || head.size <= sealed.position) return undefined;
  const places = inclusionPlaces(sealed.position, head.size);
  const nodes = await readNodes(db, places.flat());
  return { ...sealed, proof: join(places, nodes), head };
}

function join(places: readonly (readonly Place[])[], nodes: readonly Node[]): Buffer[] {
  let at = 0;
  return places.map((some) => joinHashes(nodes.slice(at, (at += some.length)).map(({ hash }) => hash)));
}

/** Whether the record stands in the log under the head, and this key signed the head. */
export function verifyReceiptProof({ record, position, proof, head }: ReceiptProof, publicKey: Buffer): boolean {
  const inclusion = { leaf: hashLeaf(Buffer.from(record)), position, size: head.size, root: head.root, proof };
  return isSignedBy(publicKey, head) && verifyInclusion(inclusion);
}

const KIND = "daftar-receipt-proof/1";

/** The proof as a file to keep. `about` says in plain what it belongs to. */
export function writeReceiptProof(proof: ReceiptProof, about: Readonly<Record<string, string>>): string {
  const { record, position, head } = proof;
  const value = {
    kind: KIND,
    ...about,
    record,
    leaf: hashLeaf(Buffer.from(record)).toString("hex"),
    position,
    proof: proof.proof.map((hash) => hash.toString("hex")),
    head: JSON.parse(writeHead(head)) as unknown,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const proofFile = z.object({
  kind: z.literal(KIND),
  record: z.string(),
  position: z.int().min(0),
  proof: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  head: z.unknown(),
});

/** Reads such a file back; throws on anything else. */
export function readReceiptProof(text: string): ReceiptProof {
  const { record, position, proof, head } = proofFile.parse(JSON.parse(text));
  return {
    record,
    position,
    proof: proof.map((hash) => Buffer.from(hash, "hex")),
    head: readHead(JSON.stringify(head)),
  };
}
