import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { getProfile } from "../accounts/account.query.ts";
import { findChannel, masked } from "../accounts/code-channels.ts";
import { rules } from "../accounts/rules.ts";
import { maskEmail } from "../identifiers/email.ts";
import { paperFactOf, type PaperFact } from "./facts.ts";
import type { DeskServices, RequestKind } from "./services.ts";

/** How long an address must have been the account's before officers may send anything to it (security.md 2.5). */
const OLD_ENOUGH = "7 days";

/** An account as officers see it: enough to know whom they talk to, too little to learn anything. */
export interface DeskAccount {
  readonly accountId: string;
  readonly institutionId: string;
  readonly name: string;
  readonly email: string;
  /** Since when the address is the account's. */
  readonly emailSince: Date;
  /** Whether officers may have a letter sent to it. */
  readonly emailIsOld: boolean;
  readonly phone: string | undefined;
  readonly status: "pending" | "active" | "closed";
  /** What of the person's papers is compared. */
  readonly paper: PaperFact;
  /** Wrong passwords in a row by devices that never logged in. */
  readonly failures: number;
  /** Whether the password opens nothing on such devices any more. */
  readonly stopped: boolean;
  /** What was asked and not answered yet. */
  readonly open: readonly RequestKind[];
}

/** The account of a look that this officer took within the last half hour. Throws (404) for any other. */
export async function getLookedUp(
  trx: Kysely<DB>,
  services: Pick<DeskServices, "keyring" | "limits">,
  look: { readonly id: string; readonly actorId: string },
): Promise<DeskAccount> {
  const row = await trx
    .selectFrom("account_lookups")
    .select(["account_id", "institution_id"])
    .where("id", "=", look.id)
    .where("officer_id", "=", look.actorId)
    .where("account_id", "in", trx.selectFrom("accounts").select("id").where("status", "!=", "closed"))
    .where("looked_up_at", ">", sql<Date>`app_now() - interval '30 minutes'`)
    .executeTakeFirst();
  if (!row) throw notFound();
  return deskAccount(trx, services, { accountId: row.account_id, institutionId: row.institution_id });
}

/** The masked facts of an account. */
export async function deskAccount(
  trx: Kysely<DB>,
  { keyring, limits }: Pick<DeskServices, "keyring" | "limits">,
  of: { readonly accountId: string; readonly institutionId: string },
): Promise<DeskAccount> {
  const { accountId } = of;
  const profile = await getProfile(trx, keyring, accountId);
  const phone = await findChannel({ db: trx, keyring }, accountId, "sms");
  const { status } = await trx
    .selectFrom("accounts")
    .select("status")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const failures = await limits.countOf(rules.loginAccount, accountId);
  const open = await trx
    .selectFrom("account_requests")
    .select("kind")
    .where("account_id", "=", accountId)
    .where("answer", "is", null)
    .execute();
  return {
    ...of,
    name: maskName(profile.name),
    email: maskEmail(profile.email),
    ...(await addressAge(trx, accountId)),
    phone: phone === undefined ? undefined : masked("sms", phone),
    status,
    paper: await paperFactOf(trx, accountId),
    failures,
    stopped: failures >= rules.loginAccount.most,
    open: open.map(({ kind }) => kind),
  };
}

/** Since when an account has its address, and whether that is long enough for officers to have a letter sent there. */
export async function addressAge(
  db: Kysely<DB>,
  accountId: string,
): Promise<Pick<DeskAccount, "emailSince" | "emailIsOld">> {
  const row = await db
    .selectFrom("account_identifiers")
    .select("created_at")
    .select(sql<boolean>`verified_at is not null and created_at <= app_now() - ${OLD_ENOUGH}::interval`.as("is_old"))
    .where("account_id", "=", accountId)
    .where("kind", "=", "email")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { emailSince: row.created_at, emailIsOld: row.is_old };
}

/** The first letter of each word. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `${[...word][0] ?? ""}•••`)
    .join(" ");
}
