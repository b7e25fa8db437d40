import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { sql, type Kysely } from "kysely";
import type { Step } from "../../program/compile.ts";
import { checkPage, readPage, walk, type FieldError, type TypedPage, type Walk } from "../../program/journey.ts";
import { itemKey, itemNumbers } from "../../program/repeat.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Form } from "../../platform/http/form.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { feeOf } from "../fees/fee-of.ts";
import type { Catalog } from "../programs/catalog.ts";
import { type Change, changeOf } from "./change.ts";
import { maySave } from "./editable.ts";
import { identityIndex, identityStep, findNikElsewhere } from "./identity.ts";
import { journeyState, loadApplication, pageContext, type Application } from "./load.query.ts";
import { isComplete, progressOf } from "./progress.ts";

/** More tabs than anybody saves at once, and some 300 ms of waiting at most. */
const MOST_TRIES = 12;

export interface SaveServices {
  readonly db: Kysely<DB>;
  /** Where the application is read, see `Db`; within a transaction it is read there. */
  readonly reads?: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
}

/** A field of the page is wrong; `taken` is a NIK that another account has claimed. */
export type PageError = FieldError | (Omit<FieldError, "code"> & { readonly code: "nik_taken" });

export type Saved =
  | {
      readonly kind: "saved";
      readonly application: Application;
      readonly walked: Walk;
      readonly errors: readonly PageError[];
    }
  | { readonly kind: "stale"; readonly application: Application; readonly mine: TypedPage; readonly theirs: TypedPage };

/**
 * Saves one page as it was typed, wrong or right. `seenVersion` is the version of the page that the
 * form was made from (0 for none): when another tab saved meanwhile nothing is written and both are
 * given back. Refuses pages that may not be changed now (409) or do not exist (404).
 *
 * Of a repeated page `item` is saved; without it, that the person went past its list. An item that is not there is
 * added, while the list may grow.
 *
 * `byItself` is a save that nobody pressed a button for. It shows no errors when the page is opened again, and it is
 * withheld (409) where half a change would keep a complete draft from being sent at the closing.
 */
export async function savePage(services: SaveServices, input: PageInput): Promise<Saved> {
  // Somebody else's save of another page between our read and our write only means reckoning again. Of those who read at
  // one moment one writes; the others would meet again, so each waits a little, and not all the same.
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const saved = await trySave(services, input);
    if (saved) return saved;
    await sleep(Math.random() * 5 * tries);
  }
  throw conflict("busy");
}

/** A page, or an item of it, as it comes from its form. */
export interface PageInput {
  readonly accountId: string;
  readonly applicationId: string;
  readonly page: string;
  readonly item?: number | undefined;
  readonly form: Form;
  readonly seenVersion: number;
  readonly byItself?: boolean;
}

async function trySave(services: SaveServices, input: PageInput): Promise<Saved | undefined> {
  const { db, reads = db, keyring, catalog } = services;
  const before = { applicationId: input.applicationId, owner: input.accountId };
  const application = await loadApplication({ db: reads, keyring, catalog }, before);
  const { compiled } = application;
  const step = compiled.stepsById.get(input.page);
  if (step?.step.kind !== "page") throw notFound();
  const { item, byItself = false } = input;
  const key = itemKey(input.page, item);
  const isList = step.step.repeat !== undefined && item === undefined;
  if (item !== undefined) checkItem(application, step.step, item);
  if (!maySave(application, input.page, item)) throw conflict("not_editable");
  const mine = isList ? {} : readPage(compiled, input.page, input.form);
  const theirs = application.typed[key] ?? {};
  const seen = application.pageVersions[key] ?? 0;
  const isSame = isDeepStrictEqual(mine, theirs);
  // A doubled click posts the same twice: the second has nothing to add and nothing to ask.
  if (seen !== input.seenVersion && !isSame) return { kind: "stale", application, mine, theirs };
  if (byItself && isSame && Object.hasOwn(application.typed, key)) {
    return { kind: "saved", application, walked: walk(compiled, journeyState(application)), errors: [] };
  }
  const after = withPage(application, key, {
    typed: mine,
    version: item === undefined ? seen + 1 : undefined,
    byItself,
  });
  const walked = walk(compiled, journeyState(after));
  const taken = (await isTaken(services, after, input.page, walked)) ? identityStep(compiled) : undefined;
  const own = isList
    ? []
    : checkPage(compiled, input.page, mine, { now: application.now, others: walked.answers }).errors;
  const errors: PageError[] = [...own, ...takenError(compiled, taken?.id, input.page)];
  const invalid = taken ? [taken.id] : [];
  if (
    byItself &&
    isPromised(application) &&
    !isComplete(progressOf(walked, invalid, feeOf(compiled, walked, application.feePaid)))
  ) {
    throw conflict("withheld");
  }
  if (
    !(await write(services, {
      before: application,
      after,
      page: input.page,
      item,
      mine,
      walked,
      invalid,
      valid: errors.length === 0,
      unfinished: byItself,
    }))
  ) {
    return undefined;
  }
  return { kind: "saved", application: after, walked, errors };
}

