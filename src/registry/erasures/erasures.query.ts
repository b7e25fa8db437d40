import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** An institution that keeps something of a person. */
export interface KeepingInstitution {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
  /** Whether an application there is being decided: then nothing is erased until it is withdrawn or decided. */
  readonly inReview: boolean;
}

/** The institutions that keep something of a person: those that have a key for them. */
export async function listKeeping(db: Kysely<DB>, accountId: string): Promise<readonly KeepingInstitution[]> {
  return db
    .selectFrom("person_keys as k")
    .innerJoin("institutions as i", "i.id", "k.institution_id")
    .select(["i.id", "i.name"])
    .select(sql<boolean>`is_in_review(k.account_id, k.institution_id)`.as("inReview"))
    .where("k.account_id", "=", accountId)
    .orderBy("k.created_at")
    .$castTo<KeepingInstitution>()
    .execute();
}

/** An erasure that was asked for and waits. */
export interface WaitingErasure {
  readonly number: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** Where; null for the whole account. */
  readonly institution: { readonly id: string; readonly en: string } | null;
}

/** The erasure of a person that waits, or undefined. */
export async function findErasure(db: Kysely<DB>, accountId: string): Promise<WaitingErasure | undefined> {
  return db
    .selectFrom("erasures as e")
    .leftJoin("institutions as i", "i.id", "e.institution_id")
    .select(["e.number", "e.asked_at as askedAt", "e.due_at as dueAt"])
    .select(sql<WaitingErasure["institution"]>`i.name`.as("institution"))
    .where("e.account_id", "=", accountId)
    .where("e.undone_at", "is", null)
    .where("e.void_at", "is", null)
    .where("e.done_at", "is", null)
    .executeTakeFirst();
}
