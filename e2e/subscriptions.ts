import { limitsOn } from "../src/platform/limits.ts";
import { confirmSubscription } from "../src/registry/subscriptions/confirm.ts";
import { leaveSubscription } from "../src/registry/subscriptions/leave.ts";
import { linkToken } from "../src/registry/subscriptions/link.ts";
import { subscribe } from "../src/registry/subscriptions/subscribe.ts";
import { subscriberIndex } from "../src/registry/subscriptions/subscriber.ts";
import type { Product } from "./product.ts";

/** Somebody registered without an account, by the tokens of the links in their letters. */
export async function aSubscription(
  product: Product,
  status: "pending" | "confirmed" | "ended",
): Promise<{ readonly confirm: string; readonly leave: string }> {
  const { keyring, web } = product;
  const db = web.kysely;
  const email = `langganan.${product.freshNik()}@contoh.example`;
  const program = await product.catalog.get("berita-terdaftar");
  const services = { db, keyring, limits: limitsOn(web.sql, keyring) };
  await subscribe(services, { name: "Siti Contoh", email, program, language: "id", network: email });
  const row = await db
    .selectFrom("subscriptions as s")
    .innerJoin("subscription_letters as l", "l.subscription_id", "s.id")
    .select(["s.id", "l.id as letter"])
    .where("s.blind_index", "=", subscriberIndex(keyring, program.id, email))
    .executeTakeFirstOrThrow();
  const tokens = { confirm: linkToken(keyring, "confirm", row.letter), leave: linkToken(keyring, "leave", row.id) };
  if (status !== "pending") await confirmSubscription(services, tokens.confirm);
  if (status === "ended") await leaveSubscription(services, tokens.leave, "page");
  return tokens;
}
