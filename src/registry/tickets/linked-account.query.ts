import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { listProfiles } from "../accounts/account.query.ts";
import { maskName } from "../desk/account.query.ts";
import { maskEmail } from "../identifiers/email.ts";
import type { Ticket } from "./ticket.ts";

/** The account of whoever asked as agents see it: enough to know it again, too little to learn anything. */
export interface LinkedAccount {
  readonly name: string;
  readonly email: string;
  /** An agent linked it; otherwise it sent the ticket. */
  readonly byAgent: boolean;
  /** Whether the ticket stands in the account. */
  readonly kept: boolean;
}

/** The account that a ticket has or is linked to; undefined where there is none, or it was erased. */
export async function findLinkedAccount(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { accountId, linkedAccountId }: Pick<Ticket, "accountId" | "linkedAccountId">,
): Promise<LinkedAccount | undefined> {
  const id = accountId ?? linkedAccountId;
  const profile = id === null ? undefined : (await listProfiles(db, keyring, [id])).get(id);
  return (
    profile && {
      name: maskName(profile.name),
      email: maskEmail(profile.email),
      byAgent: linkedAccountId !== null,
      kept: accountId !== null,
    }
  );
}
