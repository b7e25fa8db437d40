import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Limits, Rule } from "../../platform/limits.ts";

/** Words on answers from one network in an hour; a school may share one. */
const votes: Rule = { name: "faq-votes", most: 60, seconds: 3600 };

/** Counts whether an answer helped, and nothing of who says so. Refuses (429) a network that says it all too often. */
export async function voteOnFaq(
  { db, limits }: { readonly db: Kysely<DB>; readonly limits: Limits },
  vote: { readonly entry: string; readonly helpful: boolean; readonly network: string },
): Promise<void> {
  await limits.spend(votes, vote.network);
  await sql`select vote_on_faq(${vote.entry}, ${vote.helpful})`.execute(db);
}
