import { createHash, randomBytes } from "node:crypto";
import { paths } from "../../src/paths.ts";
import type { FieldType } from "../../src/program/definition.ts";
import { typedFormNames } from "../../src/program/journey.ts";
import { aRejected } from "../appeals.ts";
import { anApplication, aReviewer, publish } from "../applications.ts";
import { loadJourney, type JourneyPath } from "../journey.ts";
import type { Browser } from "../app.ts";
import { aProof } from "../members.ts";
import { people, signIn } from "../people.ts";
import { ktpJpeg } from "../sample-files.ts";
import { send, urlencoded } from "./send.ts";
import { aFee, order } from "../fees.ts";
import { compiledProgram, npwpPribadi, readProgram } from "../programs/compiled.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";
import { anApplicant, once, stand } from "./account-posts.ts";
import type { Fields, Post, PostField, World } from "./place.ts";

const { apply } = paths;
const journey = loadJourney(npwpPribadi);
const program = compiledProgram(npwpPribadi, toyRegions());

/** Fields in which something offered is chosen; all others are typed. */
const offered: readonly FieldType[] = ["choice", "choices", "yes_no", "region"];

/** A program that begins with a source, which never answers here. */
const linked = once((world) => publishFrom(world.app, "programs/kartu-pasien"));

/** A program whose numbers were given before it came here. */
const numbering = once((world) => publishFrom(world.app, "programs/pamjaki-anggota"));

/** A program that takes a fee in two ways, so that one has to choose. */
const charging = once(async ({ reviews }) => {
  const fee = aFee({ methods: ["transfer", "gateway"], refund: { when: [], text: aFee().refund.text } });
  await publish(reviews, { ...readProgram(npwpPribadi), program: "berbayar", fee });
});

/** Somebody who has everything done but to pay. */
async function owing(world: World) {
  await charging(world);
  const application = await anApplication(world.reviews, { program: "berbayar" }).complete();
  return { ...application, browser: await signIn(world.app, application.accountId, "applicant") };
}

/** Somebody whose statement waits for its code. */
async function stating(world: World) {
  await numbering(world);
  const person = await people.budi(world.app);
  await aProof(world.app, { accountId: person.accountId, program: "pamjaki-anggota", asked: false });
  return person;
}

/** An item of a repeated page. */
const degree = { jenjang: "s1", perguruan: "Universitas Contoh", jurusan: "Ilmu Hukum", tahun_lulus: "1998" };

