import { isDeepStrictEqual } from "node:util";
import { sql, type Kysely } from "kysely";
import {
  checkPage,
  projections,
  readPage,
  walk,
  type FieldError,
  type TypedPage,
  type Walk,
} from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Form } from "../../platform/http/form.ts";
import { nameIndexes, type Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { accountKey } from "../accounts/keys.ts";
import type { Catalog } from "../programs/catalog.ts";
import { maySave } from "./editable.ts";
import { identityContext, identityIndex, identityStep, isIdentityTaken, nameField } from "./identity.ts";
import { journeyState, loadApplication, pageContext, type Application } from "./load.query.ts";
import { isComplete, progressOf } from "./progress.ts";

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
 */
export async function savePage(
  services: SaveServices,
  input: { accountId: string; applicationId: string; page: string; form: Form; seenVersion: number },
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
  if (!maySave(application, input.page)) throw conflict("not_editable");
  const mine = readPage(compiled, input.page, input.form);
  const theirs = application.typed[input.page] ?? {};
  const isStale = (application.pageVersions[input.page] ?? 0) !== input.seenVersion;
  // A doubled click posts the same twice: the second has nothing to add and nothing to ask.
  if (isStale && !isDeepStrictEqual(mine, theirs)) {
    return { kind: "stale", application, mine, theirs };
  }
  const after: Application = {
    ...application,
    typed: { ...application.typed, [input.page]: mine },
    pageVersions: { ...application.pageVersions, [input.page]: (application.pageVersions[input.page] ?? 0) + 1 },
    updatedAt: application.now,
  };
  const walked = walk(compiled, journeyState(after));
  const taken = (await isTaken(services, after, input.page, walked)) ? identityStep(compiled) : undefined;
  const errors: PageError[] = [
    ...checkPage(compiled, input.page, mine, { now: application.now, others: walked.answers }).errors,
    ...takenError(compiled, taken?.id, input.page),
  ];
  if (
    !(await write(services, {
      before: application,
      after,
      page: input.page,
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

interface Write {
  readonly before: Application;
  readonly after: Application;
  readonly page: string;
  readonly mine: TypedPage;
  readonly walked: Walk;
  readonly invalid: readonly string[];
  readonly valid: boolean;
}

/** One statement: the page, and beside it what lists need. False when the application changed meanwhile. */
async function write(services: SaveServices, change: Write): Promise<boolean> {
  const { db, keyring } = services;
  const { after, walked, page } = change;
  const { compiled } = after;
  const progress = progressOf(walked, change.invalid);
  const sealed = seal(after.key, JSON.stringify(change.mine), pageContext(after.id, page));
  const name = nameField(compiled, walked.answers);
  const nik = identityStep(compiled)?.answer(walked.answers);
  const account = nik === undefined ? undefined : await accountKey(db, keyring, after.accountId);
  const result = await sql`
    with changed as (
      update applications set version = version + 1, updated_at = app_now(),
        progress = ${progress}::jsonb, complete = ${isComplete(progress)},
        projections = ${projections(compiled, walked.answers)}::jsonb,
        name_sealed = ${name === undefined ? null : seal(after.key, name, `applications|name|${after.id}`)}::bytea,
        name_indexes = ${name === undefined ? [] : nameIndexes(keyring, name)}::integer[],
        identity_index = ${nik === undefined ? null : identityIndex(keyring, nik)}::bytea,
        identity_sealed = ${nik === undefined || !account ? null : seal(account, nik, identityContext(after.id))}::bytea
      where id = ${after.id}::uuid and account_id = ${after.accountId}::uuid and version = ${change.before.version}
        and status = ${change.before.status}
      returning id, institution_id
    )
    insert into application_pages (application_id, institution_id, page, sealed, valid)
    select id, institution_id, ${page}, ${sealed}::bytea, ${change.valid} from changed
    on conflict on constraint application_pages__key
    do update set sealed = excluded.sealed, valid = excluded.valid, version = application_pages.version + 1, updated_at = app_now()
  `.execute(db);
  return Number(result.numAffectedRows ?? 0n) > 0;
}
