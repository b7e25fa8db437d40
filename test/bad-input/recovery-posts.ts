import { paths } from "../../src/paths.ts";
import { issueLink } from "../../src/registry/accounts/link-tokens.ts";
import { answerAsHuman, people, testPassword } from "../people.ts";
import { anApplicant, once, stand } from "./account-posts.ts";
import type { Place, Post, World } from "./place.ts";

const { account } = paths;

const resetPath = account.reset("").split("?")[0] ?? "";
const facts = { kk: "3171010101150007", birth_place: "Kota Contoh", birth_date: "17-05-1990" };
const choice = {
  question_1: "gift",
  answer_1: "Layang-layang hijau dari Paman Jono",
  question_2: "far_trip",
  answer_2: "Ke Danau Biru naik truk sayur",
  ...facts,
};

/** Somebody who has chosen questions. */
const asked = once(async (world) => {
  const person = await anApplicant(world);
  await person.browser.get(account.questions);
  await person.browser.post(account.questions, choice);
  return person;
});

/** The question for humans on a page. */
function questionOn(html: string): string {
  const label = /<label[^>]*for="human"[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
  return label
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replace(/^[^:]*: /, "")
    .trim();
}

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
    route: `POST ${account.questions}`,
    typed: [
      { name: "answer_1" },
      { name: "answer_2" },
      { name: "kk" },
      { name: "birth_place" },
      { name: "birth_date" },
    ],
    chosen: [{ name: "question_1" }, { name: "question_2" }],
    open: async (world) =>
      stand(world, (await anApplicant(world)).browser, account.questions, account.questions, () => choice),
  },
  {
    route: `POST ${account.removeQuestions}`,
    typed: [],
    open: async (world) =>
      stand(world, (await owner(world)).browser, account.questions, account.removeQuestions, () => ({})),
  },
  {
    route: `POST ${resetPath}`,
    form: "with a question",
    typed: [
      { name: "name" },
      { name: "kk" },
      { name: "birth_place" },
      { name: "birth_date" },
      { name: "answer" },
      { name: "human" },
    ],
    secret: [{ name: "next" }],
    // The person's own password is right in form, and refused because it is not new.
    refusesValid: true,
    hidden: ["token", "ticket"],
    open: async (world) => {
      const { accountId, name } = await asked(world);
      const token = await issueLink(world.app.database.web.kysely, accountId, "reset");
      return stand(world, world.app.browser(), account.reset(token), resetPath, (html, hidden) => ({
        token,
        ticket: hidden("ticket"),
        name,
        ...facts,
        answer: html.includes("Hadiah apa") ? choice.answer_1 : choice.answer_2,
        human: answerAsHuman(questionOn(html)),
        next: testPassword,
      }));
    },
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
