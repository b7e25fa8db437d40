import { paths } from "../../src/paths.ts";
import { anApplication, aReviewer } from "../applications.ts";
import { signIn } from "../people.ts";
import { aRight } from "../rights.ts";
import { stand } from "./account-posts.ts";
import type { Fields, Place, Post, World } from "./place.ts";

const { console } = paths;
const { rights } = paths.account;

/** The forms by which people ask about their data. */
export const rightsPosts: readonly Post[] = [
  {
    route: `POST ${rights.correction}`,
    typed: [{ name: "fact" }, { name: "wish" }, { name: "why" }],
    chosen: [{ name: "about" }],
    open: async (world) => {
      const { browser, about } = await asker(world);
      const words = { fact: "Alamat", wish: "Jalan Contoh Nomor 2", why: "Pindah rumah." };
      return stand(world, browser, rights.correction, rights.correction, () => ({ about, ...words }));
    },
  },
  {
    route: `POST ${rights.restriction}`,
    typed: [{ name: "why" }],
    chosen: [{ name: "about" }],
    open: async (world) => {
      const { browser } = await asker(world);
      const valid = () => ({ about: world.institutionId, why: "Datanya sedang diperbaiki." });
      return stand(world, browser, rights.restriction, rights.restriction, valid);
    },
  },
  {
    route: `POST ${rights.objection}`,
    typed: [{ name: "why" }],
    chosen: [{ name: "about" }],
    open: async (world) => {
      const { browser, about } = await asker(world);
      const valid = () => ({ about, why: "Sumbernya keliru." });
      return stand(world, browser, rights.objection, rights.objection, valid);
    },
  },
  {
    route: `POST ${rights.withdrawal}`,
    typed: [],
    chosen: [{ name: "sure" }],
    hidden: ["consent"],
    open: async (world) => {
      const { browser, accountId, about } = await asker(world);
      const [row] = await world.app.database.owner.sql<{ id: string }[]>`
        insert into consents (id, account_id, institution_id, application_id, kind, version_id, language)
        select gen_random_uuid(), ${accountId}, institution_id, id, 'declaration', version_id, 'id'
        from applications where id = ${about} returning id`;
      const consent = row?.id ?? "";
      const page = rights.withdrawalOf(consent);
      return stand(world, browser, page, rights.withdrawal, () => ({ consent, sure: "yes" }));
    },
  },
  {
    route: `POST ${rights.lift(":number")}`,
    typed: [],
    open: async (world) => {
      const { browser, accountId } = await asker(world);
      const { number } = await aRight(world.app, { accountId, about: world.institutionId, kind: "restriction" });
      return stand(world, browser, rights.request(number), rights.lift(number), () => ({}));
    },
  },
  {
    route: `POST ${console.right(":request")}`,
    form: "taking it",
    typed: [],
    hidden: ["act"],
    open: async (world) => atDesk(world, await request(world), { act: "take" }),
  },
  {
    route: `POST ${console.right(":request")}`,
    form: "answering it",
    typed: [{ name: "note" }],
    chosen: [{ name: "answer" }],
    hidden: ["act"],
    open: async (world) => {
      const { id } = await request(world);
      const officer = await anOfficer(world);
      await world.app.database.owner
        .sql`update rights_requests set taken_by = ${officer}, taken_at = app_now() where id = ${id}`;
      return atDesk(world, { id, officer }, { act: "answer", answer: "fulfilled", note: "Sudah diperbaiki." });
    },
  },
  {
    route: `POST ${console.correctRight(":request")}`,
    form: "choosing the question",
    typed: [],
    chosen: [{ name: "field" }],
    hidden: ["choosing"],
    open: (world) => atCorrection(world, { choosing: "yes", field: "jalan_ktp" }),
  },
  {
    route: `POST ${console.correctRight(":request")}`,
    form: "correcting its answer",
    typed: [{ name: "jalan_ktp" }],
    hidden: ["field"],
    open: (world) => atCorrection(world, { field: "jalan_ktp", jalan_ktp: "Jalan Contoh Nomor 3" }),
  },
  {
    route: `POST ${console.right(":request")}`,
    form: "taking a refusal back",
    typed: [{ name: "why" }],
    hidden: ["act"],
    open: async (world) => {
      const { id } = await request(world);
      const officer = await anOfficer(world);
      await refusedBy(world, id, officer);
      return atDesk(world, { id, officer }, { act: "take_back", why: "Pasalnya keliru." });
    },
  },
  {
    route: `POST ${console.right(":request")}`,
    form: "confirming a refusal",
    typed: [],
    chosen: [{ name: "answer" }],
    hidden: ["act", "proposal"],
    open: async (world) => {
      const { id } = await request(world);
      const proposal = await refusedBy(world, id, await anOfficer(world));
      return atDesk(world, { id }, { act: "second", answer: "confirmed", proposal });
    },
  },
];

async function request(world: World): Promise<{ readonly id: string }> {
  const { accountId, about } = await asker(world);
  return aRight(world.app, { accountId, about });
}

/** Has an officer propose a refusal; gives when, as the form of the second one says it. */
async function refusedBy(world: World, id: string, officer: string): Promise<string> {
  const [row] = await world.app.database.owner.sql<{ at: Date }[]>`
    update rights_requests set taken_by = ${officer}, taken_at = app_now(), refusal_by = ${officer},
      refusal_at = app_now(), article = '6' where id = ${id} returning refusal_at as at`;
  return row?.at.toISOString() ?? "";
}

function anOfficer({ reviews, institutionId }: World): Promise<string> {
  return aReviewer(reviews, institutionId, ["data_protection_officer"]);
}

/** A data protection officer before the answers of a request that they work on. */
async function atCorrection(world: World, valid: Fields): Promise<Place> {
  const { id } = await request(world);
  const officer = await anOfficer(world);
  await world.app.database.owner
    .sql`update rights_requests set taken_by = ${officer}, taken_at = app_now() where id = ${id}`;
  const browser = await signIn(world.app, officer, "staff");
  const action = console.correctRight(id);
  return stand(world, browser, "choosing" in valid ? action : `${action}?field=jalan_ktp`, action, () => valid);
}

/** A data protection officer before a request. */
async function atDesk(
  world: World,
  { id, officer }: { readonly id: string; readonly officer?: string },
  valid: Fields,
): Promise<Place> {
  const browser = await signIn(world.app, officer ?? (await anOfficer(world)), "staff");
  return stand(world, browser, console.right(id), console.right(id), () => valid);
}

/** Somebody with a submitted application, at their browser. */
async function asker(
  world: World,
): Promise<{ readonly accountId: string; readonly about: string; readonly browser: Place["browser"] }> {
  const { id, accountId } = await anApplication(world.reviews).submitted();
  return { accountId, about: id, browser: await signIn(world.app, accountId, "applicant") };
}
