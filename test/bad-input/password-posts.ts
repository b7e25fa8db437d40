import { v7 as uuidv7 } from "uuid";
import { paths } from "../../src/paths.ts";
import { people } from "../people.ts";
import { once, stand } from "./account-posts.ts";
import type { Fields, Post, World } from "./place.ts";

const { passwords } = paths.console;
const route = `POST ${passwords}`;

const admin = once((world) => people.agus(world.app, world.institutionId));
const colleague = once((world) => people.agus(world.app, world.institutionId));

async function at(world: World, valid: () => Fields) {
  return stand(world, (await admin(world)).browser, passwords, passwords, valid);
}

/** A rotation in force, which a colleague asked to turn off or not. */
async function rotation(world: World, asked: boolean): Promise<void> {
  const { institutionId, app } = world;
  const { sql } = app.database.owner;
  const { accountId } = await colleague(world);
  await sql`delete from password_rotations where institution_id = ${institutionId}`;
  await sql`insert into password_rotations (id, institution_id, role, max_days, rule, reason, set_by)
    values (${uuidv7()}, ${institutionId}, 'reviewer', 180, 'Peraturan contoh', 'Alasan contoh', ${accountId})`;
  if (asked)
    await sql`update password_rotations set end_asked_by = ${accountId}, end_asked_at = app_now(), end_reason = 'Dicabut'`;
}

/** The forms on the passwords of staff, which share one address; `act` says which it is, and stands once in each. */
export const passwordPosts: readonly Post[] = [
  {
    route,
    form: "rule",
    hidden: ["institution"],
    typed: [{ name: "least" }, { name: "rule_reason" }],
    chosen: [{ name: "kinds" }],
    open: (world) =>
      at(world, () => ({
        act: "rule",
        institution: world.institutionId,
        least: "16",
        kinds: "2",
        rule_reason: "Keputusan rapat.",
      })),
  },
  {
    route,
    form: "rotation",
    hidden: ["institution"],
    typed: [{ name: "days" }, { name: "rule" }, { name: "rotation_reason" }],
    chosen: [{ name: "role" }],
    open: (world) =>
      at(world, () => ({
        act: "rotation",
        institution: world.institutionId,
        role: "reviewer",
        days: "180",
        rule: "Peraturan contoh",
        rotation_reason: "Diminta auditor.",
      })),
  },
  {
    route,
    form: "ask",

    typed: [{ name: "end_reason" }],
    chosen: [{ name: "which" }],
    open: async (world) => {
      await rotation(world, false);
      return at(world, () => ({
        act: "ask",
        which: `${world.institutionId} reviewer`,
        end_reason: "Aturannya dicabut.",
      }));
    },
  },
  ...(["agree", "keep"] as const).map((act): Post => ({
    route,
    form: act,
    hidden: ["act", "which"],
    typed: [],
    open: async (world) => {
      await rotation(world, true);
      return at(world, () => ({ act, which: `${world.institutionId} reviewer` }));
    },
  })),
];
