import { paths } from "../../src/paths.ts";
import { claimApplication } from "../../src/registry/reviews/claim.ts";
import { saveVerdicts } from "../../src/registry/reviews/verdicts.ts";
import { appeal, aRejected } from "../appeals.ts";
import { anAccount, anApplication, aReviewer } from "../applications.ts";
import { aProof } from "../members.ts";
import { aQuestion } from "../questions.ts";
import { aLookup, anAccountRequest, somePapers } from "../desk.ts";
import { anInstitution, people } from "../people.ts";
import { getProfile } from "../../src/registry/accounts/account.query.ts";
import { aFaceToCompare, publishFaceProgram } from "../faces.ts";
import { publishFrom } from "../seed.ts";
import { aCanned, cannedForm } from "../canned.ts";
import { aTicketOfCase } from "../nik-cases.ts";
import { aTicket, anAgent } from "../tickets.ts";
import { once, stand } from "./account-posts.ts";
import type { Fields, Place, Post, World } from "./place.ts";

const { console } = paths;

let asked = 0;

/** A question as its form sends it, each time with another name in its address. */
const question = () => ({
  slug: `pertanyaan-${++asked}`,
  program: "",
  category: "account",
  question_id: "Bagaimana?",
  question_en: "How?",
  answer_id: "Begini.",
  answer_en: "Like this.",
  words: "cara",
  shown: "yes",
  act: "save",
});
const questionTexts = ["question_id", "question_en", "answer_id", "answer_en", "words"].map((name) => ({ name }));
const questionChoices = [{ name: "program" }, { name: "category" }];

/** A form on the page of a ticket that waits. */
async function onTicket(world: World, action: (ticket: string) => string, valid: () => Fields): Promise<Place> {
  const { browser } = await people.dewi(world.app, world.institutionId);
  const ticket = await aTicket(world.app, world.institutionId);
  return stand(world, browser, console.ticket(ticket), action(ticket), valid);
}

