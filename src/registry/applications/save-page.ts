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
import type { Catalog } from "../programs/catalog.ts";
import { type Change, changeOf } from "./change.ts";
import { maySave } from "./editable.ts";
import { identityIndex, identityStep, isIdentityTaken } from "./identity.ts";
import { journeyState, loadApplication, pageContext, type Application } from "./load.query.ts";

export interface SaveServices {
  readonly db: Kysely<DB>;
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
 */
export async function savePage(
  services: SaveServices,
  input: {
    accountId: string;
    applicationId: string;
    page: string;
    item?: number | undefined;
    form: Form;
    seenVersion: number;
  },
): Promise<Saved> {
  // Somebody else's save of another page between our read and our write only means reckoning again.
  for (let tries = 0; tries < 5; tries++) {
    const saved = await trySave(services, input);
    if (saved) return saved;
  }
  throw conflict("busy");
}

async function trySave(services: SaveServices, input: Parameters<typeof savePage>[1]): Promise<Saved | undefined> {
  const application = await loadApplication(services, { applicationId: input.applicationId, owner: input.accountId });
  const { compiled } = application;
  const step = compiled.stepsById.get(input.page);
  if (step?.step.kind !== "page") throw notFound();
  const { item } = input;
  const key = itemKey(input.page, item);
  const isList = step.step.repeat !== undefined && item === undefined;
  if (item !== undefined) checkItem(application, step.step, item);
  if (!maySave(application, input.page, item)) throw conflict("not_editable");
  const mine = isList ? {} : readPage(compiled, input.page, input.form);
  const theirs = application.typed[key] ?? {};
  const seen = application.pageVersions[key] ?? 0;
  // A doubled click posts the same twice: the second has nothing to add and nothing to ask.
  if (seen !== input.seenVersion && !isDeepStrictEqual(mine, theirs)) {
    return { kind: "stale", application, mine, theirs };
  }
  const after: Application = {
    ...application,
    typed: { ...application.typed, [key]: mine },
    pageVersions: { ...application.pageVersions, [key]: item === undefined ? seen + 1 : application.version + 1 },
    version: application.version + 1,
    updatedAt: application.now,
  };
  const walked = walk(compiled, journeyState(after));
  const taken = (await isTaken(services, after, input.page, walked)) ? identityStep(compiled) : undefined;
  const own = isList
    ? []
    : checkPage(compiled, input.page, mine, { now: application.now, others: walked.answers }).errors;
  const errors: PageError[] = [...own, ...takenError(compiled, taken?.id, input.page)];
  if (
    !(await write(services, {
      before: application,
      after,
      page: input.page,
      item,
      mine,
      walked,
      invalid: taken ? [taken.id] : [],
      valid: errors.length === 0,
    }))
  ) {
    return undefined;
  }
  return { kind: "saved", application: after, walked, errors };
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

/** Whether the NIK is another account's: known from the load, and asked again only where it is typed. */
async function isTaken(services: SaveServices, after: Application, page: string, walked: Walk): Promise<boolean> {
  const identity = identityStep(after.compiled);
  if (identity?.id !== page) return after.identityTaken;
  const nik = identity.answer(walked.answers);
  return nik !== undefined && isIdentityTaken(services.db, identityIndex(services.keyring, nik), after.accountId);
}

interface Write extends Change {
  readonly page: string;
  readonly item: number | undefined;
  readonly mine: TypedPage;
  readonly valid: boolean;
}

/** One statement: the page, and beside it what lists need. False when the application changed meanwhile. */
async function write(services: SaveServices, change: Write): Promise<boolean> {
  const { after, item } = change;
  const key = itemKey(change.page, item);
  const sealed = seal(after.key, JSON.stringify(change.mine), pageContext(after.id, key));
  // The version of an item is that of the application, so that a number given again never meets an old form.
  const result = await sql`
    with changed as (${await changeOf(services, change)})
    insert into application_pages (application_id, institution_id, page, repeat_index, sealed, valid, version)
    select id, institution_id, ${key}, ${item ?? 0}::smallint, ${sealed}::bytea, ${change.valid},
      ${item === undefined ? sql`1` : sql`version`} from changed
    on conflict on constraint application_pages__key
    do update set sealed = excluded.sealed, valid = excluded.valid, updated_at = app_now(),
      version = ${item === undefined ? sql`application_pages.version + 1` : sql`excluded.version`}
  `.execute(services.db);
  return Number(result.numAffectedRows ?? 0n) > 0;
}
