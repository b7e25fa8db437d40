import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appeal, aRejected } from "../../../test/appeals.ts";
import { anAccount, anApplication, aReviewer, foreignProgram, publish } from "../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../test/console.ts";
import { aPayment, aProposedRefund, aStatement } from "../../../test/fees.ts";
import { aProof } from "../../../test/members.ts";
import { aCaseOfStrangers } from "../../../test/nik-cases.ts";
import { aQuestion } from "../../../test/questions.ts";
import { aRight } from "../../../test/rights.ts";
import { aTicket } from "../../../test/tickets.ts";
import { aCanned, cannedForm } from "../../../test/canned.ts";
import { aLookup, anAccountRequest } from "../../../test/desk.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { paths } from "../../paths.ts";
import { getProfile } from "../../registry/accounts/account.query.ts";
import { exportApplications } from "../../registry/reviews/export.ts";
import { may, permissionsOf, type Permission, type Role } from "../../registry/accounts/permissions.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let foreign: string;
beforeAll(async () => {
  world = await consoleWorld();
  foreign = await publish(world, foreignProgram());
  const announcing = { announcement: { at: null } };
  await publish(world, { ...foreignProgram(), ...announcing, program: "lain-diumumkan" });
  await publish(world, { ...readProgram(npwpPribadi), ...announcing, program: "npwp-diumumkan" });
});
afterAll(() => world.close());

const roles = Object.keys(permissionsOf) as Role[];

/** What a route is about, so that a request can be made that succeeds for whoever may. Made only where it is needed. */
interface Scene {
  /** Under review by the actor, or in another institution by somebody there. */
  readonly held: () => Promise<string>;
  readonly waiting: () => Promise<string>;
  /** Rejected by somebody else, and appealed. */
  readonly appealed: () => Promise<string>;
  /** A number of before that an applicant states, at the secretariat. */
  readonly stated: () => Promise<string>;
  /** Slug of a program of the institution that announces its verdicts. */
  readonly announcing: string;
  readonly colleague: () => Promise<string>;
  /** Address of somebody with an application at this institution. */
  readonly applicant: () => Promise<string>;
  /** An account that the actor looked up, or somebody of the other institution. */
  readonly looked: () => Promise<string>;
  /** What a colleague asked for somebody's account. */
  readonly requested: () => Promise<string>;
  /** What somebody asks about their data. */
  readonly right: (taken?: boolean) => Promise<string>;
  /** A question of the helpdesk. */
  readonly asked: () => Promise<string>;
  /** A case about a NIK that two people state, with a piece of evidence. */
  readonly disputed: () => Promise<{ readonly id: string; readonly evidence: string }>;
  /** The same as a colleague proposed to decide it. */
  readonly proposed: () => Promise<{ readonly id: string; readonly evidence: string }>;
  /** A ticket that waits. */
  readonly ticket: () => Promise<string>;
  /** An order to pay, open or with money that is to be given back, as a colleague proposed. */
  readonly payment: (state?: "owed") => Promise<string>;
  /** A statement of the bank. */
  readonly statement: () => Promise<string>;
  /** An answer that agents give often. */
  readonly canned: () => Promise<string>;
  /** Somebody else who answers tickets there. */
  readonly answering: () => Promise<string>;
  readonly institution: string;
  /** Slug of its program. */
  readonly program: string;
}

interface Asked {
  readonly path: string;
  /** A file that goes with the fields. */
  readonly file?: { readonly name: string; readonly text: string };
  readonly fields?: Record<string, string>;
}

interface Case {
  readonly may: Permission;
  readonly request: (scene: Scene) => Asked | Promise<Asked>;
  /** Statuses for who may; a redirect elsewhere in the console unless said otherwise. */
  readonly allowed: number;
  /** For things of another institution; the plain lists have none of these. */
  readonly foreign?: number;
}

const form = { round: "1", note: "" };
const mark = { "verdict.field.nik": "wrong", "reason.field.nik": "tidak_sesuai", "note.field.nik": "" };

let written = 0;