/** The forms of staff. */
export const consolePosts: readonly Post[] = [
  {
    route: `POST ${console.incidents}`,
    typed: ["title_id", "text_id", "title_en", "text_en"].map((name) => ({ name })),
    hidden: ["institution"],
    open: async (world) =>
      stand(world, (await agus(world)).browser, console.incidents, console.incidents, () => ({
        act: "open",
        institution: world.institutionId,
        title_id: "Surat terlambat",
        title_en: "Letters are late",
        text_id: "Tunggu sebentar.",
        text_en: "Please wait.",
      })),
  },
  {
    route: `POST ${console.ticketRetention}`,
    typed: [{ name: "months" }],
    hidden: ["institution"],
    open: async (world) =>
      stand(world, (await agus(world)).browser, console.ticketRetention, console.ticketRetention, () => ({
        institution: world.institutionId,
        months: "24",
      })),
  },
  {
    route: `POST ${console.emailLists}`,
    typed: [{ name: "allow" }, { name: "deny" }],
    hidden: ["institution", "seen"],
    open: async (world) =>
      stand(world, (await agus(world)).browser, console.emailLists, console.emailLists, (_, hidden) => ({
        institution: world.institutionId,
        seen: hidden("seen"),
        allow: "alumni.contoh.id",
        deny: "kantor-contoh.com",
      })),
  },
  {
    route: `POST ${console.tickets}`,
    typed: [{ name: "sought" }],
    chosen: [{ name: "purpose" }],
    open: async (world) => {
      const { browser } = await people.dewi(world.app, world.institutionId);
      await aTicket(world.app, world.institutionId);
      return stand(world, browser, console.tickets, console.tickets, () => ({
        sought: "Siti Contoh",
        purpose: "answer",
      }));
    },
  },
  {
    route: `POST ${console.ticket(":ticket")}`,
    typed: [{ name: "words" }],
    open: async (world) => {
      const { browser } = await people.dewi(world.app, world.institutionId);
      const at = console.ticket(await aTicket(world.app, world.institutionId));
      return stand(world, browser, at, at, () => ({ words: "Sudah kami periksa.", act: "answer" }));
    },
  },
  {
    route: `POST ${console.bulkAnswer}`,
    typed: [{ name: "words" }],
    hidden: ["ticket"],
    open: async (world) => {
      const { browser } = await people.dewi(world.app, world.institutionId);
      const ticket = await aTicket(world.app, world.institutionId);
      const shown = `${console.bulkAnswer}?ticket=${ticket}`;
      return stand(world, browser, shown, console.bulkAnswer, () => ({
        ticket,
        words: "Sudah pulih.",
        checked: "yes",
      }));
    },
  },
  {
    route: `POST ${console.newCanned}`,
    typed: ["title", "answer_id", "answer_en"].map((name) => ({ name })),
    chosen: [{ name: "category" }],
    hidden: ["institution"],
    open: async (world) => {
      const { browser } = await agus(world);
      return stand(world, browser, console.newCanned, console.newCanned, () => ({
        ...cannedForm(world.institutionId),
        act: "save",
      }));
    },
  },
  {
    route: `POST ${console.canned(":answer")}`,
    typed: ["title", "answer_id", "answer_en"].map((name) => ({ name })),
    chosen: [{ name: "category" }],
    hidden: ["version"],
    open: async (world) => {
      const { browser, accountId } = await agus(world);
      const id = await aCanned(world.app, { institutionId: world.institutionId, actorId: accountId });
      const one = console.canned(id);
      return stand(world, browser, one, one, () => ({
        ...cannedForm(world.institutionId),
        version: browser.hidden("version"),
        act: "save",
      }));
    },
  },
  {
    route: `POST ${console.passTicket(":ticket")}`,
    typed: [{ name: "pass_words" }],
    chosen: [{ name: "to" }],
    open: async (world) => {
      const colleague = await anAgent(world.app, world.institutionId);
      const fields = { to: `account.${colleague}`, pass_words: "Kami teruskan." };
      return onTicket(world, console.passTicket, () => fields);
    },
  },
  {
    route: `POST ${console.mergeTicket(":ticket")}`,
    typed: [{ name: "merge_words" }],
    chosen: [{ name: "into" }],
    open: async (world) => {
      const into = await aTicket(world.app, world.institutionId);
      return onTicket(world, console.mergeTicket, () => ({ into, merge_words: "Sama." }));
    },
  },
  {
    route: `POST ${console.linkTicket(":ticket")}`,
    typed: [{ name: "number" }],
    open: async (world) => {
      const { id } = await anApplication(world.reviews).submitted();
      const { owner } = world.app.database;
      const [row] = await owner.sql<{ receipt: string }[]>`select receipt from applications where id = ${id}`;
      return onTicket(world, console.linkTicket, () => ({ number: row?.receipt ?? "" }));
    },
  },
  {
    route: `POST ${console.ticketCase(":ticket")}`,
    typed: [],
    open: async (world) => {
      const { browser } = await people.dewi(world.app, world.institutionId);
      const nik = `317101170593${String(++asked).padStart(4, "0")}`;
      const [claimant, holder] = [await anAccount(world.reviews), await anAccount(world.reviews)];
      const ticket = await aTicketOfCase(world.reviews, { claimant, holder, nik });
      return stand(world, browser, console.ticket(ticket), console.ticketCase(ticket), () => ({}));
    },
  },
  {
    route: `POST ${console.ticketAccount(":ticket")}`,
    typed: [{ name: "account" }],
    open: async (world) => {
      const email = `penanya.${++asked}@contoh.example`;
      await anApplication(world.reviews, {
        accountId: await anAccount(world.reviews, "Siti Contoh", email),
      }).submitted();
      return onTicket(world, console.ticketAccount, () => ({ account: email }));
    },
  },
  {
    route: `POST ${console.newQuestion}`,
    typed: [{ name: "slug" }, ...questionTexts],
    chosen: questionChoices,
    hidden: ["institution"],
    open: async (world) =>
      stand(world, (await agus(world)).browser, console.newQuestion, console.newQuestion, () => ({
        ...question(),
        institution: world.institutionId,
        version: "",
      })),
  },
  {
    route: `POST ${console.question(":question")}`,
    typed: questionTexts,
    chosen: questionChoices,
    hidden: ["version"],
    open: async (world) => {
      const { browser, accountId } = await agus(world);
      const { institutionId } = world;
      const at = console.question(await aQuestion(world.app, { institutionId, actorId: accountId }));
      return stand(world, browser, at, at, (_html, hidden) => ({ ...question(), version: hidden("version") }));
    },
  },
  {
    route: `POST ${console.next}`,
    typed: [],
    open: async (world) => {
      await submitted(world);
      return stand(world, (await rina(world)).browser, console.queue, console.next, () => ({}));
    },
  },
  {
    route: `POST ${console.bulkClaim}`,
    typed: [],
    open: async (world) => {
      const id = await submitted(world);
      return stand(world, (await rina(world)).browser, console.queue, console.bulkClaim, () => ({ application: [id] }));
    },
  },
  {
    route: `POST ${console.bulkRelease}`,
    typed: [],
    open: async (world) =>
      stand(world, (await rina(world)).browser, `${console.queue}?status=mine`, console.bulkRelease, () => ({})),
  },
  {
    route: `POST ${console.releaseClaim}`,
    hidden: ["application", "round"],
    typed: [],
    open: async (world) => {
      const id = await claimed(world);
      const valid = () => ({ application: id, round: "1" });
      return stand(world, (await agus(world)).browser, console.claims, console.releaseClaim, valid);
    },
  },
  {
    route: `POST ${console.recheck(":application")}`,
    typed: [],
    open: async (world) => {
      const id = await submitted(world);
      return stand(world, (await rina(world)).browser, console.application(id), console.recheck(id), () => ({}));
    },
  },
  {
    route: `POST ${console.faces(":application")}`,
    typed: [],
    hidden: ["round"],
    open: async (world) => {
      await faceProgram(world);
      const officer = await rina(world);
      const id = await aFaceToCompare(world.reviews, officer.accountId);
      const valid = () => ({ round: "1", outcome: "same" });
      return stand(world, officer.browser, console.application(id), console.faces(id), valid);
    },
  },
  {
    route: `POST ${console.seenNik(":application")}`,
    hidden: ["round"],
    typed: [],
    open: (world) => onClaimed(world, "application", "seenNik", () => ({ round: "1" })),
  },
  {
    route: `POST ${console.claim(":application")}`,
    typed: [],
    open: async (world) => {
      const id = await submitted(world);
      return stand(world, (await rina(world)).browser, console.application(id), console.claim(id), () => ({
        round: "1",
      }));
    },
  },
  {
    route: `POST ${console.release(":application")}`,
    hidden: ["round"],
    typed: [],
    open: (world) => onClaimed(world, "application", "release", () => ({ round: "1" })),
  },
  {
    route: `POST ${console.verdict(":application")}`,
    hidden: ["round"],
    typed: [{ name: "note.field.nik" }],
    chosen: [{ name: "verdict.field.nik" }, { name: "reason.field.nik" }],
    open: (world) =>
      onClaimed(world, "application", "verdict", () => ({
        round: "1",
        document: "foto_ktp",
        "verdict.field.nik": "wrong",
        "reason.field.nik": "tidak_sesuai",
        "note.field.nik": "Samakan dengan KTP.",
      })),
  },
  {
    route: `POST ${console.return(":application")}`,
    hidden: ["round"],
    typed: [{ name: "note" }],
    open: async (world) => {
      const id = await claimed(world);
      const { accountId } = await rina(world);
      const services = { ...world.reviews, db: world.reviews.database.staff.kysely };
      await saveVerdicts(
        services,
        { applicationId: id, institutions: [world.institutionId], actorId: accountId, round: 1 },
        [{ kind: "field", id: "nik", verdict: "wrong", reason: "tidak_sesuai", note: "" }],
      );
      return onClaimed(world, "return", "return", () => ({ round: "1", note: "Mohon diperbaiki." }));
    },
  },
  {
    route: `POST ${console.accept(":application")}`,
    hidden: ["round"],
    typed: [],
    open: (world) => onClaimed(world, "accept", "accept", () => ({ round: "1" }), "acceptable"),
  },
  {
    route: `POST ${console.reject(":application")}`,
    hidden: ["round"],
    typed: [{ name: "note" }],
    chosen: [{ name: "reasons" }],
    open: (world) =>
      onClaimed(world, "reject", "reject", () => ({ round: "1", reasons: ["tidak_lengkap"], note: "Tidak lengkap." })),
  },
  {
    route: `POST ${console.export(":program")}`,
    typed: [{ name: "purpose" }],
    chosen: [{ name: "selection" }, { name: "columns" }, { name: "format" }],
    open: async (world) => {
      await submitted(world);
      const path = console.export("npwp-pribadi");
      // A bound person: the limit of people in a day must not answer for the form.
      const { browser } = await people.dewi(world.app, world.institutionId);
      return stand(world, browser, path, path, () => ({
        selection: "all",
        columns: ["receipt"],
        purpose: "Rapat panitia seleksi.",
        format: "csv",
      }));
    },
  },
  {
    // npwp-pribadi never closes: whatever is posted leads back to its window.
    route: `POST ${console.window(":program")}`,
    typed: [],
    open: async (world) => {
      const action = console.window("npwp-pribadi");
      const valid = () => ({ whom: "all", day: "2027-01-15", time: "23:59", reason: "Gangguan layanan." });
      return stand(world, (await agus(world)).browser, action, action, valid);
    },
  },
  {
    route: `POST ${console.appeal(":application")}`,
    typed: [{ name: "words" }],
    chosen: [{ name: "answer" }],
    open: async (world) => {
      const application = await aRejected(world.reviews, await aReviewer(world.reviews, world.institutionId));
      await appeal(world.reviews, application);
      const action = console.appeal(application.id);
      const valid = () => ({ answer: "denied", words: "Berkasnya tidak berubah." });
      return stand(world, (await people.dewi(world.app, world.institutionId)).browser, action, action, valid);
    },
  },
  {
    route: `POST ${console.numberProof(":proof")}`,
    typed: [{ name: "words" }],
    chosen: [{ name: "answer" }],
    open: async (world) => {
      const { accountId } = await people.budi(world.app);
      const action = console.numberProof(await aProof(world.app, { accountId, program: "npwp-pribadi" }));
      const valid = () => ({ answer: "denied", words: "Tidak ada di catatan kami." });
      return stand(world, (await people.dewi(world.app, world.institutionId)).browser, action, action, valid);
    },
  },
  {
    route: `POST ${console.announcement(":program")}`,
    typed: [{ name: "day" }, { name: "time" }, { name: "reason" }],
    open: async (world) => {
      await publishFrom(world.app, "programs/npwp-pribadi", { program: "npwp-diumumkan", announcement: { at: null } });
      const action = console.announcement("npwp-diumumkan");
      const valid = () => ({ day: "2047-01-15", time: "10:00", reason: "Rapat pleno." });
      return stand(world, (await agus(world)).browser, action, action, valid);
    },
  },
  {
    route: `POST ${console.accounts}`,
    typed: [{ name: "name" }],
    chosen: [{ name: "purpose" }],
    open: async (world) => {
      const { accountId } = await anApplication(world.reviews).submitted();
      const { email } = await getProfile(world.app.database.owner.kysely, world.app.keyring, accountId);
      // Each officer may look up a few accounts an hour, and every input here is a look.
      const { browser } = await people.dewi(world.app, world.institutionId);
      const valid = () => ({ name: email, purpose: "unlock" });
      return stand(world, browser, console.accounts, console.accounts, valid);
    },
  },
  {
    route: `POST ${console.account(":lookup")}`,
    // Siti has no NIK here, so that the date is asked for; the forms below ask for the NIK.
    typed: [{ name: "birth_date" }, { name: "number" }, { name: "reason" }],
    chosen: [{ name: "kind" }],
    open: async (world) => {
      const dewi = await people.dewi(world.app, world.institutionId);
      const { accountId } = await people.siti(world.app);
      const { institutionId } = world;
      const action = console.account(await aLookup(world.app, { accountId, institutionId, officerId: dewi.accountId }));
      const facts = { birth_date: "17-05-1990", number: "R-7K3M9-QX2PA" };
      const valid = () => ({ kind: "unlock", ...facts, reason: "Datang ke loket dengan KTP." });
      return stand(world, dewi.browser, action, action, valid);
    },
  },
  ...(["email", "phone"] as const).map((kind): Post => {
    const path = kind === "email" ? console.accountEmail : console.accountPhone;
    return {
      route: `POST ${path(":lookup")}`,
      typed: [{ name: kind }, { name: "nik" }, { name: "number" }, { name: "reason" }],
      open: async (world) => {
        const { institutionId } = world;
        const dewi = await people.dewi(world.app, institutionId);
        const papers = await somePapers(world.reviews);
        const look = { accountId: papers.accountId, institutionId, officerId: dewi.accountId };
        const action = path(await aLookup(world.app, look));
        const { nik, number } = papers;
        const reach = kind === "email" ? "baru@contoh.example" : "0812-9876-5432";
        const valid = () => ({ [kind]: reach, nik, number, reason: "Yang lama hilang." });
        return stand(world, dewi.browser, action, action, valid);
      },
    };
  }),
  {
    route: `POST ${console.accountRequest(":request")}`,
    typed: [],
    chosen: [{ name: "answer" }],
    open: async (world) => {
      const { institutionId } = world;
      const { accountId } = await people.siti(world.app);
      const askedBy = (await people.dewi(world.app, institutionId)).accountId;
      const action = console.accountRequest(await anAccountRequest(world.app, { accountId, institutionId, askedBy }));
      return stand(world, (await agus(world)).browser, action, action, () => ({ answer: "refused" }));
    },
  },
  {
    route: `POST ${console.grantRole}`,
    hidden: ["institution"],
    typed: [{ name: "email" }],
    chosen: [{ name: "role" }],
    open: async (world) => {
      const institution = await office(world);
      const valid = () => ({ institution, email: "tak.dikenal@contoh.example", role: "reviewer" });
      return stand(world, (await head(world)).browser, console.staff, console.grantRole, valid);
    },
  },
  {
    route: `POST ${console.revokeRole}`,
    hidden: ["institution", "account", "role"],
    typed: [],
    open: async (world) => {
      const { accountId } = await spare(world);
      const institution = await office(world);
      const valid = () => ({ institution, account: accountId, role: "reviewer" });
      return stand(world, (await head(world)).browser, console.staff, console.revokeRole, valid);
    },
  },
];