/** The forms of an applicant, every page of npwp-pribadi among them. */
export const applyPosts: readonly Post[] = [
  {
    route: `POST ${paths.startProgram(":program")}`,
    typed: [],
    open: async (world) => {
      const { browser } = await drafted(world);
      return stand(world, browser, paths.program("npwp-pribadi"), paths.startProgram("npwp-pribadi"), () => ({}));
    },
  },
  {
    route: `POST ${paths.identity(":program")}`,
    typed: [{ name: "nik" }, { name: "nomor_kk" }],
    open: async (world) => {
      await linked(world);
      const { browser } = await anApplicant(world);
      const address = paths.identity("kartu-pasien");
      return stand(world, browser, address, address, () => ({
        nik: "3171011705900001",
        nomor_kk: "3171010101150001",
      }));
    },
  },
  {
    route: `POST ${paths.ownNumber(":program")}`,
    typed: [
      { name: "number" },
      ...["day", "month", "year"].map((part) => ({ name: `birth_date.${part}`, group: "birth_date" })),
      { name: "second" },
    ],
    open: async (world) => {
      await numbering(world);
      const address = paths.ownNumber("pamjaki-anggota");
      return stand(world, (await anApplicant(world)).browser, address, address, () => ({
        number: "PMJ-2019-00012",
        "birth_date.day": "17",
        "birth_date.month": "5",
        "birth_date.year": "1990",
        second: "3171011705900001",
      }));
    },
  },
  {
    route: `POST ${paths.proveNumber(":program")}`,
    typed: [],
    secret: [{ name: "code" }],
    refusesValid: true,
    open: async (world) => {
      const address = paths.proveNumber("pamjaki-anggota");
      return stand(world, (await stating(world)).browser, address, address, () => ({ code: "123456" }));
    },
  },
  {
    route: `POST ${paths.askSecretariat(":program")}`,
    typed: [],
    open: async (world) => {
      const { browser } = await stating(world);
      const [page, action] = [paths.proveNumber("pamjaki-anggota"), paths.askSecretariat("pamjaki-anggota")];
      return stand(world, browser, page, action, () => ({}));
    },
  },
  {
    route: `POST ${paths.lookup(":program", ":lookup")}`,
    typed: [],
    open: async (world) => {
      await linked(world);
      const { browser } = await anApplicant(world);
      await browser.get(paths.identity("kartu-pasien"));
      const numbers = { nik: "3171011705900001", nomor_kk: "3171010101150001" };
      const asked = new URL((await browser.post(paths.identity("kartu-pasien"), numbers)).url).pathname;
      return stand(world, browser, asked, asked, () => ({ fill: "no" }));
    },
  },
  ...program.steps.filter(({ kind }) => kind === "page").map(({ id }) => pagePost(id)),
  {
    route: `POST ${apply.item(":application", ":step", ":item")}`,
    typed: Object.keys(degree)
      .filter((name) => name !== "jenjang")
      .map((name) => ({ name })),
    chosen: [{ name: "jenjang" }],
    hidden: ["version"],
    open: async (world) => {
      const { browser, application } = await listed(world);
      const address = apply.item(application, "pendidikan", 1);
      return stand(world, browser, address, address, (_, hidden) => ({ ...degree, version: hidden("version") }));
    },
  },
  {
    route: `POST ${apply.removeItem(":application", ":step", ":item")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await listed(world);
      const item = apply.item(application, "pendidikan", 2);
      await browser.get(item);
      await browser.post(item, { ...degree, version: browser.hidden("version") });
      const address = apply.removeItem(application, "pendidikan", 2);
      return stand(world, browser, address, address, () => ({}));
    },
  },
  {
    route: `POST ${apply.upload(":application", ":slot")}`,
    typed: [],
    file: "file",
    open: async (world) => {
      const { browser, application } = await drafted(world);
      return stand(
        world,
        browser,
        apply.step(application, "foto_ktp"),
        apply.upload(application, "foto_ktp"),
        () => ({}),
      );
    },
  },
  {
    route: `POST ${apply.uploads(":application", ":slot")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await drafted(world);
      const valid = () => ({ name: "ktp.jpg", size: "1000", sha256: "0".repeat(64) });
      const slot = apply.step(application, "foto_ktp");
      return stand(world, browser, slot, apply.uploads(application, "foto_ktp"), valid);
    },
  },
  {
    route: `POST ${apply.finishUpload(":application", ":slot", ":upload")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await drafted(world);
      const slot = apply.step(application, "foto_ktp");
      await browser.get(slot);
      const piece = await sendAll(world, browser, apply.uploads(application, "foto_ktp"));
      return stand(world, browser, slot, `${piece}/finish`, () => ({}));
    },
  },
  {
    route: `POST ${apply.reuse(":application", ":slot", ":document")}`,
    typed: [],
    open: async (world) => {
      const { browser, application, document } = await givenBefore(world);
      const address = apply.reuse(application, "ktp", document);
      return stand(world, browser, address, address, () => ({}));
    },
  },
  {
    route: `POST ${apply.removeDocument(":application", ":slot")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await drafted(world);
      const action = apply.removeDocument(application, "foto_ktp");
      return stand(world, browser, apply.step(application, "foto_ktp"), action, () => ({}));
    },
  },
  {
    // npwp-pribadi never closes, so that the choice leads back to the tasks whatever it says.
    route: `POST ${apply.closing(":application")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await drafted(world);
      const valid = () => ({ agree: "yes" });
      return stand(world, browser, apply.step(application, "foto_ktp"), apply.closing(application), valid);
    },
  },
  {
    route: `POST ${apply.submit(":application")}`,
    typed: [],
    chosen: [{ name: "declaration" }],
    open: async (world) => {
      const { browser, application } = await complete(world);
      const valid = () => ({ declaration: "yes" });
      return stand(world, browser, apply.check(application), apply.submit(application), valid);
    },
  },
  {
    route: `POST ${apply.appeal(":application")}`,
    typed: [{ name: "uraian_sanggah" }],
    open: async (world) => {
      const { id, accountId } = await aRejected(world.reviews, await aReviewer(world.reviews, world.institutionId));
      const browser = await signIn(world.app, accountId, "applicant");
      const valid = () => ({ uraian_sanggah: "KTP saya berlaku seumur hidup." });
      return stand(world, browser, apply.appeal(id), apply.appeal(id), valid);
    },
  },
  {
    route: `POST ${apply.fee(":application")}`,
    typed: [],
    chosen: [{ name: "method" }],
    open: async (world) => {
      const { id, browser } = await owing(world);
      return stand(world, browser, apply.fee(id), apply.fee(id), () => ({ method: "transfer" }));
    },
  },
  {
    route: `POST ${apply.tellFee(":application", ":payment")}`,
    typed: [
      { name: "bank" },
      { name: "name" },
      { name: "at.day", group: "at" },
      { name: "at.month", group: "at" },
      { name: "at.year", group: "at" },
      { name: "note" },
    ],
    open: async (world) => {
      const { browser, ...application } = await owing(world);
      const payment = await order(world.reviews, application);
      const { id } = application;
      const date = { "at.day": "20", "at.month": "11", "at.year": "2026" };
      const valid = () => ({ bank: "Bank Contoh", name: "Siti Contoh", ...date, note: "pukul 10.00" });
      return stand(world, browser, apply.fee(id), apply.tellFee(id, payment), valid);
    },
  },
  {
    route: `POST ${apply.withdraw(":application")}`,
    typed: [],
    open: async (world) => {
      const { browser, application } = await begun(world);
      return stand(world, browser, apply.withdraw(application), apply.withdraw(application), () => ({}));
    },
  },
];

/** A draft of another program by somebody whose KTP was taken in the first. */
const givenBefore = once(async (world): Promise<Draft & { readonly document: string }> => {
  const { browser, application } = await begin(world);
  await browser.get(apply.step(application, "foto_ktp"));
  const file = { field: "file", name: "ktp.jpg", type: "image/jpeg", bytes: await ktpJpeg() };
  await browser.upload(apply.upload(application, "foto_ktp"), {}, file);
  const { id } = await world.app.database.owner.kysely
    .selectFrom("documents")
    .select("id")
    .where("application_id", "=", application)
    .executeTakeFirstOrThrow();
  await publishFrom(world.app, "programs/jpt-bumn");
  await browser.get(paths.program("jpt-bumn"));
  const page = await browser.post(paths.startProgram("jpt-bumn"), {});
  return { browser, application: page.url.split("/").at(-1) ?? "", document: id };
});

/** Sends a photograph as the script of the page does, and gives where its pieces went. */
async function sendAll(world: World, browser: Browser, begin: string): Promise<string> {
  const bytes = Buffer.concat([await ktpJpeg(), randomBytes(16)]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const csrf = browser.csrf();
  const json = { accept: "application/json" };
  const fields = { csrf, name: "ktp.jpg", size: String(bytes.length), sha256 };
  const begun = await send(browser, world.app.origin + begin, {
    body: new URLSearchParams(fields).toString(),
    headers: { ...json, ...urlencoded },
  });
  const { piece } = JSON.parse(begun.html) as { piece: string };
  const headers = { ...json, "upload-offset": "0", "x-csrf": csrf };
  await send(browser, world.app.origin + piece, { body: bytes, headers });
  return piece;
}

/** A page of the program, in the first journey that comes by it, where everything before it is answered. */
function pagePost(page: string): Post {
  const path = journey.paths.find(({ steps }) => steps.some((step) => "page" in step && step.page === page));
  if (!path) throw new Error(`No journey comes by the page ${page}.`);
  const valid = validOf(path, page);
  // A field without a valid value may be one that is not asked in this journey, so nothing is promised of it.
  const names = typedFormNames(program, page).filter(({ name }) => name in valid);
  const fields = (wanted: boolean): PostField[] =>
    names.filter(({ type }) => offered.includes(type) === wanted).map(({ name, id }) => ({ name, group: id }));
  return {
    route: `POST ${apply.step(":application", ":step")}`,
    form: page,
    typed: fields(false),
    chosen: fields(true),
    hidden: ["version"],
    open: async (world) => {
      const { browser, application } = await walked(path)(world);
      const address = apply.step(application, page);
      return stand(world, browser, address, address, (_, hidden) => ({ ...valid, version: hidden("version") }));
    },
  };
}

function validOf(path: JourneyPath, page: string): Fields {
  for (const step of path.steps) if ("page" in step && step.page === page) return step.valid;
  return {};
}

interface Draft {
  readonly browser: Awaited<ReturnType<typeof anApplicant>>["browser"];
  readonly application: string;
}

function begin(world: World): Promise<Draft> {
  return beginOf(world, "npwp-pribadi");
}

async function beginOf(world: World, slug: string): Promise<Draft> {
  const { browser } = await anApplicant(world);
  await browser.get(paths.program(slug));
  const page = await browser.post(paths.startProgram(slug), {});
  return { browser, application: page.url.split("/").at(-1) ?? "" };
}

const drafted = once(begin);

/** A draft of the program with repeated pages. */
const listed = once(async (world) => {
  await publishFrom(world.app, "programs/jpt-bumn");
  return beginOf(world, "jpt-bumn");
});

const walks = new Map<JourneyPath, (world: World) => Promise<Draft>>();

/** An application in which a whole journey is answered. */
function walked(path: JourneyPath): (world: World) => Promise<Draft> {
  const known = walks.get(path);
  if (known) return known;
  const walk = once(async (world) => {
    const draft = await begin(world);
    for (const step of path.steps) {
      if (!("page" in step)) continue;
      const address = apply.step(draft.application, step.page);
      await draft.browser.get(address);
      const saved = await draft.browser.post(address, { ...step.valid, version: "0" });
      if (saved.status !== 200)
        throw new Error(`The page ${step.page} of ${path.path} was not saved (${saved.status}).`);
    }
    return draft;
  });
  walks.set(path, walk);
  return walk;
}

/** The draft of last time while it still is one, or else another. */
function whileDraft(make: (world: World) => Promise<Draft>): (world: World) => Promise<Draft> {
  let last: { readonly world: World; readonly draft: Draft } | undefined;
  return async (world) => {
    if (last?.world === world) {
      const { status } = await world.app.database.owner.kysely
        .selectFrom("applications")
        .select("status")
        .where("id", "=", last.draft.application)
        .executeTakeFirstOrThrow();
      if (status === "draft") return last.draft;
    }
    last = { world, draft: await make(world) };
    return last.draft;
  };
}

const begun = whileDraft(begin);

const complete = whileDraft(async (world) => {
  const { id, accountId } = await anApplication(world.reviews).complete();
  return { browser: await signIn(world.app, accountId, "applicant"), application: id };
});