/** The form of a question, each time with another address. */
function writing(institution: string): Record<string, string> {
  const texts = { question_id: "Bagaimana?", question_en: "How?", answer_id: "Begini.", answer_en: "Like this." };
  const place = { institution, slug: `pertanyaan-${++written}`, program: "", category: "account" };
  return { ...place, ...texts, words: "", shown: "yes", version: "1", act: "save" };
}

/** Every route of the console. A route that is missing here fails the first test. */
const cases: Readonly<Record<string, Case>> = {
  [`GET ${at.queue}`]: { may: "read_programs", request: () => ({ path: at.queue }), allowed: 200 },
  [`POST ${at.next}`]: { may: "review", request: () => ({ path: at.next }), allowed: 303 },
  [`POST ${at.bulkClaim}`]: {
    may: "review",
    request: async ({ waiting }) => ({ path: at.bulkClaim, fields: { application: await waiting() } }),
    allowed: 303,
    // Of another institution nothing is taken, and nothing is said about it.
    foreign: 303,
  },
  [`GET ${at.window(":program")}`]: {
    may: "extend_window",
    request: ({ program }) => ({ path: at.window(program) }),
    allowed: 200,
    foreign: 404,
  },
  // npwp-pribadi never closes, so that there is nothing to extend.
  [`POST ${at.window(":program")}`]: {
    may: "extend_window",
    request: ({ program }) => ({ path: at.window(program) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.announcement(":program")}`]: {
    may: "move_announcement",
    request: ({ announcing }) => ({ path: at.announcement(announcing) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.announcement(":program")}`]: {
    may: "move_announcement",
    request: ({ announcing }) => ({
      path: at.announcement(announcing),
      fields: { day: "2047-01-15", time: "10.00", reason: "Rapat pleno" },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.appeal(":application")}`]: {
    may: "answer_appeals",
    request: async ({ appealed }) => ({ path: at.appeal(await appealed()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.appeal(":application")}`]: {
    may: "answer_appeals",
    request: async ({ appealed }) => ({
      path: at.appeal(await appealed()),
      fields: { answer: "denied", words: "Berkasnya tidak berubah." },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.bulkRelease}`]: { may: "review", request: () => ({ path: at.bulkRelease }), allowed: 303 },
  [`GET ${at.claims}`]: { may: "manage_claims", request: () => ({ path: at.claims }), allowed: 200 },
  [`POST ${at.releaseClaim}`]: {
    may: "manage_claims",
    request: async ({ held }) => ({ path: at.releaseClaim, fields: { ...form, application: await held() } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.application(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.application(await held()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.recheck(":application")}`]: {
    may: "review",
    request: async ({ waiting }) => ({ path: at.recheck(await waiting()) }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.seenNik(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.seenNik(await held()), fields: form }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.inviteToNikCase(":application")}`]: {
    may: "decide_nik_cases",
    request: async ({ waiting }) => ({ path: at.inviteToNikCase(await waiting()) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.nikCases}`]: { may: "decide_nik_cases", request: () => ({ path: at.nikCases }), allowed: 200 },
  [`GET ${at.nikCase(":case")}`]: {
    may: "decide_nik_cases",
    request: async ({ disputed }) => ({ path: at.nikCase((await disputed()).id) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.nikProposal(":case")}`]: {
    may: "decide_nik_cases",
    request: async ({ disputed }) => ({
      path: at.nikProposal((await disputed()).id),
      fields: { proposal: "move", reason: "Swafoto sesuai dengan KTP." },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.nikAnswer(":case")}`]: {
    may: "decide_nik_cases",
    request: async ({ proposed }) => ({ path: at.nikAnswer((await proposed()).id), fields: { answer: "confirmed" } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.nikEvidence(":case", ":document", ":page")}`]: {
    may: "decide_nik_cases",
    request: async ({ disputed }) => {
      const { id, evidence } = await disputed();
      return { path: at.nikEvidence(id, evidence, "1") };
    },
    allowed: 200,
    foreign: 404,
  },
  // npwp-pribadi compares no faces, so that there is nothing to judge for whoever may.
  [`POST ${at.faces(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.faces(await held()), fields: { ...form, outcome: "same" } }),
    allowed: 404,
    foreign: 404,
  },
  [`POST ${at.claim(":application")}`]: {
    may: "review",
    request: async ({ waiting }) => ({ path: at.claim(await waiting()) }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.release(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.release(await held()), fields: form }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.verdict(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.verdict(await held()), fields: { ...form, ...mark } }),
    allowed: 303,
    foreign: 404,
  },
  // Leads on to the application, where the answer is given.
  [`GET ${at.verdict(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.verdict(await held()) }),
    allowed: 303,
    foreign: 303,
  },
  [`GET ${at.documentPage(":application", ":slot", 1).replace(/1$/, ":page")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.documentPage(await held(), "foto_ktp", 1) }),
    allowed: 200,
    foreign: 404,
  },
  [`GET ${at.accept(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.accept(await held()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.accept(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.accept(await held()), fields: form }),
    allowed: 303,
    foreign: 404,
  },
  // Nothing is marked yet, so the page says that there is nothing to return.
  [`GET ${at.return(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.return(await held()) }),
    allowed: 422,
    foreign: 404,
  },
  [`POST ${at.return(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.return(await held()), fields: form }),
    allowed: 422,
    foreign: 404,
  },
  [`GET ${at.reject(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.reject(await held()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.reject(":application")}`]: {
    may: "review",
    request: async ({ held }) => ({ path: at.reject(await held()), fields: { ...form, reasons: "lainnya" } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.numbers}`]: { may: "manage_numbers", request: () => ({ path: at.numbers }), allowed: 200 },
  [`GET ${at.numberProof(":proof")}`]: {
    may: "manage_numbers",
    request: async ({ stated }) => ({ path: at.numberProof(await stated()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.numberProof(":proof")}`]: {
    may: "manage_numbers",
    request: async ({ stated }) => ({
      path: at.numberProof(await stated()),
      fields: { answer: "denied", words: "Tidak ada di catatan kami." },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.questions}`]: { may: "manage_faq", request: () => ({ path: at.questions }), allowed: 200 },
  [`GET ${at.incidents}`]: { may: "manage_incidents", request: () => ({ path: at.incidents }), allowed: 200 },
  [`POST ${at.incidents}`]: {
    may: "manage_incidents",
    request: ({ institution }) => ({
      path: at.incidents,
      fields: { act: "open", institution, title_id: "Ada", title_en: "Is", text_id: "Tunggu.", text_en: "Wait." },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.newQuestion}`]: { may: "manage_faq", request: () => ({ path: at.newQuestion }), allowed: 200 },
  [`POST ${at.newQuestion}`]: {
    may: "manage_faq",
    request: ({ institution }) => ({ path: at.newQuestion, fields: writing(institution) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.question(":question")}`]: {
    may: "manage_faq",
    request: async ({ asked }) => ({ path: at.question(await asked()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.question(":question")}`]: {
    may: "manage_faq",
    request: async ({ asked, institution }) => ({ path: at.question(await asked()), fields: writing(institution) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.tickets}`]: { may: "answer_tickets", request: () => ({ path: at.tickets }), allowed: 200 },
  // A search that finds nothing says so, and in another institution it never finds anything.
  [`POST ${at.tickets}`]: {
    may: "answer_tickets",
    request: () => ({ path: at.tickets, fields: { sought: "Tidak Ada", purpose: "answer" } }),
    allowed: 422,
  },
  [`GET ${at.ticket(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => ({ path: at.ticket(await ticket()) }),
    allowed: 200,
    foreign: 404,
  },
  [`GET ${at.ticketFile(":ticket", ":file", ":page")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => {
      const id = await ticket();
      return { path: at.ticketFile(id, id, 1) };
    },
    allowed: 404,
    foreign: 404,
  },
  [`POST ${at.ticket(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => ({ path: at.ticket(await ticket()), fields: { act: "answer", words: "Sudah." } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.bulkAnswer}`]: { may: "answer_tickets", request: () => ({ path: at.bulkAnswer }), allowed: 200 },
  [`POST ${at.bulkAnswer}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => ({
      path: at.bulkAnswer,
      fields: { ticket: await ticket(), words: "Sudah pulih, {nama}.", checked: "yes" },
    }),
    // Another institution's are as unknown as none: nothing is answered, and that is said.
    allowed: 303,
    foreign: 303,
  },
  [`GET ${at.cannedAnswers}`]: { may: "manage_faq", request: () => ({ path: at.cannedAnswers }), allowed: 200 },
  [`GET ${at.newCanned}`]: { may: "manage_faq", request: () => ({ path: at.newCanned }), allowed: 200 },
  [`POST ${at.newCanned}`]: {
    may: "manage_faq",
    request: ({ institution }) => ({ path: at.newCanned, fields: cannedForm(institution) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.canned(":answer")}`]: {
    may: "manage_faq",
    request: async ({ canned }) => ({ path: at.canned(await canned()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.canned(":answer")}`]: {
    may: "manage_faq",
    request: async ({ canned, institution }) => ({
      path: at.canned(await canned()),
      fields: { ...cannedForm(institution), version: "1" },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.passTicket(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket, answering }) => ({
      path: at.passTicket(await ticket()),
      fields: { to: `account.${await answering()}` },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.mergeTicket(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => {
      const into = await ticket();
      return { path: at.mergeTicket(await ticket()), fields: { into, merge_words: "Sama dengan {number}." } };
    },
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.linkTicket(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => ({ path: at.linkTicket(await ticket()), fields: { number: "" } }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.ticketCase(":ticket")}`]: {
    may: "begin_nik_cases",
    request: async ({ ticket }) => ({ path: at.ticketCase(await ticket()) }),
    // The tickets of this test are about something else.
    allowed: 409,
    foreign: 404,
  },
  [`POST ${at.ticketAccount(":ticket")}`]: {
    may: "answer_tickets",
    request: async ({ ticket }) => ({
      path: at.ticketAccount(await ticket()),
      fields: { account: "tidak@ada.example" },
    }),
    // Nobody has this name, which is said at the field.
    allowed: 422,
    foreign: 404,
  },
  [`GET ${at.passwords}`]: { may: "read_policies", request: () => ({ path: at.passwords }), allowed: 200 },
  [`POST ${at.passwords}`]: {
    may: "manage_passwords",
    request: ({ institution }) => ({
      path: at.passwords,
      fields: { act: "rule", institution, least: "16", kinds: "1", rule_reason: "Keputusan rapat pengurus." },
    }),
    allowed: 303,
    foreign: 403,
  },
  [`GET ${at.ticketRetention}`]: { may: "read_policies", request: () => ({ path: at.ticketRetention }), allowed: 200 },
  [`POST ${at.ticketRetention}`]: {
    may: "set_retention",
    request: ({ institution }) => ({ path: at.ticketRetention, fields: { institution, months: "24" } }),
    allowed: 303,
    foreign: 403,
  },
  [`GET ${at.emailLists}`]: { may: "read_policies", request: () => ({ path: at.emailLists }), allowed: 200 },
  [`POST ${at.emailLists}`]: {
    may: "set_email_lists",
    request: ({ institution }) => ({
      path: at.emailLists,
      fields: { institution, seen: "", allow: "alumni.contoh.id", deny: "" },
    }),
    allowed: 303,
    foreign: 403,
  },
  [`GET ${at.accounts}`]: { may: "help_accounts", request: () => ({ path: at.accounts }), allowed: 200 },
  [`POST ${at.accounts}`]: {
    may: "help_accounts",
    request: async ({ applicant }) => ({
      path: at.accounts,
      fields: { name: await applicant(), purpose: "unlock" },
    }),
    allowed: 303,
    // Somebody with applications elsewhere only is as unknown as nobody.
    foreign: 422,
  },
  [`GET ${at.account(":lookup")}`]: {
    may: "help_accounts",
    request: async ({ looked }) => ({ path: at.account(await looked()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.account(":lookup")}`]: {
    may: "help_accounts",
    request: async ({ looked }) => ({
      path: at.account(await looked()),
      fields: { kind: "unlock", reason: "Datang ke loket." },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.accountEmail(":lookup")}`]: {
    may: "change_addresses",
    request: async ({ looked }) => ({ path: at.accountEmail(await looked()) }),
    allowed: 200,
    foreign: 404,
  },
  // The papers are somebody else's, so that whoever may is told that they differ.
  [`POST ${at.accountEmail(":lookup")}`]: {
    may: "change_addresses",
    request: async ({ looked }) => ({
      path: at.accountEmail(await looked()),
      fields: { email: "baru@contoh.example", nik: "3171011705900001", number: "R-00000-00000", reason: "Hilang." },
    }),
    allowed: 422,
    foreign: 404,
  },
  [`GET ${at.accountPhone(":lookup")}`]: {
    may: "change_addresses",
    request: async ({ looked }) => ({ path: at.accountPhone(await looked()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.accountPhone(":lookup")}`]: {
    may: "change_addresses",
    request: async ({ looked }) => ({
      path: at.accountPhone(await looked()),
      fields: { phone: "081298765432", nik: "3171011705900001", number: "R-00000-00000", reason: "Hilang." },
    }),
    allowed: 422,
    foreign: 404,
  },
  [`GET ${at.accountRequests}`]: {
    may: "confirm_account_help",
    request: () => ({ path: at.accountRequests }),
    allowed: 200,
  },
  [`GET ${at.accountRequest(":request")}`]: {
    may: "confirm_account_help",
    request: async ({ requested }) => ({ path: at.accountRequest(await requested()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.accountRequest(":request")}`]: {
    may: "confirm_account_help",
    request: async ({ requested }) => ({ path: at.accountRequest(await requested()), fields: { answer: "confirmed" } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.rights}`]: { may: "answer_rights", request: () => ({ path: at.rights }), allowed: 200 },
  [`GET ${at.right(":request")}`]: {
    may: "answer_rights",
    request: async ({ right }) => ({ path: at.right(await right()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.right(":request")}`]: {
    may: "answer_rights",
    request: async ({ right }) => ({ path: at.right(await right()), fields: { act: "take" } }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.correctRight(":request")}`]: {
    may: "answer_rights",
    request: async ({ right }) => ({ path: at.correctRight(await right(true)) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.correctRight(":request")}`]: {
    may: "answer_rights",
    request: async ({ right }) => ({
      path: at.correctRight(await right(true)),
      fields: { field: "tempat_lahir", tempat_lahir: "Kota Contoh" },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.staff}`]: { may: "manage_staff", request: () => ({ path: at.staff }), allowed: 200 },
  [`GET ${at.grantRole}`]: { may: "manage_staff", request: () => ({ path: at.grantRole }), allowed: 303 },
  [`POST ${at.grantRole}`]: {
    may: "manage_staff",
    request: ({ institution }) => ({
      path: at.grantRole,
      fields: { institution, email: "tidak.ada@contoh.example", role: "reviewer" },
    }),
    allowed: 303,
    foreign: 403,
  },
  [`POST ${at.revokeRole}`]: {
    may: "manage_staff",
    request: async ({ institution, colleague }) => ({
      path: at.revokeRole,
      fields: { institution, account: await colleague(), role: "reviewer" },
    }),
    allowed: 303,
    foreign: 403,
  },
  [`GET ${at.figures}`]: { may: "read_programs", request: () => ({ path: at.figures }), allowed: 200 },
  [`GET ${at.start}`]: { may: "read_programs", request: () => ({ path: at.start }), allowed: 303 },
  [`GET ${at.audit}`]: { may: "read_audit", request: () => ({ path: at.audit }), allowed: 200 },
  [`GET ${at.ticketFigures}`]: { may: "read_programs", request: () => ({ path: at.ticketFigures }), allowed: 200 },
  [`GET ${at.ticketFiguresFile}`]: {
    may: "read_programs",
    request: () => ({ path: at.ticketFiguresFile }),
    allowed: 200,
  },
  [`GET ${at.figuresFile}`]: { may: "read_programs", request: () => ({ path: at.figuresFile }), allowed: 200 },
  [`GET ${at.export(":program")}`]: {
    may: "export_applications",
    request: ({ program }) => ({ path: at.export(program) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.export(":program")}`]: {
    may: "export_applications",
    request: async ({ program, waiting }) => {
      await waiting();
      const fields = { selection: "all", columns: "receipt", purpose: "Rapat panitia seleksi.", format: "csv" };
      return { path: at.export(program), fields };
    },
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.exportFile(":file")}`]: {
    may: "export_applications",
    request: async ({ program, waiting, institution }) => {
      await waiting();
      return { path: at.exportFile(await anExport(program, institution)) };
    },
    // Whoever asks is not who made it.
    allowed: 404,
    foreign: 404,
  },
  [`GET ${at.payments}`]: { may: "read_payments", request: () => ({ path: at.payments }), allowed: 200 },
  [`GET ${at.paymentsFile}`]: { may: "read_payments", request: () => ({ path: at.paymentsFile }), allowed: 200 },
  [`GET ${at.payment(":payment")}`]: {
    may: "read_payments",
    request: async ({ payment }) => ({ path: at.payment(await payment()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.payment(":payment")}`]: {
    may: "keep_payments",
    request: async ({ payment }) => ({
      path: at.payment(await payment()),
      fields: { act: "confirm", day: "2026-01-02", amount: "250.123", reference: "TRX-1" },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`POST ${at.paymentRefund(":payment")}`]: {
    may: "confirm_refunds",
    request: async ({ payment }) => ({
      path: at.paymentRefund(await payment("owed")),
      fields: { answer: "confirmed" },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.statements}`]: { may: "keep_payments", request: () => ({ path: at.statements }), allowed: 200 },
  [`POST ${at.statements}`]: {
    may: "keep_payments",
    request: ({ institution }) => ({
      path: at.statements,
      fields: { institution },
      file: { name: "statement", text: `tanggal,keterangan,kredit\n21/01/2026,${++written},"250.123,00"\n` },
    }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.statement(":statement")}`]: {
    may: "keep_payments",
    request: async ({ statement }) => ({ path: at.statement(await statement()) }),
    allowed: 200,
    foreign: 404,
  },
  [`POST ${at.statement(":statement")}`]: {
    may: "keep_payments",
    request: async ({ statement }) => ({ path: at.statement(await statement()) }),
    allowed: 303,
    foreign: 404,
  },
  [`GET ${at.programs}`]: { may: "read_programs", request: () => ({ path: at.programs }), allowed: 200 },
};

test("every route of the console stands in the matrix, under the permission it names", () => {
  const routes = world.routes.map((route) => [
    `${route.method} ${route.path}`,
    route.access.who === "staff" ? route.access.may : route.access.who,
  ]);
  expect(Object.fromEntries(routes)).toEqual(
    Object.fromEntries(Object.entries(cases).map(([route, one]) => [route, one.may])),
  );
});

const made = new Map<string, Promise<unknown>>();

/**
 * What a request is about. With `stays` it is something that an earlier request was refused too: whoever is refused
 * changes nothing, and that is what is tested. Only what must be the actor's is made for each of them.
 */
function scene(institution: "own" | "foreign", actor: string, stays: boolean): Scene {
  const [id, program] = institution === "own" ? [world.institutionId, "npwp-pribadi"] : [foreign, "npwp-lain"];
  const once = <T>(name: string, make: () => Promise<T>): (() => Promise<T>) => {
    if (!stays) return make;
    return () => {
      const known = made.get(`${institution} ${name}`) ?? make();
      made.set(`${institution} ${name}`, known);
      return known as Promise<T>;
    };
  };
  const submitted = () => anApplication(world, { program }).submitted();
  const owner = once("owner", async () => (await submitted()).accountId);
  const taken = once("taken", async () => (await submitted()).id);
  const asksRight = async () => {
    const application = await submitted();
    return (await aRight(world, { accountId: application.accountId, about: application.id })).id;
  };
  const order = once("payment", async () => aPayment(world, (await submitted()).id));
  const owed = once("owed payment", async () => {
    const payment = await aPayment(world, (await submitted()).id, "owed");
    await aProposedRefund(world, payment, await aReviewer(world, id, ["treasurer"]));
    return payment;
  });
  const [right, takenRight] = [once("right", asksRight), once("taken right", asksRight)];
  return {
    institution: id,
    program,
    colleague: once("colleague", () => aReviewer(world, id)),
    applicant: async () => (await getProfile(world.database.owner.kysely, world.keyring, await owner())).email,
    looked: async () => aLookup(world, { accountId: await owner(), institutionId: id, officerId: actor }),
    requested: once("requested", async () => {
      const askedBy = await aReviewer(world, id, ["agent"]);
      return anAccountRequest(world, { accountId: await owner(), institutionId: id, askedBy });
    }),
    right: async (taken = false) => {
      if (!taken) return right();
      const request = await takenRight();
      await world.database.owner
        .sql`update rights_requests set taken_by = ${actor}, taken_at = app_now() where id = ${request}`;
      return request;
    },
    waiting: once("waiting", async () => (await submitted()).id),
    asked: once("asked", async () =>
      aQuestion(world, { institutionId: id, actorId: await aReviewer(world, id, ["agent"]) }),
    ),
    disputed: once("disputed", () => aCase(id)),
    proposed: once("proposed", async () => aCase(id, await aReviewer(world, id))),
    ticket: once("ticket", () => aTicket(world, id)),
    statement: once("statement", async () => aStatement(world, id, await aReviewer(world, id, ["treasurer"]))),
    payment: (state) => (state === "owed" ? owed() : order()),
    canned: once("canned", async () =>
      aCanned(world, { institutionId: id, actorId: await aReviewer(world, id, ["agent"]) }),
    ),
    answering: once("answering", () => aReviewer(world, id, ["agent"])),
    stated: once("stated", async () => aProof(world, { accountId: await anAccount(world), program })),
    announcing: institution === "own" ? "npwp-diumumkan" : "lain-diumumkan",
    appealed: once("appealed", async () => {
      const rejected = await aRejected(world, await aReviewer(world, id), { program, institutionId: id });
      await appeal(world, rejected);
      return rejected.id;
    }),
    held: async () => {
      const held = await taken();
      const claimant = institution === "own" ? actor : await aReviewer(world, id);
      // Written directly: a role that may not review could not claim by itself.
      await world.database.owner
        .sql`update applications set status = 'in_review', claimed_by = ${claimant} where id = ${held}`;
      return held;
    },
  };
}

async function aCase(institutionId: string, proposedBy?: string): Promise<{ id: string; evidence: string }> {
  const id = await aCaseOfStrangers({ ...world, institutionId }, proposedBy);
  const [document] = await world.database.owner.sql<{ id: string }[]>`
    select id from documents where nik_case_id = ${id} limit 1`;
  return { id, evidence: document?.id ?? "" };
}

/** An export that a colleague made a moment ago. */
async function anExport(slug: string, institutionId: string): Promise<string> {
  const { database, keyring, catalog } = world;
  const { id } = await catalog.get(slug);
  const made = await exportApplications(
    { db: database.staff.kysely, keyring, catalog },
    {
      actorId: await aReviewer(world, institutionId, ["secretariat"]),
      institutions: [institutionId],
      program: { id, institutionId },
      selection: "all",
      part: 1,
      columns: ["receipt"],
      specific: [],
      purpose: "Rapat panitia seleksi.",
      format: "csv",
      language: "id",
    },
  );
  if ("problem" in made) throw new Error(`nothing was exported: ${made.problem}`);
  return made.exportId;
}

/** Asks for a route, and says whether anything changed by it. */
async function ask(route: string, actor: string, set: Scene, options: { factor?: boolean } = {}) {
  const one = cases[route];
  if (!one) throw new Error(`no case for ${route}`);
  const { path, fields, file } = await one.request(set);
  const desk = await world.signIn(actor, options);
  const before = await standing();
  const post = () => (file ? desk.upload(path, fields ?? {}, file) : desk.post(path, fields));
  const answer = route.startsWith("GET") ? await desk.get(path) : await post();
  return { ...answer, unchanged: before === (await standing()) };
}

/** A digest of everything that a refused request must leave as it is. */
async function standing(): Promise<string> {
  const [row] = await world.database.owner.sql<{ digest: string }[]>`
    select md5(json_build_array(
      (select json_agg(t) from (select id, status, claimed_by, number, version from applications order by id) t),
      (select json_agg(t) from (select * from staff_roles order by account_id, institution_id, role) t),
      (select json_agg(t) from (select count(*) from application_events) t),
      (select json_agg(t) from (select count(*) from application_verdicts) t),
      (select json_agg(t) from (select count(*) from application_exports) t),
      (select json_agg(t) from (select count(*), count(answer) from account_requests) t),
      (select json_agg(t) from (select * from staff_password_rules order by institution_id) t),
      (select json_agg(t) from (select * from password_rotations order by id) t),
      (select json_agg(t) from (select * from ticket_retentions order by institution_id) t),
      (select json_agg(t) from (select id from number_proofs order by id) t),
      (select json_agg(t) from (select id, status from nik_cases order by id) t),
      (select json_agg(t) from (select id from incidents order by id) t),
      (select json_agg(t) from (select id, status, (select count(*) from refund_proposals) from payments order by id) t),
      (select json_agg(t) from (select count(*) from statements) t),
      (select json_agg(t) from (select id, version from canned_answers order by id) t),
      (select json_agg(t) from (select agent_id, institution_id, merged_into, application_id, count(*) from tickets
        where agent_id is not null or merged_into is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4) t),
      (select json_agg(t) from (select id, version from faq_entries where place <> 'platform' order by id) t)
    )::text) as digest`;
  return row?.digest ?? "";
}

describe.each(roles)("a %s", (role) => {
  test.each(Object.keys(cases))("%s in the own institution", async (route) => {
    const actor = await aReviewer(world, world.institutionId, [role]);
    const one = cases[route];
    const isAllowed = may([role], one?.may ?? "review");
    const answer = await ask(route, actor, scene("own", actor, !isAllowed));
    if (isAllowed) {
      // Who may not review is led from the queue to what they may do.
      const elsewhere = route === `GET ${at.queue}` && !may([role], "review");
      expect(answer.status).toBe(elsewhere ? 303 : one?.allowed);
    } else {
      expect(answer.status).toBe(403);
      expect(answer.html).toContain("Anda tidak berhak membuka halaman ini");
      expect(answer.unchanged).toBe(true);
    }
  });

  test.each(Object.keys(cases).filter((route) => cases[route]?.foreign !== undefined))(
    "%s in another institution",
    async (route) => {
      const actor = await aReviewer(world, world.institutionId, [role]);
      const answer = await ask(route, actor, scene("foreign", actor, true));
      expect(answer.status).toBe(may([role], cases[route]?.may ?? "review") ? cases[route]?.foreign : 403);
      expect(answer.unchanged).toBe(true);
    },
  );
});

describe.each([
  ["an applicant", async () => anAccount(world), { factor: true }, 403],
  [
    "staff without their second factor",
    async () => aReviewer(world, world.institutionId, roles),
    { factor: false },
    303,
  ],
] as const)("%s", (_who, make, options, status) => {
  test.each(Object.keys(cases))("%s", async (route) => {
    const actor = await make();
    const answer = await ask(route, actor, scene("own", actor, true), options);
    expect(answer.status).toBe(status);
    if (status === 303) expect(answer.location).toBe(paths.account.authenticator);
    expect(answer.unchanged).toBe(true);
  });
});
