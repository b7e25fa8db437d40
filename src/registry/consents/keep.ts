import { hash } from "node:crypto";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What a person read and agreed to, in the language in which they read it. */
export interface ReadText {
  readonly text: string;
  readonly language: "id" | "en";
}

/** Where the consent belongs: to the account itself, or to one of its applications. */
type Place =
  | { readonly kind: "privacy" }
  | { readonly kind: "closing"; readonly applicationId: string; readonly institutionId: string };

/**
 * Keeps that a person agreed to a text, word for word, so that it can be proved (UU PDP 27/2022 article 24). Call it with
 * the transaction of the deed.
 */
export async function keepConsent(trx: Kysely<DB>, accountId: string, place: Place, read: ReadText): Promise<void> {
  const text_hash = hash("sha256", read.text, "buffer");
  await trx
    .insertInto("consent_texts")
    .values({ text_hash, words: read.text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto("consents")
    .values({
      id: uuidv7(),
      account_id: accountId,
      institution_id: "institutionId" in place ? place.institutionId : null,
      application_id: "applicationId" in place ? place.applicationId : null,
      kind: place.kind,
      text_hash,
      language: read.language,
    })
    .execute();
}
