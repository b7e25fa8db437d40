import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { hashToken, newToken } from "../src/platform/http/tokens.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { getProfile } from "../src/registry/accounts/account.query.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";
import { reasonContext, valueContext } from "../src/registry/desk/ask.ts";
import type { Reach } from "../src/registry/accounts/reach-proof.ts";
import type { RequestKind } from "../src/registry/desk/services.ts";
import { anApplication, type ReviewWorld } from "./applications.ts";
import type { TestDatabase } from "./database.ts";

interface World {
  readonly database: Pick<TestDatabase, "owner">;
  readonly keyring: Keyring;
}

interface Place {
  readonly accountId: string;
  readonly institutionId: string;
}

/** An account that an officer looked up a moment ago; returns the id that stands in the address. */
export async function aLookup({ database }: World, look: Place & { readonly officerId: string }): Promise<string> {
  const id = uuidv7();
  await database.owner.kysely
    .insertInto("account_lookups")
    .values({
      id,
      institution_id: look.institutionId,
      account_id: look.accountId,
      officer_id: look.officerId,
      purpose: "unlock",
    })
    .execute();
  return id;
}

let met = 0;

/** Somebody with an application, and what stands on their papers; the address is theirs for a while. */
export async function somePapers(world: ReviewWorld) {
  const nik = `317102170590${String(++met).padStart(4, "0")}`;
  const { id, accountId } = await anApplication(world, { nik }).submitted();
  const db = world.database.owner.kysely;
  const { receipt } = await db
    .selectFrom("applications")
    .select("receipt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable("account_identifiers")
    .set({ created_at: sql`app_now() - interval '8 days'` })
    .where("account_id", "=", accountId)
    .execute();
  const { email } = await getProfile(db, world.keyring, accountId);
  return { accountId, nik, email, number: receipt };
}

/** What an officer asked for and a second one has not answered yet. */
export async function anAccountRequest(
  { database, keyring }: World,
  asked: Place & { readonly askedBy: string; readonly kind?: RequestKind; readonly value?: string },
): Promise<string> {
  const id = uuidv7();
  const db = database.owner.kysely;
  const { kind = "unlock", value = kind === "phone" ? "+6281298765432" : "baru@contoh.example" } = asked;
  const key = await accountKey(db, keyring, asked.accountId);
  await db
    .insertInto("account_requests")
    .values({
      id,
      institution_id: asked.institutionId,
      account_id: asked.accountId,
      kind,
      reason_sealed: seal(key, "Datang ke loket dengan KTP.", reasonContext(id)),
      value_sealed: kind === "email" || kind === "phone" ? seal(key, value, valueContext(id)) : null,
      asked_by: asked.askedBy,
    })
    .execute();
  return id;
}

/** A change that a second officer confirmed and everybody was told of; returns the tokens of the letters. */
export async function aTold(
  world: World,
  asked: Place & {
    readonly askedBy: string;
    readonly answeredBy: string;
    readonly value?: string;
    readonly kind?: Reach["kind"];
  },
): Promise<{ readonly id: string; readonly proof: string; readonly objection: string }> {
  const id = await anAccountRequest(world, { kind: "email", ...asked });
  const [proof, objection] = [newToken(), newToken()];
  await world.database.owner.kysely
    .updateTable("account_requests")
    .set({
      answer: "confirmed",
      answered_by: asked.answeredBy,
      answered_at: sql`app_now()`,
      told_at: sql`app_now()`,
      proof_hash: hashToken(proof),
      objection_hash: hashToken(objection),
    })
    .where("id", "=", id)
    .execute();
  return { id, proof, objection };
}
