import { expect, type Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { listSourcePeople } from "../src/registry/demonstration/source-people.ts";
import { issueLink } from "../src/registry/accounts/link-tokens.ts";
import { aProof, someMembers } from "../test/members.ts";
import { aQuestion } from "../test/questions.ts";
import { aPasskey } from "../test/passkeys.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import { anAnnouncedProgram, anAnnouncingProgram } from "./announcements.ts";
import { aSubscription } from "./subscriptions.ts";
import { deskPages } from "./desk-pages.ts";
import { feePages } from "./fees.ts";
import { aDraft, fillItem, fillPage, journeyPath, type Application } from "./applications.ts";
import { aFaceToCompare } from "./faces.ts";
import { emptyTexts } from "./filling.ts";
import type { Person, Product } from "./product.ts";
import type { Scene } from "./scene.ts";
import { keepCookie } from "./story.ts";
import { treasurerPages } from "./treasurer-pages.ts";

/** One look at one page. */
export interface PageVisit {
  /** The route it belongs to, as `paths` has it. */
  readonly route: string;
  readonly name: string;
  readonly path: string;
  /** Undefined for somebody who is not signed in. */
  readonly as?: Person;
  /** What is done on the page before it is looked at, such as posting its form with nothing in it. */
  readonly act?: (page: Page) => Promise<void>;
  /** Also looked at in the dark scheme. */
  readonly dark?: boolean;
}

/** GET routes that are no pages of ours to look at, and what comes from them instead. */
export const notPages: Readonly<Record<string, string>> = {
  [paths.health.live]: "JSON for machines",
  [paths.health.ready]: "JSON for machines",
  [paths.regions]: "JSON for the choice of a region",
  [paths.help]: "leads to the helpdesk",
  [paths.statusFile]: "JSON for machines",
  [paths.account.photo]: "a picture",
  [paths.account.copy]: "a ZIP archive",
  [paths.subscriptions.oneClicking]: "leads to the page of leaving",
  [paths.template(":program", ":slot")]: "a file to keep",
  [paths.manualPaper]: "a PDF",
  [paths.programManual(":program")]: "a PDF",
  [paths.apply.receiptPaper(":application")]: "a PDF",
  [paths.apply.letter(":application")]: "a PDF",
  [paths.apply.appealAnswer(":application")]: "a PDF",
  "/programs/:program/announcement.pdf": "a PDF",
  [paths.apply.receiptProof(":application")]: "JSON to keep",
  [paths.apply.tellFee(":application", ":payment")]: "leads to the page of the fee",
  "/apply/:application/documents/:slot/pages/:page": "a picture",
  [paths.apply.upload(":application", ":slot")]: "leads to the page of the slot",
  [paths.apply.finishUpload(":application", ":slot", ":upload")]: "leads to the page of the slot",
  "/console/applications/:application/documents/:slot/pages/:page": "a picture",
  "/console/nik-cases/:case/evidence/:document/pages/:page": "a picture",
  [paths.helpdesk.ticketFile(":ticket", ":file", ":page")]: "a picture",
  [paths.helpdesk.attach(":ticket", ":slot")]: "leads to the ticket",
  [paths.helpdesk.rate(":ticket")]: "leads to the ticket",
  [paths.helpdesk.keep(":ticket")]: "leads to the ticket",
  [paths.helpdesk.proveEmail(":ticket")]: "leads to the ticket",
  [paths.account.ticket(":ticket")]: "leads to the ticket",
  [paths.console.ticketFile(":ticket", ":file", ":page")]: "a picture",
  "/console/applications/:application/verdicts": "leads back to the application after signing in",
  [paths.console.figuresFile]: "a table as a file",
  [paths.console.ticketFiguresFile]: "a table as a file",
  [paths.console.paymentsFile]: "a table as a file",
  [paths.console.start]: "leads to the first room of one's roles",
  [paths.console.exportFile(":file")]: "a table as a file",
  "/console/staff/grant": "leads back to the staff after signing in",
  "/dev/mail/:letter/html": "a letter, in which nothing may run, not even what looks at it",
};

const { account, apply, dev } = paths;

export async function publicPages(product: Product): Promise<readonly PageVisit[]> {
  const pending = await product.applicant();
  await product.owner.sql`update accounts set status = 'pending' where id = ${pending.accountId}`;
  const forgetful = await product.applicant();
  const tokens = {
    activate: await issueLink(product.web.kysely, pending.accountId, "activate"),
    reset: await issueLink(product.web.kysely, forgetful.accountId, "reset"),
  };
  const program = (slug: string) => ({ route: paths.program(":program"), name: slug, path: paths.program(slug) });
  return [
    { route: paths.portal, name: "portal", path: paths.portal, dark: true },
    { route: paths.portal, name: "portal, found", path: `${paths.portal}?q=npwp` },
    { route: paths.portal, name: "portal, nothing found", path: `${paths.portal}?q=zzzz` },
    { ...program("npwp-pribadi"), dark: true },
    program("pelatihan-las"),
    program("seminar-k3"),
    program("pamjaki-anggota"),
    program("pamjaki-asesmen"),
    { route: paths.why(":program"), name: "why", path: paths.why("pamjaki-anggota"), dark: true },
    ...withEmpty({ ...program("berita-terdaftar"), dark: true }),
    ...(await announcementPages(product)),
    { route: paths.subscriptions.sent, name: "subscribed, letter sent", path: paths.subscriptions.sent },
    ...(await subscriptionPages(product)),
    ...questionPages(),
    { route: paths.manual, name: "manual", path: paths.manual, dark: true },
    { route: paths.check, name: "check", path: paths.check },
    { route: paths.check, name: "check, nothing typed", path: `${paths.check}?receipt=` },
    {
      route: paths.checkReceipt(":receipt"),
      name: "check, unknown",
      path: paths.checkReceipt("R-00000-00000"),
    },
    { route: paths.status, name: "status", path: paths.status, dark: true },
    { route: paths.privacy, name: "privacy", path: paths.privacy },
    { route: paths.accessibility, name: "accessibility", path: paths.accessibility },
    { route: paths.passwordRules, name: "password rules", path: paths.passwordRules },
    { route: paths.phishing, name: "fraud", path: paths.phishing },
    ...withEmpty({ route: account.register, name: "register", path: account.register, dark: true }),
    { route: account.registered, name: "registered", path: account.registered },
    { route: bare(account.activate("")), name: "activate", path: account.activate(tokens.activate) },
    { route: bare(account.activate("")), name: "activate, unknown", path: account.activate("x") },
    ...withEmpty({ route: account.login, name: "login", path: account.login }),
    ...withEmpty({ route: account.forgot, name: "forgot", path: account.forgot }),
    ...withEmpty({ route: account.forgotNames, name: "forgotten name", path: account.forgotNames }),
    { route: account.forgotNamesSent, name: "forgotten name, sent", path: account.forgotNamesSent },
    { route: account.forgotSent, name: "forgot, sent", path: account.forgotSent },
    ...withEmpty({ route: bare(account.reset("")), name: "reset", path: account.reset(tokens.reset) }),
    { route: bare(account.reset("")), name: "reset, dead", path: account.reset("x") },
    { route: dev.gallery, name: "gallery", path: dev.gallery },
    { route: dev.sources, name: "people in sources", path: dev.sources },
    { route: dev.mail, name: "letters", path: dev.mail },
    { route: dev.sms, name: "short messages", path: dev.sms },
    { route: dev.letter(":letter"), name: "letter", path: dev.mail, act: openFirstLetter },
    { route: "*", name: "not found", path: "/tidak-ada" },
  ];
}

/** The pages behind the links of letters to somebody without an account, while they wait, when confirmed and after. */
async function subscriptionPages(product: Product): Promise<readonly PageVisit[]> {
  const { confirming, confirm, leaving, leave } = paths.subscriptions;
  const pending = await aSubscription(product, "pending");
  const confirmed = await aSubscription(product, "confirmed");
  const ended = await aSubscription(product, "ended");
  const at = (route: string, name: string, path: string): PageVisit => ({ route, name, path });
  return [
    at(confirming, "confirm", confirm(pending.confirm)),
    at(confirming, "confirmed", confirm(confirmed.confirm)),
    at(confirming, "confirm, unknown", confirm("x")),
    at(leaving, "leave", leave(confirmed.leave)),
    at(leaving, "left", leave(ended.leave)),
  ];
}

/** An announcement before its moment, and one with a verdict of each kind. */
async function announcementPages(product: Product): Promise<readonly PageVisit[]> {
  const program = await anAnnouncedProgram(product);
  const route = paths.announcement(":program");
  const at = paths.announcement(program.slug);
  return [
    { route, name: "announcement, not yet", path: paths.announcement("jpt-bumn") },
    { route, name: "announcement", path: at, dark: true },
    { route, name: "announcement, unknown number", path: `${at}?number=X` },
  ];
}

export async function applicantPages(product: Product, scene: Scene): Promise<readonly PageVisit[]> {
  const { newcomer, draft, complete, returned } = scene;
  const { receipt } = await product.owner.kysely
    .selectFrom("applications")
    .select("receipt")
    .where("id", "=", scene.waiting.id)
    .executeTakeFirstOrThrow();
  const own = (route: (id: string) => string, name: string, application: Scene["draft"]): PageVisit => ({
    route: route(":application"),
    name,
    path: route(application.id),
    as: application.person,
  });
  return [
    { route: account.home, name: "home, empty", path: account.home, as: newcomer },
    { route: account.home, name: "home", path: account.home, as: draft.person, dark: true },
    { route: account.data, name: "my data", path: account.data, as: returned.person, dark: true },
    ...withEmpty({ route: account.erase, name: "erase", path: account.erase, as: returned.person }),
    ...(await feePages(product)),
    ...lookupPages(newcomer),
    ...(await numberPages(product, newcomer)),
    ...(await factorPages(product)),
    { route: account.security, name: "security", path: account.security, as: draft.person },
    { route: account.passkeys, name: "passkeys", path: account.passkeys, as: draft.person },
    ...withEmpty({ route: account.confirm, name: "confirm", path: account.confirm, as: draft.person }),
    { route: account.sessions, name: "sessions", path: account.sessions, as: draft.person },
    { route: account.familyCard, name: "family card", path: account.familyCard, as: draft.person },
    { route: account.identity, name: "identity numbers", path: account.identity, as: draft.person, dark: true },
    ...withEmpty({ route: account.nik, name: "NIK", path: account.nik, as: draft.person }),
    ...withEmpty({ route: account.passport, name: "passport", path: account.passport, as: draft.person }),
    ...withEmpty({ route: account.profile, name: "profile", path: account.profile, as: draft.person }),
    ...withEmpty({ route: account.password, name: "password", path: account.password, as: draft.person }),
    { route: account.held, name: "held form", path: account.login, act: (page) => holdForm(page, product) },
    own(apply.tasks, "tasks", draft),
    own(apply.tasks, "tasks, returned", returned),
    ...stepPages(draft),
    ...(await listPages(product)),
    ...(await reusePages(product, complete)),
    own(apply.check, "check, incomplete", draft),
    { ...own(apply.check, "check", complete), dark: true },
    {
      ...own(apply.check, "check, undeclared", complete),
      act: (page) => page.locator("main form button").last().click(),
    },
    own(apply.withdraw, "withdraw", complete),
    { ...own(apply.receipt, "receipt", scene.waiting), dark: true },
    own(apply.receipt, "receipt, accepted", scene.accepted),
    { route: paths.checkReceipt(":receipt"), name: "check, genuine", path: paths.checkReceipt(receipt) },
    own(apply.status, "status, waiting", scene.waiting),
    own(apply.status, "status, returned", returned),
    own(apply.status, "status, accepted", scene.accepted),
    own(apply.status, "status, rejected", scene.rejected),
    ...withEmpty(own(apply.appeal, "appeal", scene.rejected)),
    own(apply.appeal, "appeal, sent", scene.appealed),
    own(apply.appeal, "appeal, not possible", scene.accepted),
    { route: "*", name: "not allowed", path: paths.console.staff, as: draft.person },
  ];
}

/** What a program of each kind asks for before it begins. */
function lookupPages(as: Person): PageVisit[] {
  const route = paths.identity(":program");
  const path = paths.identity("kartu-pasien");
  return [
    { route, name: "before beginning, a telephone is missing", path: paths.identity("pelatihan-las"), as },
    ...withEmpty({ route, name: "two numbers", path, as }),
    {
      route: paths.lookup(":program", ":lookup"),
      name: "found in a source",
      path,
      as,
      act: async (page) => {
        const [known] = listSourcePeople();
        await page.getByLabel("NIK").fill(known?.nik ?? "");
        await page.getByLabel(/kartu keluarga|Family card/).fill(known?.kk ?? "");
        await page.locator('main form[method="post"] button').click();
        await page.waitForURL(/identity\/.+/);
      },
    },
  ];
}

/** What somebody reads who had a number before: the form, the code, and the secretariat's check. */
async function numberPages(product: Product, newcomer: Person): Promise<PageVisit[]> {
  const [waiting, asked] = [await product.applicant(), await product.applicant()];
  const program = "pamjaki-anggota";
  const standing = { database: product, keyring: product.keyring };
  await aProof(standing, { accountId: waiting.accountId, program, asked: false });
  await aProof(standing, { accountId: asked.accountId, program });
  const form = { route: paths.ownNumber(":program"), path: paths.ownNumber(program) };
  const code = { route: paths.proveNumber(":program"), path: paths.proveNumber(program), as: waiting };
  return [
    ...withEmpty({ ...form, name: "number of before", as: newcomer, dark: true }),
    ...withEmpty({ ...code, name: "code for a number" }),
    { ...form, name: "number at the secretariat", as: asked },
  ];
}

/** The secretariat of the institution whose members had numbers before, with one to recognise. */
async function memberPages(product: Product): Promise<PageVisit[]> {
  const { console } = paths;
  const as = await product.member("secretariat", "Dewi Contoh", "pamjaki");
  const standing = { database: product, keyring: product.keyring };
  const number = `PMJ-2001-${String(Date.now()).slice(-9)}`;
  const email = `anggota.${number.slice(-9)}@contoh.example`;
  await someMembers(standing, [{ number, name: "Siti Contoh", birth_date: "1990-05-17", email }]);
  const { accountId } = await product.applicant();
  const proof = await aProof(standing, { accountId, program: "pamjaki-anggota", number });
  return [
    { route: console.numbers, name: "numbers of before", path: console.numbers, as },
    ...withEmpty({
      route: console.numberProof(":proof"),
      name: "number to check",
      path: console.numberProof(proof),
      as,
      dark: true,
    }),
  ];
}

async function writingPages(product: Product, as: Person): Promise<PageVisit[]> {
  const { questions, newQuestion, question } = paths.console;
  const database = { staff: product.staff };
  const { institution_id: institutionId } = await product.owner.kysely
    .selectFrom("staff_roles")
    .select("institution_id")
    .where("account_id", "=", as.accountId)
    .executeTakeFirstOrThrow();
  const id = await aQuestion({ database }, { institutionId, actorId: as.accountId });
  const one = { route: question(":question"), path: question(id), as };
  const preview = async (page: Page) => {
    await page.locator("button[value=preview]").click();
    await page.waitForLoadState();
  };
  return [
    ...withEmpty({ route: newQuestion, name: "question, new", path: newQuestion, as }),
    { ...one, name: "question to edit", dark: true },
    { ...one, name: "question, preview", act: preview },
    { route: questions, name: "questions", path: questions, as },
  ];
}

function questionPages(): PageVisit[] {
  const { home, glossary, contacts, ofProgram, question } = paths.helpdesk;
  const address = question("platform", "lupa-kata-sandi");
  const one = { route: question(":place", ":slug"), path: address };
  return [
    { route: home, name: "helpdesk", path: home, dark: true },
    { route: home, name: "helpdesk, found", path: `${home}?q=lupa+pasword` },
    { route: home, name: "helpdesk, nothing found", path: `${home}?q=zzzz` },
    { route: home, name: "helpdesk, questions of a program", path: ofProgram("jpt-bumn") },
    { ...one, name: "question", dark: true },
    { ...one, name: "question, thanked", path: `${address}?thanks=no` },
    { route: glossary, name: "glossary", path: glossary, dark: true },
    { route: contacts, name: "contacts", path: contacts },
  ];
}

/** What was given in one application, as it is offered in another. */
async function reusePages(product: Product, { id, person }: Application): Promise<PageVisit[]> {
  const row = await product.owner.kysely
    .selectFrom("documents")
    .select("id")
    .where("application_id", "=", id)
    .where("slot", "=", "foto_ktp")
    .executeTakeFirstOrThrow();
  const draft = await aDraft(product, person, "jpt-bumn");
  return [
    {
      route: apply.step(":application", ":step"),
      name: "document, given before",
      path: apply.step(draft.id, "ktp"),
      as: person,
      dark: true,
    },
    {
      route: apply.reuse(":application", ":slot", ":document"),
      name: "reuse",
      path: apply.reuse(draft.id, "ktp", row.id),
      as: person,
    },
  ];
}

/** The pages of a list, an item and its removal, and what somebody sees who cannot apply. */
async function listPages(product: Product): Promise<PageVisit[]> {
  const { id, person } = await aDraft(product, await product.applicant("Budi Contoh"), "jpt-bumn");
  const degree = { jenjang: "s1", perguruan: "Universitas Contoh", jurusan: "Ilmu Hukum", tahun_lulus: "1998" };
  await fillItem(product, { id, person }, { page: "pendidikan", item: 1 }, degree);
  const post = { tingkat_dilamar: "madya", unit_dilamar: "Deputi Contoh", anggota_partai: "yes" };
  await fillPage(product, { id, person }, "jabatan_dilamar", post);
  const item = (name: string, item: number) => ({
    route: apply.item(":application", ":step", ":item"),
    name,
    path: apply.item(id, "pendidikan", item),
    as: person,
  });
  const list = { route: apply.step(":application", ":step"), path: apply.step(id, "pendidikan"), as: person };
  return [
    { ...list, name: "list" },
    {
      ...list,
      name: "list, with too few",
      path: apply.step(id, "riwayat_jabatan"),
      act: (page) => page.locator('main form[method="post"] button').last().click(),
    },
    item("item", 1),
    ...withEmpty(item("item, new", 2)),
    {
      route: apply.removeItem(":application", ":step", ":item"),
      name: "item, remove",
      path: apply.removeItem(id, "pendidikan", 1),
      as: person,
    },
    ...withEmpty({ route: apply.closing(":application"), name: "closing", path: apply.closing(id), as: person }),
    { route: apply.notEligible(":application"), name: "not eligible", path: apply.notEligible(id), as: person },
    { route: apply.closing(":application"), name: "closing", path: apply.closing(id), as: person },
    { route: apply.check(":application"), name: "check, with items", path: apply.check(id), as: person },
    { route: paths.program(":program"), name: "jpt-bumn", path: paths.program("jpt-bumn"), as: person },
    {
      route: apply.step(":application", ":step"),
      name: "document with template",
      path: apply.step(id, "cv"),
      as: person,
    },
  ];
}

/** Every page and document of npwp-pribadi on the way with the most of them, filled and then posted with nothing. */
function stepPages({ id, person }: Scene["draft"]): PageVisit[] {
  return journeyPath("istri_berusaha").steps.flatMap((step) => {
    const name = "page" in step ? step.page : step.document;
    return withEmpty({ route: apply.step(":application", ":step"), name, path: apply.step(id, name), as: person });
  });
}

export async function reviewerPages(product: Product, scene: Scene): Promise<readonly PageVisit[]> {
  const { console } = paths;
  const as = scene.reviewer;
  const half = await startSession(product.web.kysely, { accountId: as.accountId, kind: "staff", factor: false });
  const shown = (route: (id: string) => string, name: string, application: Scene["draft"]): PageVisit => ({
    route: route(":application"),
    name,
    path: route(application.id),
    as,
  });
  return [
    ...withEmpty({ route: account.factor, name: "code", path: account.factor, as: { ...as, session: half } }),
    ...withEmpty({
      route: account.recoveryCode,
      name: "recovery code",
      path: account.recoveryCode,
      as: { ...as, session: half },
    }),
    ...withEmpty({ route: account.authenticator, name: "authenticator", path: account.authenticator, as }),
    { route: account.security, name: "security with an authenticator", path: account.security, as },
    {
      route: account.security,
      name: "new recovery codes",
      path: account.security,
      as,
      act: (page) => page.getByRole("button", { name: /kode (pemulihan|baru)|(recovery|new) codes/ }).click(),
    },
    { route: console.queue, name: "queue", path: console.queue, as, dark: true },
    { route: console.queue, name: "queue, nothing found", path: `${console.queue}?q=zzzz`, as },
    { route: console.queue, name: "queue, all chosen", path: `${console.queue}?pick=all`, as },
    {
      route: console.queue,
      name: "queue, lost to a colleague",
      path: `${console.queue}?status=mine&done=claimed&lost=${scene.waiting.id}`,
      as,
    },
    { route: console.queue, name: "queue, decided", path: `${console.queue}?status=decided`, as },
    shown(console.application, "application, waiting", scene.waiting),
    { ...shown(console.application, "application, claimed", scene.claimed), dark: true },
    { ...shown(console.application, "application, verdict without reason", scene.claimed), act: judgeWithoutReason },
    ...(await facePages(product)),
    shown(console.application, "application, accepted", scene.accepted),
    shown(console.application, "application, rejected", scene.rejected),
    shown(console.accept, "accept", scene.claimed),
    shown(console.return, "return, nothing marked", scene.claimed),
    ...withEmpty(shown(console.reject, "reject", scene.claimed)),
    { route: console.programs, name: "programs", path: console.programs, as },
    { route: console.figures, name: "figures", path: console.figures, as, dark: true },
    ...(await auditPages(product)),
    { route: "*", name: "not allowed", path: console.staff, as },
  ];
}

/** Two pictures of a face, before they are compared and after nothing was chosen. */
async function facePages(product: Product): Promise<PageVisit[]> {
  const as = await product.member("reviewer", "Rina Contoh", "pusat-data-contoh");
  const { id } = await aFaceToCompare(product, as);
  const route = paths.console.application(":application");
  const path = paths.console.application(id);
  return [
    { route, name: "application with faces", path, as, dark: true },
    { route, name: "application with faces, nothing chosen", path: `${path}?faces=empty#faces`, as },
  ];
}

export async function officePages(product: Product, scene: Scene): Promise<readonly PageVisit[]> {
  const { console } = paths;
  const { secretariat, admin, waiting, appealed } = scene;
  const announcing = await anAnnouncingProgram(product);
  return [
    ...(await deskPages(product)),
    ...(await treasurerPages(product, waiting.id)),
    { route: console.queue, name: "queue of the secretariat", path: console.queue, as: secretariat },
    {
      route: console.application(":application"),
      name: "application for the secretariat",
      path: console.application(waiting.id),
      as: secretariat,
    },
    ...withEmpty({
      route: console.export(":program"),
      name: "export",
      path: console.export("npwp-pribadi"),
      as: secretariat,
    }),
    { route: console.programs, name: "programs of the secretariat", path: console.programs, as: secretariat },
    ...withEmpty({ route: console.staff, name: "staff", path: console.staff, as: admin }),
    ...(await writingPages(product, admin)),
    ...withEmpty({ route: console.incidents, name: "incidents", path: console.incidents, as: admin }),
    ...withEmpty({ route: console.passwords, name: "passwords of staff", path: console.passwords, as: admin }),
    { route: console.ticketRetention, name: "keeping of tickets", path: console.ticketRetention, as: admin },
    { route: console.emailLists, name: "lists of e-mail domains", path: console.emailLists, as: admin },
    { route: console.claims, name: "claims", path: console.claims, as: admin },
    ...(await memberPages(product)),
    ...withEmpty({
      route: console.appeal(":application"),
      name: "appeal to answer",
      path: console.appeal(appealed.id),
      as: secretariat,
    }),
    ...withEmpty({
      route: console.announcement(":program"),
      name: "announcement",
      path: console.announcement(announcing.slug),
      as: admin,
    }),
    { route: console.programs, name: "programs of the admin", path: console.programs, as: admin },
    {
      route: console.window(":program"),
      name: "window of a program that does not close",
      path: console.window("npwp-pribadi"),
      as: admin,
    },
    ...withEmpty({
      route: console.window(":program"),
      name: "window",
      path: console.window("jpt-bumn"),
      as: await product.member("institution_admin", "Sekar Contoh", "kementerian-bumn"),
    }),
    { route: "*", name: "not allowed", path: console.application(waiting.id), as: admin },
  ];
}

/** A page as it is, and after its main form was sent with nothing in it. */
function withEmpty(visit: PageVisit): PageVisit[] {
  return [visit, { ...visit, name: `${visit.name}, posted empty`, act: postEmpty }];
}

async function postEmpty(page: Page): Promise<void> {
  await emptyTexts(page);
  const forms = page.locator('main form[method="post"]');
  // A page of staff has a small form in each row; the one with fields to fill is meant.
  const form = forms.filter({ has: page.locator("input:not([type=hidden]), select, textarea") }).first();
  // A page that saves itself asks before it goes, so the answer is not yet on its way after the click.
  const answer = page.waitForEvent("framenavigated");
  await form.locator("button:not([data-region-step], [type=button])").first().click();
  await answer;
  await page.waitForLoadState();
}

/** Codes that are sent, before and after one was, as something to set up and as something that is asked for; devices; a passkey's name. */
async function factorPages(product: Product): Promise<readonly PageVisit[]> {
  const db = product.owner.kysely;
  const as = await product.applicant();
  const passkey = await aPasskey(db, product.keyring, { accountId: as.accountId, name: "Ponsel" });
  const sends = async (page: Page) => {
    await page.locator("main form button[type=submit]").first().click();
    await page.waitForLoadState();
  };
  const codes = { route: account.codes, path: account.codesOf("email"), as };
  const owing = await product.applicant();
  await db.insertInto("code_factors").values({ account_id: owing.accountId, kind: "email" }).execute();
  const { accountId } = owing;
  const half = await startSession(product.web.kysely, { accountId, kind: "applicant", factor: false });
  const factor = { route: account.factor, path: account.factor, as: { ...owing, session: half } };
  return [
    ...withEmpty({ route: account.email, name: "address", path: account.email, as }),
    ...withEmpty({ route: account.words, name: "words in letters", path: account.words, as }),
    ...withEmpty({ route: account.phone, name: "telephone", path: account.phone, as }),
    { ...codes, name: "codes by e-mail" },
    { ...codes, name: "codes by e-mail, sent", act: sends, dark: true },
    { route: account.codes, name: "codes by SMS", path: account.codesOf("sms"), as },
    ...withEmpty({
      route: account.renamePasskey,
      name: "passkey, rename",
      path: account.renamePasskeyOf(passkey),
      as,
    }),
    { ...factor, name: "sign-in code" },
    { ...factor, name: "sign-in code, sent", act: sends, dark: true },
  ];
}

async function openFirstLetter(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await page.waitForLoadState();
}

async function judgeWithoutReason(page: Page): Promise<void> {
  const row = page
    .locator(".govuk-summary-list__row")
    .filter({ has: page.locator('input[value="wrong"]') })
    .first();
  await row.locator("summary").click();
  await row.locator('input[value="wrong"]').check();
  await page.locator('button[value="save"]:visible').click();
  await page.waitForLoadState();
}

/** Sends a form after the session has ended, and signs in again. */
async function holdForm(page: Page, product: Product): Promise<void> {
  const { id, person } = await aDraft(product);
  const { session, accountId } = person;
  await keepCookie(page, product.url, cookies.session, session);
  await page.goto(apply.step(id, "identitas"));
  await product.owner.sql`update sessions set ended_at = app_now() where account_id = ${accountId}`;
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/\/account\/login/);
  const again = await startSession(product.web.kysely, { accountId, kind: "applicant", factor: false });
  await keepCookie(page, product.url, cookies.session, again);
  await page.goto(account.held);
}

function bare(address: string): string {
  return address.split("?")[0] ?? address;
}

/** The trail as the auditor reads it, and a day in its filter that is none. */
async function auditPages(product: Product): Promise<PageVisit[]> {
  const { audit: path } = paths.console;
  const as = await product.member("auditor", "Dini Contoh");
  return [
    { route: path, name: "audit trail", path, as, dark: true },
    { route: path, name: "audit trail, wrong day", path: `${path}?until=2026-02-31`, as },
  ];
}
