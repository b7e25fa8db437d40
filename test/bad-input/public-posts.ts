import { paths } from "../../src/paths.ts";
import { emailCode } from "../../src/registry/tickets/prove-email.ts";
import { linkToken } from "../../src/registry/subscriptions/link.ts";
import { answerAsHuman } from "../people.ts";
import { loadQuestions } from "../questions.ts";
import { publishFrom } from "../seed.ts";
import { answerTicket, forgetLimits, humanAnswer, numberOn, sendTicket, ticketFields } from "../tickets.ts";
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
    route: `POST ${paths.helpdesk.ask(":category")}`,
    typed: [
      ...["nama", "nik", "nomor_kk", "tempat_lahir", "pertanyaan", "kontak_surel", "kontak_telepon", "human"].map(
        (name) => ({ name }),
      ),
      ...["day", "month", "year"].map((part) => ({ name: `tanggal_lahir.${part}`, group: "tanggal_lahir" })),
    ],
    chosen: [{ name: "instansi" }],
    hidden: ["ticket"],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const at = paths.helpdesk.ask("pengaduan-ke-instansi");
      return stand(world, browser, at, at, (html, hidden) => ({
        ...ticketFields,
        instansi: institution,
        ticket: hidden("ticket"),
        human: humanAnswer(html),
      }));
    },
  },
  {
    route: `POST ${paths.helpdesk.tickets}`,
    typed: [
      { name: "nomor" },
      { name: "surel" },
      ...["day", "month", "year"].map((part) => ({ name: `lahir.${part}`, group: "lahir" })),
    ],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const number = numberOn(await sendTicket(browser, { instansi: institution }));
      const born = { "lahir.day": "17", "lahir.month": "5", "lahir.year": "1990" };
      const { tickets } = paths.helpdesk;
      return stand(world, browser, tickets, tickets, () => ({ nomor: number, surel: "siti@contoh.example", ...born }));
    },
  },
  {
    route: `POST ${paths.helpdesk.ticket(":ticket")}`,
    typed: [{ name: "balasan" }],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const { url } = await sendTicket(browser, { instansi: institution });
      const at = new URL(url).pathname;
      return stand(world, browser, at, at, () => ({ balasan: "Masih belum." }));
    },
  },
  {
    route: `POST ${paths.helpdesk.rate(":ticket")}`,
    typed: [{ name: "kesan" }],
    chosen: [{ name: "menolong" }],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const { url } = await sendTicket(browser, { instansi: institution });
      const at = new URL(url).pathname;
      const [id = ""] = (at.split("/").at(-1) ?? "").split(".");
      await answerTicket(world.app, id);
      return stand(world, browser, at, `${at}/rating`, () => ({ menolong: "yes", kesan: "Terima kasih." }));
    },
  },
  {
    route: `POST ${paths.helpdesk.keep(":ticket")}`,
    typed: [],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const { url } = await sendTicket(browser, { instansi: institution });
      const at = new URL(url).pathname;
      return stand(world, browser, at, `${at}/account`, () => ({}));
    },
  },
  {
    route: `POST ${paths.helpdesk.proveEmail(":ticket")}`,
    typed: [{ name: "kode" }],
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const { url } = await sendTicket(browser, { instansi: institution });
      const at = new URL(url).pathname;
      const [id = ""] = (at.split("/").at(-1) ?? "").split(".");
      const kode = emailCode(world.app.keyring, id, "siti@contoh.example");
      return stand(world, browser, at, `${at}/email`, () => ({ kode }));
    },
  },
  {
    route: `POST ${paths.helpdesk.attach(":ticket", ":slot")}`,
    typed: [],
    file: "lampiran",
    fileOfAnyone: true,
    open: async (world) => {
      const { institution, browser } = await asking(world);
      const { url } = await sendTicket(browser, { instansi: institution });
      const at = new URL(url).pathname;
      return stand(world, browser, at, `${at}/files/lampiran`, () => ({}));
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

/** A browser before the helpdesk, and an institution that can be asked. */
async function asking(world: World) {
  await published(world);
  await forgetLimits(world.app);
  const { slug: institution } = await world.app.database.owner.kysely
    .selectFrom("institutions as i")
    .innerJoin("programs as p", "p.institution_id", "i.id")
    .select("i.slug")
    .where("p.slug", "=", slug)
    .executeTakeFirstOrThrow();
  return { institution, browser: world.app.browser() };
}

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