/** The application as it is once a page is saved; an item takes the version of the application. */
function withPage(
  application: Application,
  key: string,
  page: { readonly typed: TypedPage; readonly version: number | undefined; readonly byItself: boolean },
): Application {
  const version = application.version + 1;
  const unfinished = new Set(application.unfinished);
  if (page.byItself) unfinished.add(key);
  else unfinished.delete(key);
  return {
    ...application,
    unfinished,
    typed: { ...application.typed, [key]: page.typed },
    pageVersions: { ...application.pageVersions, [key]: page.version ?? version },
    version,
    updatedAt: application.now,
  };
}

/** A draft that will be sent at the closing as it is now. */
function isPromised({ status, complete, agreedAt }: Application): boolean {
  return status === "draft" && complete && agreedAt !== null;
}

/** Refuses (404) an item of a page that has none, and (409) one more than the list may hold. */
function checkItem(application: Application, step: Step, item: number): void {
  if (step.kind !== "page" || step.repeat === undefined) throw notFound();
  const items = itemNumbers(application.typed, step.id);
  if (items.includes(item)) return;
  if (items.length >= step.repeat.max) throw conflict("not_editable");
}

function takenError(compiled: Application["compiled"], step: string | undefined, page: string): PageError[] {
  if (step !== page) return [];
  const field = identityStep(compiled)?.field;
  return field ? [{ field: field.names[0] ?? "", id: field.definition.id, code: "nik_taken", params: {} }] : [];
}

/** Whether another account has proved the NIK: known from the load, and asked again only where it is typed. */
async function isTaken(services: SaveServices, after: Application, page: string, walked: Walk): Promise<boolean> {
  const identity = identityStep(after.compiled);
  if (identity?.id !== page) return after.identityTaken;
  const nik = identity.answer(walked.answers);
  if (nik === undefined) return false;
  return (await findNikElsewhere(services.db, identityIndex(services.keyring, nik), after.accountId)) === "taken";
}

interface Write extends Change {
  readonly page: string;
  readonly item: number | undefined;
  readonly mine: TypedPage;
  readonly valid: boolean;
  readonly unfinished: boolean;
}

/** One statement: the page, and beside it what lists need. False when the application changed meanwhile. */
async function write(services: SaveServices, change: Write): Promise<boolean> {
  const { after, item } = change;
  const key = itemKey(change.page, item);
  const sealed = seal(after.key, JSON.stringify(change.mine), pageContext(after.id, key));
  // The version of an item is that of the application, so that a number given again never meets an old form.
  const result = await sql`
    with changed as (${await changeOf(services, change)})
    insert into application_pages (application_id, institution_id, page, repeat_index, sealed, valid, unfinished, version)
    select id, institution_id, ${key}, ${item ?? 0}::smallint, ${sealed}::bytea, ${change.valid},
      ${change.unfinished}, ${item === undefined ? sql`1` : sql`version`} from changed
    on conflict on constraint application_pages__key
    do update set sealed = excluded.sealed, valid = excluded.valid, unfinished = excluded.unfinished, updated_at = app_now(),
      version = ${item === undefined ? sql`application_pages.version + 1` : sql`excluded.version`}
  `.execute(services.db);
  return Number(result.numAffectedRows ?? 0n) > 0;
}
