import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { formToken, hashToken, newToken } from "../src/platform/http/tokens.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { nameIndexes } from "../src/platform/keys/blind-index.ts";
import { newKey, seal } from "../src/platform/keys/seal.ts";
import { identityContext, identityIndex } from "../src/registry/applications/identity.ts";
import { pageContext } from "../src/registry/applications/load.query.ts";
import { newReceipt } from "../src/registry/applications/receipt.ts";
import { newAccountKey } from "../src/registry/accounts/keys.ts";
import { insert, type Rows } from "./insert.ts";
import type { Draft, Ground } from "./ground.ts";
import type { Stage } from "./stage.ts";

/** A signed-in person with one application. */
export interface Person {
  readonly accountId: string;
  readonly applicationId: string;
  readonly tokenHash: Buffer;
  readonly cookie: string;
  readonly csrf: string;
}

const batch = 2_000;

/** Makes people with sessions and applications in the state of the draft, in bulk; everything opens with its real key. */
export async function seedPeople(
  stage: Pick<Stage, "owner" | "keyring">,
  ground: Ground,
  draft: Draft,
  count: number,
): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const rows: Rows = {};
    const size = Math.min(batch, count - people.length);
    for (let made = 0; made < size; made++) people.push(makePerson(stage, ground, draft, rows));
    await insert(stage.owner.sql, rows);
  }
  return people;
}

function makePerson(stage: Pick<Stage, "owner" | "keyring">, ground: Ground, draft: Draft, rows: Rows): Person {
  const { keyring } = stage;
  const number = ground.nextNumber();
  const accountId = uuidv7();
  const applicationId = uuidv7();
  const token = newToken();
  const tokenHash = hashToken(token);
  const account = newAccountKey(keyring, accountId);
  const person = newKey();
  const nik = `3171${String(1 + Math.floor(number / 9_999)).padStart(2, "0")}170590${String((number % 9_999) + 1).padStart(4, "0")}`;
  const typed = draft.typed(number, nik);
  add(rows, "accounts", {
    id: accountId,
    status: "active",
    name_sealed: seal(account.key, draft.name, `accounts|name|${accountId}`),
    key_wrapped: account.wrapped,
  });
  add(rows, "sessions", { token_hash: tokenHash, account_id: accountId, ...ground.sessionUntil });
  add(rows, "person_keys", {
    account_id: accountId,
    institution_id: ground.institutionId,
    key_wrapped: seal(ground.institutionKey, person.bytes, `person_keys|${accountId}|${ground.institutionId}`),
  });
  add(rows, "applications", {
    id: applicationId,
    account_id: accountId,
    institution_id: ground.institutionId,
    program_id: ground.programId,
    version_id: ground.versionId,
    language: "id",
    once_key: `${ground.programId}:${accountId}`,
    receipt: newReceipt(),
    progress: draft.progress,
    complete: draft.complete,
    projections: draft.projections,
    name_sealed: seal(person, draft.name, `applications|name|${applicationId}`),
    name_indexes: `{${nameIndexes(keyring, draft.name).join(",")}}`,
    identity_index: identityIndex(keyring, nik),
    identity_sealed: seal(account.key, nik, identityContext(applicationId)),
  });
  for (const [page, answers] of Object.entries(typed)) {
    add(rows, "application_pages", {
      application_id: applicationId,
      institution_id: ground.institutionId,
      page,
      sealed: seal(person, JSON.stringify(answers), pageContext(applicationId, page)),
      valid: true,
    });
  }
  for (const slot of draft.documents) {
    const id = uuidv7();
    add(rows, "documents", {
      id,
      account_id: accountId,
      application_id: applicationId,
      institution_id: ground.institutionId,
      slot,
      status: "ready",
      name_sealed: seal(person, "ktp.jpg", `documents|name|${id}`),
      media_type: "image/jpeg",
      size: 200_000,
      sha256: randomBytes(32),
      original_blob: randomBytes(16).toString("hex"),
    });
  }
  const csrf = formToken(keyring.signing, token);
  return { accountId, applicationId, tokenHash, cookie: `${cookies.session}=${token}`, csrf };
}

function add(rows: Rows, table: string, row: Readonly<Record<string, unknown>>): void {
  (rows[table] ??= []).push(row);
}
