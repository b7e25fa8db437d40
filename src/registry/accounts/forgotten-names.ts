import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { open } from "../../platform/keys/seal.ts";
import { maskEmail } from "../identifiers/email.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { loginIndex, type LoginKind, type LoginName } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";
import { findAccount } from "./account.query.ts";
import { masked } from "./code-channels.ts";
import { atLeast } from "./even-time.ts";
import { accountKey } from "./keys.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** Longer than the work for a known name takes, on a busy machine too: it writes more than that for an unknown one. */
const EVEN_MS = 300;

/** A name by which somebody may log in, hidden as far as its owner does not need it. */
export interface KnownName {
  readonly kind: LoginKind;
  readonly name: string;
}

/**
 * Sends the names by which one may log in to the address or the telephone that was typed, where it is proven and known;
 * the answer and its time are the same when it is not. Refuses (429) too many, counted by what was typed and by network.
 */
export async function askNames(
  services: AccountServices,
  asked: { readonly to: LoginName; readonly network: string },
): Promise<void> {
  const { db, keyring, limits } = services;
  await limits.spend(rules.letterNetwork, asked.network);
  await limits.spend(rules.letters, `names ${loginIndex(keyring, asked.to).toString("hex")}`);
  await atLeast(EVEN_MS, async () => {
    const account = await findAccount(db, keyring, asked.to);
    if (account?.status !== "active") return;
    const accountId = account.id;
    await db.transaction().execute(async (trx) => {
      const names = await listNames(trx, services, accountId);
      if (asked.to.kind === "email") return notify(trx, keyring, { accountId, kind: "your_names", data: { names } });
      // A short message is no place for an address: it could be pressed like a link.
      const numbers = names.flatMap(({ kind, name }) => (kind === "number" ? [name] : []));
      const inLine = numbers.length > 0 ? numbers.slice(0, 2).join(", ") : "none";
      return sendText(trx, keyring, { accountId, kind: "your_names", to: asked.to.value, data: { names: inLine } });
    });
  });
}

async function listNames(
  trx: Kysely<DB>,
  { keyring }: Pick<AccountServices, "keyring">,
  accountId: string,
): Promise<KnownName[]> {
  const key = await accountKey(trx, keyring, accountId);
  const rows = await trx
    .selectFrom("account_identifiers")
    .select(["id", "kind", "sealed"])
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .limit(10)
    .execute();
  return rows.flatMap(({ id, kind, sealed }) =>
    kind === "passport"
      ? []
      : [{ kind, name: hidden(kind, open(key, sealed, identifierContext(kind, id)).toString("utf8")) }],
  );
}

/** A registration number is whole: it is what people forget, and it says nothing about them. */
function hidden(kind: LoginKind, value: string): string {
  if (kind === "email") return maskEmail(value);
  if (kind === "phone") return masked("sms", value);
  return kind === "nik" ? `${value.slice(0, 4)}••••••••${value.slice(-4)}` : value;
}
