import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { type Limits, networkOf, type Rule } from "../../platform/limits.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { notFound } from "../../platform/refusals.ts";
import { SourceSilent, type PersonFacts, type Source } from "../../platform/sources/source.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import type { Catalog } from "../programs/catalog.ts";

const HOUR = 3600;
/** Enough for whoever mistypes; nobody walks through numbers with so few. */
const perAccount: Rule = { name: "look-up-account", most: 5, seconds: HOUR };
const perAccountDay: Rule = { name: "look-up-account-day", most: 10, seconds: 24 * HOUR };
const perNetwork: Rule = { name: "look-up-network", most: 60, seconds: HOUR };

/** The two numbers by which somebody is looked up; sixteen digits each. */
export interface LookedUp {
  readonly nik: string;
  readonly kk: string;
}

const Asked = z.object({ nik: z.string(), kk: z.string() });

/**
 * Asks a program's source whether one person has both numbers, and gives the id of the question; the worker answers it.
 * Two numbers, because a NIK is known to many and has the birth date in it; the family card's is in neither. Refuses
 * (429) whoever asks too often, and (404) programs that do not begin with a source.
 */
export async function askSource(
  services: {
    readonly db: Kysely<DB>;
    readonly keyring: Keyring;
    readonly catalog: Catalog;
    readonly limits: Limits;
  },
  input: {
    readonly accountId: string;
    readonly program: string;
    readonly address: string;
    readonly numbers: LookedUp;
  },
): Promise<string> {
  const { db, keyring, catalog, limits } = services;
  const { accountId } = input;
  const program = await catalog.get(input.program);
  const { identity, checks = [] } = program.compiled.program;
  const [check] = checks;
  if (identity !== "linked" || !check) throw notFound();
  await limits.spend(perNetwork, networkOf(input.address));
  await limits.spend(perAccountDay, accountId);
  await limits.spend(perAccount, accountId);
  const id = uuidv7();
  const key = await accountKey(db, keyring, accountId);
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("source_lookups")
      .values({
        id,
        account_id: accountId,
        program_id: program.id,
        source: check.source,
        asked_sealed: seal(key, JSON.stringify(input.numbers), askedContext(id)),
      })
      .execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "source.look_up",
      institutionId: program.institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { source: check.source, lookup: id },
    });
    await enqueue(trx, "answer-lookup", { lookupId: id });
  });
  return id;
}

/**
 * Answers a question with what the source has, when both numbers are one person's; which of them was wrong is said to
 * nobody. Doing it twice does no harm. Needs the worker's connection.
 */
export async function answerLookup(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly sourceOf: (name: string) => Source },
  lookupId: string,
): Promise<void> {
  const { db, keyring, sourceOf } = services;
  const row = await db
    .selectFrom("source_lookups")
    .select(["account_id", "source", "asked_sealed"])
    .where("id", "=", lookupId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  if (!row?.asked_sealed) return;
  const key = await accountKey(db, keyring, row.account_id);
  const asked = Asked.parse(JSON.parse(open(key, row.asked_sealed, askedContext(lookupId)).toString("utf8")));
  const { outcome, person } = await find(sourceOf(row.source), asked);
  const answer = person && seal(key, JSON.stringify(person), answerContext(lookupId));
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("source_lookups")
      .set({ outcome, answered_at: sql`app_now()`, asked_sealed: null, answer_sealed: answer ?? null })
      .where("id", "=", lookupId)
      .execute();
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "source.answer_lookup",
      subjectKind: "account",
      subjectId: row.account_id,
      data: { source: row.source, lookup: lookupId, outcome },
    });
  });
}

async function find(
  source: Source,
  { nik, kk }: LookedUp,
): Promise<{ outcome: "found" | "not_found" | "not_available"; person?: PersonFacts & LookedUp }> {
  try {
    const person = await source.find(nik);
    // A source that knows no family card cannot tell the owner of the number from whoever heard of it.
    if (person?.kk !== kk) return { outcome: "not_found" };
    return { outcome: "found", person: { ...person, nik, kk } };
  } catch (error) {
    if (error instanceof SourceSilent) return { outcome: "not_available" };
    throw error;
  }
}

/** Forgets what was asked and answered more than an hour ago. */
export async function sweepLookups(db: Kysely<DB>): Promise<void> {
  await db
    .deleteFrom("source_lookups")
    .where("created_at", "<", sql<Date>`app_now() - interval '1 hour'`)
    .execute();
}

function askedContext(id: string): string {
  return `source_lookups|asked|${id}`;
}

/** Where a sealed answer belongs. */
export function answerContext(id: string): string {
  return `source_lookups|answer|${id}`;
}
