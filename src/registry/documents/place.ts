import type { Kysely, Transaction } from "kysely";
import { validate } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";

/** Where a document belongs: a slot of an application or of a case about a NIK, or else the account's photo. */
export type Place = {
  readonly accountId: string;
  readonly applicationId: string | null;
  readonly nikCaseId?: string;
  readonly slot: string;
};

/** An id from an address may be anything; one that is no UUID belongs to nothing. */
export function checkId(id: string): void {
  if (!validate(id)) throw notFound();
}

/** The institution of a place. Refuses an application or a case that is not the person's as if it did not exist. */
export async function institutionOf(db: Kysely<DB>, place: Place): Promise<string | null> {
  if (place.nikCaseId !== undefined) {
    const matter = await ownCase(db, place.accountId, place.nikCaseId).executeTakeFirst();
    if (!matter) throw notFound();
    return matter.institution_id;
  }
  if (place.applicationId === null) return null;
  checkId(place.applicationId);
  const application = await ownApplication(db, place.accountId, place.applicationId).executeTakeFirst();
  if (!application) throw notFound();
  return application.institution_id;
}

/** Makes two uploads at the same moment wait for each other, so that the later replaces the earlier. */
export async function lockPlace(trx: Transaction<DB>, place: Place): Promise<void> {
  const owner =
    place.applicationId === null
      ? trx.selectFrom("accounts").select("id").where("id", "=", place.accountId)
      : ownApplication(trx, place.accountId, place.applicationId);
  if (!(await owner.forNoKeyUpdate().executeTakeFirst())) throw notFound();
}

/**
 * Takes the application's row before the document's, as uploading and removing do: in another order, a check
 * and a removal at the same moment would wait for each other for ever.
 */
export async function lockApplication(trx: Transaction<DB>, applicationId: string): Promise<void> {
  await trx.selectFrom("applications").select("id").where("id", "=", applicationId).forNoKeyUpdate().execute();
}

function ownApplication(db: Kysely<DB>, accountId: string, applicationId: string) {
  return db
    .selectFrom("applications")
    .select(["id", "institution_id"])
    .where("id", "=", applicationId)
    .where("account_id", "=", accountId);
}

function ownCase(db: Kysely<DB>, accountId: string, nikCaseId: string) {
  return db
    .selectFrom("nik_cases")
    .select("institution_id")
    .where("id", "=", nikCaseId)
    .where("closed_at", "is", null)
    .where((eb) => eb.or([eb("claimant_id", "=", accountId), eb("holder_id", "=", accountId)]));
}
