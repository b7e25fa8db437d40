import { paths } from "../../src/paths.ts";

/** Somebody's application, as the tests try to reach it. */
export interface Owned {
  readonly id: string;
  readonly accountId: string;
  readonly receipt: string;
}

/** A route with a name in its address, whose things it shows, and the address of somebody's. */
export interface Reached {
  readonly route: string;
  readonly whose: "everyone" | "applicant" | "institution" | "administration";
  readonly address: (owned: Owned) => string;
}

const { apply, console } = paths;
const { rights } = paths.account;
const slot = "foto_ktp";
const page = "identitas";

/** Every route with a name in its address; one that is missing fails the test. */
export const reached: readonly Reached[] = [
  // Whoever posts whatever there is answered alike.
  {
    route: `POST ${paths.paymentNotification(":institution")}`,
    whose: "everyone",
    address: () => paths.paymentNotification("djp"),
  },
  ...(["GET", "POST"] as const).map((method): Reached => {
    const address = method === "GET" ? paths.helpdesk.question : paths.helpdesk.vote;
    return {
      route: `${method} ${address(":place", ":slug")}`,
      whose: "everyone",
      address: () => address("platform", "lupa-kata-sandi"),
    };
  }),
  ...(["GET", "POST"] as const).flatMap((method): Reached[] => [
    {
      route: `${method} ${paths.helpdesk.ask(":category")}`,
      whose: "everyone",
      address: () => paths.helpdesk.ask("akun-terkunci"),
    },
    // Without the secret that one browser was given there is nothing at this address.
    {
      route: `${method} ${paths.helpdesk.ticket(":ticket")}`,
      whose: "everyone",
      address: ({ id }) => paths.helpdesk.ticket(id),
    },
    {
      route: `${method} ${paths.helpdesk.rate(":ticket")}`,
      whose: "everyone",
      address: ({ id }) => paths.helpdesk.rate(id),
    },
    {
      route: `${method} ${paths.helpdesk.keep(":ticket")}`,
      whose: "everyone",
      address: ({ id }) => paths.helpdesk.keep(id),
    },
    {
      route: `${method} ${paths.helpdesk.proveEmail(":ticket")}`,
      whose: "everyone",
      address: ({ id }) => paths.helpdesk.proveEmail(id),
    },
    {
      route: `${method} ${paths.helpdesk.attach(":ticket", ":slot")}`,
      whose: "everyone",
      address: ({ id }) => paths.helpdesk.attach(id, "lampiran"),
    },
  ]),
  {
    route: `GET ${paths.helpdesk.ticketFile(":ticket", ":file", ":page")}`,
    whose: "everyone",
    address: ({ id }) => paths.helpdesk.ticketFile(id, id, 1),
  },
  {
    route: `GET ${paths.programManual(":program")}`,
    whose: "everyone",
    address: () => paths.programManual("npwp-pribadi"),
  },
  { route: `GET ${paths.program(":program")}`, whose: "everyone", address: () => paths.program("npwp-pribadi") },
  {
    route: `POST ${paths.startProgram(":program")}`,
    whose: "everyone",
    address: () => paths.startProgram("npwp-pribadi"),
  },
  {
    route: `GET ${paths.announcement(":program")}`,
    whose: "everyone",
    address: () => paths.announcement("npwp-pribadi"),
  },
  {
    route: "GET /programs/:program/announcement.pdf",
    whose: "everyone",
    address: () => paths.announcementPaper("npwp-pribadi", 1),
  },
  {
    route: `GET ${paths.checkReceipt(":receipt")}`,
    whose: "everyone",
    address: ({ receipt }) => paths.checkReceipt(receipt),
  },
  {
    route: `POST ${paths.subscribe(":program")}`,
    whose: "everyone",
    address: () => paths.subscribe("berita-terdaftar"),
  },
  {
    route: `GET ${paths.template(":program", ":slot")}`,
    whose: "everyone",
    address: () => paths.template("npwp-pribadi", slot),
  },
  { route: `GET ${paths.why(":program")}`, whose: "everyone", address: () => paths.why("pamjaki-anggota") },
  {
    route: `GET ${paths.identity(":program")}`,
    whose: "everyone",
    address: () => paths.identity("kartu-pasien"),
  },
  {
    route: `POST ${paths.identity(":program")}`,
    whose: "everyone",
    address: () => paths.identity("kartu-pasien"),
  },
  ...(["GET", "POST"] as const).flatMap((method) =>
    ([paths.ownNumber, paths.proveNumber] as const).map((page) => ({
      route: `${method} ${page(":program")}`,
      whose: "everyone" as const,
      address: () => page("pamjaki-anggota"),
    })),
  ),
  {
    route: `POST ${paths.askSecretariat(":program")}`,
    whose: "everyone",
    address: () => paths.askSecretariat("pamjaki-anggota"),
  },
  own("GET", paths.lookup(":program", ":lookup"), ({ id }) => paths.lookup("kartu-pasien", id)),
  own("POST", paths.lookup(":program", ":lookup"), ({ id }) => paths.lookup("kartu-pasien", id)),
  own("GET", rights.request(":number"), ({ id }) => rights.request(id)),
  own("POST", rights.lift(":number"), ({ id }) => rights.lift(id)),
  own("GET", paths.account.ticket(":ticket"), ({ id }) => paths.account.ticket(id)),
  own("GET", apply.tasks(":application"), ({ id }) => apply.tasks(id)),
  own("GET", apply.step(":application", ":step"), ({ id }) => apply.step(id, page)),
  own("POST", apply.step(":application", ":step"), ({ id }) => apply.step(id, page)),
  own("GET", apply.item(":application", ":step", ":item"), ({ id }) => apply.item(id, page, 1)),
  own("POST", apply.item(":application", ":step", ":item"), ({ id }) => apply.item(id, page, 1)),
  own("GET", apply.removeItem(":application", ":step", ":item"), ({ id }) => apply.removeItem(id, page, 1)),
  own("POST", apply.removeItem(":application", ":step", ":item"), ({ id }) => apply.removeItem(id, page, 1)),
  own("GET", apply.notEligible(":application"), ({ id }) => apply.notEligible(id)),
  own("POST", apply.upload(":application", ":slot"), ({ id }) => apply.upload(id, slot)),
  own("GET", apply.upload(":application", ":slot"), ({ id }) => apply.upload(id, slot)),
  own("POST", apply.uploads(":application", ":slot"), ({ id }) => apply.uploads(id, slot)),
  own("POST", apply.uploadPiece(":application", ":slot", ":upload"), ({ id }) => apply.uploadPiece(id, slot, id)),
  own("GET", apply.finishUpload(":application", ":slot", ":upload"), ({ id }) => apply.finishUpload(id, slot, id)),
  own("POST", apply.finishUpload(":application", ":slot", ":upload"), ({ id }) => apply.finishUpload(id, slot, id)),
  own("GET", apply.reuse(":application", ":slot", ":document"), ({ id }) => apply.reuse(id, slot, id)),
  own("POST", apply.reuse(":application", ":slot", ":document"), ({ id }) => apply.reuse(id, slot, id)),
  own("POST", apply.removeDocument(":application", ":slot"), ({ id }) => apply.removeDocument(id, slot)),
  own("GET", pageOf(apply.documentPage(":application", ":slot", 1)), ({ id }) => apply.documentPage(id, slot, 1)),
  own("GET", apply.check(":application"), ({ id }) => apply.check(id)),
  own("POST", apply.submit(":application"), ({ id }) => apply.submit(id)),
  own("GET", apply.closing(":application"), ({ id }) => apply.closing(id)),
  own("POST", apply.closing(":application"), ({ id }) => apply.closing(id)),
  own("GET", apply.fee(":application"), ({ id }) => apply.fee(id)),
  own("POST", apply.fee(":application"), ({ id }) => apply.fee(id)),
  own("GET", apply.tellFee(":application", ":payment"), ({ id }) => apply.tellFee(id, id)),
  own("POST", apply.tellFee(":application", ":payment"), ({ id }) => apply.tellFee(id, id)),
  own("GET", apply.receipt(":application"), ({ id }) => apply.receipt(id)),
  own("GET", apply.receiptPaper(":application"), ({ id }) => apply.receiptPaper(id)),
  own("GET", apply.receiptProof(":application"), ({ id }) => apply.receiptProof(id)),
  own("GET", apply.letter(":application"), ({ id }) => apply.letter(id)),
  own("GET", apply.status(":application"), ({ id }) => apply.status(id)),
  own("GET", apply.appeal(":application"), ({ id }) => apply.appeal(id)),
  own("POST", apply.appeal(":application"), ({ id }) => apply.appeal(id)),
  own("GET", apply.appealAnswer(":application"), ({ id }) => apply.appealAnswer(id)),
  own("GET", apply.withdraw(":application"), ({ id }) => apply.withdraw(id)),
  own("POST", apply.withdraw(":application"), ({ id }) => apply.withdraw(id)),
  {
    route: `GET ${console.window(":program")}`,
    whose: "administration",
    address: () => console.window("npwp-pribadi"),
  },
  {
    route: `POST ${console.window(":program")}`,
    whose: "administration",
    address: () => console.window("npwp-pribadi"),
  },
  ...(["GET", "POST"] as const).map((method) => ({
    route: `${method} ${console.announcement(":program")}`,
    whose: "administration" as const,
    address: () => console.announcement("npwp-pribadi"),
  })),
  theirs("GET", console.application(":application"), ({ id }) => `${console.application(id)}?show=nik`),
  theirs("GET", console.appeal(":application"), ({ id }) => console.appeal(id)),
  theirs("POST", console.appeal(":application"), ({ id }) => console.appeal(id)),
  theirs("POST", console.claim(":application"), ({ id }) => console.claim(id)),
  theirs("POST", console.recheck(":application"), ({ id }) => console.recheck(id)),
  theirs("POST", console.faces(":application"), ({ id }) => console.faces(id)),
  theirs("POST", console.seenNik(":application"), ({ id }) => console.seenNik(id)),
  theirs("POST", console.inviteToNikCase(":application"), ({ id }) => console.inviteToNikCase(id)),
  theirs("GET", console.nikCase(":case"), ({ id }) => console.nikCase(id)),
  theirs("POST", console.nikProposal(":case"), ({ id }) => console.nikProposal(id)),
  theirs("POST", console.nikAnswer(":case"), ({ id }) => console.nikAnswer(id)),
  theirs("GET", console.nikEvidence(":case", ":document", ":page"), ({ id }) => console.nikEvidence(id, id, "1")),
  theirs("POST", console.release(":application"), ({ id }) => console.release(id)),
  theirs("GET", console.verdict(":application"), ({ id }) => console.verdict(id)),
  theirs("POST", console.verdict(":application"), ({ id }) => console.verdict(id)),
  theirs("GET", pageOf(console.documentPage(":application", ":slot", 1)), ({ id }) =>
    console.documentPage(id, slot, 1),
  ),
  theirs("GET", console.export(":program"), () => console.export("npwp-pribadi")),
  theirs("POST", console.export(":program"), () => console.export("npwp-pribadi")),
  theirs("GET", console.account(":lookup"), ({ id }) => console.account(id)),
  theirs("POST", console.account(":lookup"), ({ id }) => console.account(id)),
  theirs("GET", console.accountEmail(":lookup"), ({ id }) => console.accountEmail(id)),
  theirs("POST", console.accountEmail(":lookup"), ({ id }) => console.accountEmail(id)),
  theirs("GET", console.accountPhone(":lookup"), ({ id }) => console.accountPhone(id)),
  theirs("POST", console.accountPhone(":lookup"), ({ id }) => console.accountPhone(id)),
  theirs("GET", console.accountRequest(":request"), ({ id }) => console.accountRequest(id)),
  theirs("POST", console.accountRequest(":request"), ({ id }) => console.accountRequest(id)),
  theirs("GET", console.right(":request"), ({ id }) => console.right(id)),
  theirs("POST", console.right(":request"), ({ id }) => console.right(id)),
  theirs("GET", console.correctRight(":request"), ({ id }) => console.correctRight(id)),
  theirs("POST", console.correctRight(":request"), ({ id }) => console.correctRight(id)),
  theirs("GET", console.payment(":payment"), ({ id }) => console.payment(id)),
  theirs("POST", console.payment(":payment"), ({ id }) => console.payment(id)),
  theirs("POST", console.paymentRefund(":payment"), ({ id }) => console.paymentRefund(id)),
  theirs("GET", console.statement(":statement"), ({ id }) => console.statement(id)),
  theirs("POST", console.statement(":statement"), ({ id }) => console.statement(id)),
  theirs("GET", console.ticket(":ticket"), ({ id }) => console.ticket(id)),
  theirs("GET", console.ticketFile(":ticket", ":file", ":page"), ({ id }) => console.ticketFile(id, id, 1)),
  theirs("POST", console.ticket(":ticket"), ({ id }) => console.ticket(id)),
  theirs("GET", console.canned(":answer"), ({ id }) => console.canned(id)),
  theirs("POST", console.canned(":answer"), ({ id }) => console.canned(id)),
  ...(["passTicket", "mergeTicket", "linkTicket", "ticketAccount", "ticketCase"] as const).map((act) =>
    theirs("POST", console[act](":ticket"), ({ id }) => console[act](id)),
  ),
  theirs("GET", console.question(":question"), ({ id }) => console.question(id)),
  theirs("POST", console.question(":question"), ({ id }) => console.question(id)),
  theirs("GET", console.numberProof(":proof"), ({ id }) => console.numberProof(id)),
  theirs("POST", console.numberProof(":proof"), ({ id }) => console.numberProof(id)),
  theirs("GET", console.exportFile(":file"), ({ id }) => console.exportFile(id)),
  ...(["accept", "return", "reject"] as const).flatMap((decision) => [
    theirs("GET", console[decision](":application"), ({ id }) => console[decision](id)),
    theirs("POST", console[decision](":application"), ({ id }) => console[decision](id)),
  ]),
];

function own(method: "GET" | "POST", path: string, address: Reached["address"]): Reached {
  return { route: `${method} ${path}`, whose: "applicant", address };
}

function theirs(method: "GET" | "POST", path: string, address: Reached["address"]): Reached {
  return { route: `${method} ${path}`, whose: "institution", address };
}

/** In an address the page is a number, in the pattern a name. */
function pageOf(address: string): string {
  return address.replace(/1$/, ":page");
}