const rina = once((world) => people.rina(world.app, world.institutionId));
const agus = once((world) => people.agus(world.app, world.institutionId));
/** The page of staff shows every officer of the institution, and the other forms make hundreds of them. */
const office = once((world) => anInstitution(world.app));
const head = once(async (world) => people.agus(world.app, await office(world)));
const spare = once(async (world) => people.rina(world.app, await office(world)));

type FormPage = "application" | "return" | "accept" | "reject";
type FormAction = "release" | "seenNik" | "verdict" | "return" | "accept" | "reject";

async function onClaimed(
  world: World,
  page: FormPage,
  action: FormAction,
  valid: () => Fields,
  which?: "acceptable",
): Promise<Place> {
  const id = await claimed(world, which);
  return stand(world, (await rina(world)).browser, console[page](id), console[action](id), valid);
}

const faceProgram = once((world) => publishFaceProgram(world.reviews));

type Kept = "submitted" | "claimed" | "acceptable";
const kept = new WeakMap<World, Partial<Record<Kept, string>>>();

/** An application that waits in the queue. */
async function submitted(world: World): Promise<string> {
  return keep(world, "submitted", "submitted", async () => (await anApplication(world.reviews).submitted()).id);
}

/** An application that Rina has claimed; nothing is marked in the acceptable one. */
async function claimed(world: World, which: "claimed" | "acceptable" = "claimed"): Promise<string> {
  return keep(world, which, "in_review", async () => {
    const { accountId } = await rina(world);
    const { id } = await anApplication(world.reviews).submitted();
    const services = { ...world.reviews, db: world.reviews.database.staff.kysely };
    await claimApplication(services, { applicationId: id, institutions: [world.institutionId], actorId: accountId });
    return id;
  });
}

/** The application of last time while it still stands where it should, or else another. */
async function keep(world: World, name: Kept, status: string, make: () => Promise<string>): Promise<string> {
  const own = kept.get(world) ?? {};
  kept.set(world, own);
  const last = own[name];
  if (last !== undefined) {
    const row = await world.app.database.owner.kysely
      .selectFrom("applications")
      .select("status")
      .where("id", "=", last)
      .executeTakeFirstOrThrow();
    if (row.status === status) return last;
  }
  return (own[name] = await make());
}
