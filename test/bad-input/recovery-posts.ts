import { paths } from "../../src/paths.ts";
import { people, testPassword } from "../people.ts";
import { once, stand } from "./account-posts.ts";
import type { Place, Post, World } from "./place.ts";

const { account } = paths;

const owner = once((world) => people.siti(world.app));

/** A browser that has begun a recovery, and proved its address where that is asked. */
async function begun(world: World, proved: boolean): Promise<Place["browser"]> {
  const { email, accountId } = await owner(world);
  const { sql } = world.app.database.owner;
  await sql`delete from rate_limits`;
  const browser = world.app.browser();
  await browser.get(account.recover);
  await browser.post(account.recover, { identifier: email, way: "email" });
  if (proved) await sql`update recoveries set proved = '{email}' where account_id = ${accountId}`;
  return browser;
}

/** The forms on the way to a new password. */
export const recoveryPosts: readonly Post[] = [
  {
    route: `POST ${account.recover}`,
    typed: [{ name: "identifier" }],
    chosen: [{ name: "way" }],
    open: (world) =>
      stand(world, world.app.browser(), account.recover, account.recover, () => ({
        identifier: "tak.dikenal@contoh.example",
        way: "email",
      })),
  },
  {
    route: `POST ${account.recoverProof}`,
    typed: [{ name: "sent_code" }],
    hidden: ["proof"],
    refusesValid: true,
    open: async (world) =>
      stand(world, await begun(world, false), account.recoverProof, account.recoverProof, () => ({
        proof: "email",
        sent_code: "000000",
      })),
  },
  {
    route: `POST ${account.recoverSend}`,
    typed: [],
    hidden: ["kind"],
    open: async (world) =>
      stand(world, await begun(world, false), account.recoverProof, account.recoverSend, () => ({ kind: "email" })),
  },
  {
    route: `POST ${account.recoverPassword}`,
    typed: [],
    secret: [{ name: "next" }],
    // The person's own password is right in form, and refused because it is not new.
    refusesValid: true,
    open: async (world) =>
      stand(world, await begun(world, true), account.recoverPassword, account.recoverPassword, () => ({
        next: testPassword,
      })),
  },
];
