import { paths } from "../../src/paths.ts";
import { linkToken } from "../../src/registry/subscriptions/link.ts";
import { answerAsHuman } from "../people.ts";
import { loadQuestions } from "../questions.ts";
import { publishFrom } from "../seed.ts";
import { once, stand } from "./account-posts.ts";
import type { Post, World } from "./place.ts";

const slug = "berita-terdaftar";
const { confirm, confirming, leave, leaving } = paths.subscriptions;

const published = once((world) => publishFrom(world.app, `programs/${slug}`));

const answered = once((world) => loadQuestions(world.app.database, world.app.keyring));

let met = 0;

/** The forms that everyone may send, signed in or not. */
export const publicPosts: readonly Post[] = [
  {
    route: `POST ${paths.helpdesk.vote(":place", ":slug")}`,
    typed: [],
    open: async (world) => {
      await answered(world);
      await world.app.database.owner.kysely.deleteFrom("rate_limits").execute();
      const { question, vote } = paths.helpdesk;
      const name = ["platform", "lupa-kata-sandi"] as const;
      return stand(world, world.app.browser(), question(...name), vote(...name), () => ({ helpful: "yes" }));
    },
  },
  {
    route: `POST ${paths.subscribe(":program")}`,
    typed: [{ name: "nama" }, { name: "surel" }, { name: "human" }],
    chosen: [{ name: "agree" }],
    hidden: ["ticket"],
    open: openForm,
  },
  {
    route: `POST ${confirming}`,
    typed: [],
    hidden: ["token"],
    open: async (world) => {
      const { letter } = await subscribed(world);
      const token = linkToken(world.app.keyring, "confirm", letter);
      return stand(world, world.app.browser(), confirm(token), confirming, () => ({ token }));
    },
  },
  {
    route: `POST ${leaving}`,
    typed: [],
    hidden: ["token"],
    open: async (world) => {
      const { subscription } = await subscribed(world);
      const token = linkToken(world.app.keyring, "leave", subscription);
      return stand(world, world.app.browser(), leave(token), leaving, () => ({ token }));
    },
  },
];

async function openForm(world: World) {
  await published(world);
  return stand(
    world,
    world.app.browser(),
    paths.program(slug),
    `${world.app.origin}${paths.subscribe(slug)}`,
    (html, hidden) => ({
      ticket: hidden("ticket"),
      nama: "Siti Contoh",
      surel: `langganan.${++met}@contoh.example`,
      human: answerAsHuman(
        (/(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html.slice(html.indexOf('for="human"')))?.[0] ?? "").replaceAll(
          "&quot;",
          '"',
        ),
      ),
      agree: "yes",
    }),
  );
}

/** Somebody who has just registered, by the ids that the links of their letters name. */
async function subscribed(world: World): Promise<{ subscription: string; letter: string }> {
  const db = world.app.database.owner.kysely;
  await db.deleteFrom("rate_limits").execute();
  const { browser, action, valid, csrf } = await openForm(world);
  await browser.post(action, { ...valid, csrf });
  const row = await db
    .selectFrom("subscription_letters")
    .select(["id", "subscription_id"])
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return { subscription: row.subscription_id, letter: row.id };
}
