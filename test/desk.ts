import { v7 as uuidv7 } from "uuid";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";
import { reasonContext } from "../src/registry/desk/ask.ts";
import type { RequestKind } from "../src/registry/desk/services.ts";
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

/** What an officer asked for and a second one has not answered yet. */
export async function anAccountRequest(
  { database, keyring }: World,
  asked: Place & { readonly askedBy: string; readonly kind?: RequestKind },
): Promise<string> {
  const id = uuidv7();
  const db = database.owner.kysely;
  const key = await accountKey(db, keyring, asked.accountId);
  await db
    .insertInto("account_requests")
    .values({
      id,
      institution_id: asked.institutionId,
      account_id: asked.accountId,
      kind: asked.kind ?? "unlock",
      reason_sealed: seal(key, "Datang ke loket dengan KTP.", reasonContext(id)),
      asked_by: asked.askedBy,
    })
    .execute();
  return id;
}
