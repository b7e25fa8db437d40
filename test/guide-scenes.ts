import { createHash } from "node:crypto";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { v7 as uuidv7 } from "uuid";
import { paths } from "../src/paths.ts";
import { walk } from "../src/program/journey.ts";
import type { Db } from "../src/platform/db/connect.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { ensurePersonKey } from "../src/registry/accounts/keys.ts";
import { progressOf } from "../src/registry/applications/progress.ts";
import { newReceipt } from "../src/registry/applications/receipt.ts";
import { savePage } from "../src/registry/applications/save-page.ts";
import type { Catalog, ListedProgram } from "../src/registry/programs/catalog.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import type { Language } from "../src/texts/texts.ts";
import { asForm, loadJourney } from "./journey.ts";

/** A product in which every program is published, and its makers of people: of a test, or of the running product. */
export interface GuideStage {
  readonly database: { readonly owner: Db; readonly web: Db };
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  /** Gives the id of a new account. */
  anAccount(name: string): Promise<string>;
  /** Applications of npwp-pribadi by somebody of this name. */
  aCompleteDraft(name: string): Promise<Owned>;
  aSubmittedApplication(name: string): Promise<Owned>;
}

interface Owned {
  readonly id: string;
  readonly accountId: string;
}

/** A page that a guide shows. */
export interface GuideScene {
  /** The program whose guide shows it, or `platform`. */
  readonly place: string;
  readonly scene: string;
  readonly path: string;
  readonly size: "phone" | "desk";
  readonly as?: Visitor;
}

const name = "Siti Contoh";

/** Every page of which there is a picture, with the made-up people who stand on it; all programs are open for it. */
export async function guideScenes(stage: GuideStage): Promise<GuideScene[]> {
  await stage.database.owner.sql`
    update programs
    set opens_at = least(opens_at, app_now() - interval '1 day'),
        closes_at = case when closes_at is null then null else greatest(closes_at, app_now() + interval '30 days') end`;
  const as = await aSession(stage, await stage.anAccount(name));
  const draft = await stage.aCompleteDraft(name);
  const sent = await stage.aSubmittedApplication(name);
  const drafts = await aSession(stage, draft.accountId);
  const senders = await aSession(stage, sent.accountId);
  const shared = { place: "platform", size: "phone" } as const;
  const scenes: GuideScene[] = [
    { ...shared, scene: "register", path: paths.account.register },
    { ...shared, scene: "login", path: paths.account.login },
    { ...shared, scene: "check", path: paths.apply.check(draft.id), as: drafts },
    { ...shared, scene: "receipt", path: paths.apply.receipt(sent.id), as: senders },
    { ...shared, scene: "status", path: paths.apply.status(sent.id), as: senders },
  ];
  for (const program of await stage.catalog.list()) scenes.push(...(await scenesOf(stage, program, as)));
  return scenes;
}

interface Visitor {
  readonly accountId: string;
  /** The value of the session cookie. */
  readonly session: string;
}

async function aSession({ database }: GuideStage, accountId: string): Promise<Visitor> {
  const session = await startSession(database.web.kysely, { accountId, kind: "applicant", factor: false });
  return { accountId, session };
}

/** The page of a program, its list of parts, and the first pages of two parts with a document, filled in as its journey says. */
async function scenesOf(stage: GuideStage, program: ListedProgram, as: Visitor): Promise<GuideScene[]> {
  const { slug, compiled } = program;
  const shared = { place: slug, size: "phone" } as const;
  const front: GuideScene = { ...shared, scene: "program", path: paths.program(slug) };
  if (compiled.program.account === "none") return [front];
  const { id } = await aDraftRegardless(stage, program, as.accountId);
  const services = { db: stage.database.web.kysely, keyring: stage.keyring, catalog: stage.catalog };
  const steps = loadJourney(`programs/${slug}`).paths[0]?.steps ?? [];
  const pages = steps.flatMap((step) => ("page" in step ? step : []));
  const firsts = compiled.program.tasks.flatMap((task) => {
    const first = pages.find(({ page }) => task.pages.some((one) => one.page === page));
    return first ?? [];
  });
  const shown = firsts.slice(0, 2);
  for (const { page, items, valid } of shown) {
    if (items !== undefined) continue;
    const input = { accountId: as.accountId, applicationId: id, page, form: asForm(valid), seenVersion: 0 };
    await savePage(services, input);
  }
  const document = steps.find((step) => "document" in step)?.document;
  const ids = [...shown.map(({ page }) => page), ...(document === undefined ? [] : [document])];
  return [
    front,
    { ...shared, scene: "tasks", path: paths.apply.tasks(id), size: "desk", as },
    ...ids.map((step) => ({ ...shared, scene: `step-${step}`, path: paths.apply.step(id, step), as })),
  ];
}

/** A draft of somebody who need not have what the program asks for first: a picture of it can be taken all the same. */
async function aDraftRegardless(
  { database, keyring }: GuideStage,
  program: ListedProgram,
  accountId: string,
): Promise<Owned> {
  const { kysely } = database.owner;
  const id = uuidv7();
  const { institutionId } = program;
  await ensurePersonKey(kysely, keyring, { accountId, institutionId });
  await kysely
    .insertInto("applications")
    .values({
      id,
      account_id: accountId,
      institution_id: institutionId,
      program_id: program.id,
      version_id: program.versionId,
      language: "id",
      receipt: newReceipt(),
      progress: progressOf(walk(program.compiled, { typed: {}, documents: {}, now: new Date() })),
    })
    .execute();
  return { id, accountId };
}

/** The page of a scene as it is answered at an address without a slash at its end. */
export async function fetchScene(origin: string, scene: GuideScene, language: Language): Promise<string> {
  const session = scene.as ? `; ${cookies.session}=${scene.as.session}` : "";
  const headers = { cookie: `${cookies.language}=${language}${session}` };
  const answer = await fetch(origin + scene.path, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${scene.place}/${scene.scene} answers ${answer.status}`);
  return answer.text();
}

const outlined = new Set(["h1", "h2", "h3", "legend", "label", "button", "summary"]);

/** A short hash of the headings, labels and buttons of a page, whatever its figures: when it changes, so does its look. */
export function outlineOf(html: string): string {
  const words: string[] = [];
  visit(parse(html), false);
  return createHash("sha256").update(words.join("\n")).digest("base64url").slice(0, 16);

  function visit(node: DefaultTreeAdapterTypes.Node, within: boolean): void {
    const { tagName = "", attrs = [], childNodes = [] } = node as Partial<DefaultTreeAdapterTypes.Element>;
    const inside = within || tagName === "main";
    // The question for people is another one each time.
    if (attrs.some(({ name, value }) => name === "for" && value === "human")) return;
    if (inside && outlined.has(tagName)) words.push(`${tagName} ${textOf(node)}`);
    else for (const child of childNodes) visit(child, inside);
  }
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  const { childNodes = [] } = node as Partial<DefaultTreeAdapterTypes.Element>;
  return childNodes
    .map(textOf)
    .join("")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/R(?:-[0-9A-Z]{5}){2}|\d+/g, "0")
    .trim();
}
