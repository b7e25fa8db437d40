import { sql, type Kysely } from "kysely";
import type { Check } from "../../program/definition.ts";
import { walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { facts, SourceSilent, type PersonFacts, type Source } from "../../platform/sources/source.ts";
import { identityStep } from "../applications/identity.ts";
import { recordAudit } from "../audit/record.ts";
import { proveNikBySource } from "../nik-claims/prove.ts";
import type { Catalog } from "../programs/catalog.ts";
import { loadSubmitted, type SubmittedApplication } from "../reviews/submitted.query.ts";
import { match, type Match } from "./match.ts";

const BATCH = 100;

/** Sources that were silent in this run, with the moment before which asking again is of no use, where it is known. */
type Silent = Map<string, Date | undefined>;

/** One question that waits for a source. */
interface Question {
  readonly application: SubmittedApplication;
  readonly check: Check;
  readonly stated: ReturnType<typeof statedFacts>;
  /** Whether it is asked by the NIK that the application says is the applicant's own. */
  readonly ownNik: boolean;
}

type Result = Match & {
  readonly until?: Date | undefined;
  /** Name and birth date of the person with the applicant's NIK were compared, and nothing differs. */
  readonly proves?: boolean;
};

interface CheckServices {
  /** A connection of the worker, which alone may read sources. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly sourceOf: (name: string) => Source;
}

/**
 * Compares submissions that wait for it with the sources of their programs: those never compared, and those whose time
 * to ask again has come. Sources are asked side by side, each one question after another, so that a slow one holds up
 * nobody else's answer. It goes on until none is left or `until` (milliseconds since 1970) has passed. A source that is
 * silent is not asked a second time in the same run; what asks for it waits. Throws what went wrong with one of them when
 * the others were done. With `all` it looks through every undecided submission, and else through those of the last hour
 * only: most were compared long ago, and there may be a million of them.
 */
export async function checkWaiting(
  services: CheckServices,
  { until, all = false }: { readonly until: number; readonly all?: boolean },
): Promise<void> {
  const silent: Silent = new Map();
  for (;;) {
    const waiting = await listWaiting(services.db, all);
    const failures: unknown[] = [];
    const failed = (error: unknown) => {
      failures.push(error);
      return [];
    };
    const questions: Question[] = [];
    for (const applicationId of waiting)
      questions.push(...(await listQuestions(services, applicationId).catch(failed)));
    const bySource = Map.groupBy(questions, ({ check }) => check.source);
    const asking = [...bySource.values()].map(async (ofOne) => {
      for (const question of ofOne) {
        if (Date.now() > until) return;
        await answerQuestion(services, question, silent).catch(failed);
      }
    });
    await Promise.all(asking);
    // One that cannot be read must not stand in the way of the others, and must not pass in silence either.
    if (failures.length > 0) throw failures[0];
    if (Date.now() > until) return;
    if (waiting.length < BATCH) return;
  }
}

async function listWaiting(db: Kysely<DB>, all: boolean): Promise<readonly string[]> {
  const recent = all ? sql`` : sql`and a.submitted_at > app_now() - interval '1 hour'`;
  const { rows } = await sql<{ id: string }>`
    select a.id from applications a
      where a.version_id in (select v.id from program_versions v where jsonb_array_length(v.definition -> 'checks') > 0)
        and a.status in ('submitted', 'in_review') ${recent}
        and (select count(*) from source_checks c where c.application_id = a.id and c.round = a.round)
          < (select jsonb_array_length(v.definition -> 'checks') from program_versions v where v.id = a.version_id)
    union
    select a.id from source_checks c join applications a on a.id = c.application_id and a.round = c.round
      where c.next_at <= app_now()
    limit ${BATCH}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What the sources of an application are to be asked now. */
async function listQuestions(services: CheckServices, applicationId: string): Promise<readonly Question[]> {
  const { db } = services;
  const application = await db.transaction().execute((trx) => loadSubmitted(trx, services, applicationId));
  const { answers } = walk(application.compiled, {
    typed: application.current.typed,
    documents: {},
    now: application.current.submittedAt,
  });
  const answered = await db
    .selectFrom("source_checks")
    .select("source")
    .where("application_id", "=", application.id)
    .where("round", "=", application.round)
    .where((eb) => eb.or([eb("next_at", "is", null), eb("next_at", ">", sql<Date>`app_now()`)]))
    .execute();
  const done = new Set(answered.map(({ source }) => source));
  const own = identityStep(application.compiled)?.field.definition.id;
  return (application.compiled.program.checks ?? [])
    .filter(({ source }) => !done.has(source))
    .map((check) => ({ application, check, stated: statedFacts(check, answers), ownNik: check.facts.nik === own }));
}

/** Asks one question, and writes the answer at once: it waits for no other source. */
async function answerQuestion(services: CheckServices, question: Question, silent: Silent): Promise<void> {
  const result = await ask(services, question, silent);
  const { application, check } = question;
  await services.db.transaction().execute((trx) => keep(trx, application, check.source, result));
}

/** The NIK and the facts that a check compares, from the answers to the fields it names; "" for what was not asked. */
export function statedFacts({ facts: fields }: Pick<Check, "facts">, answers: Readonly<Record<string, unknown>>) {
  const answerOf = (id: string | undefined) => {
    const answer = id === undefined ? undefined : answers[id];
    return typeof answer === "string" ? answer : "";
  };
  const person: PersonFacts = Object.fromEntries(facts.map((fact) => [fact, answerOf(fields[fact])]));
  return { nik: answerOf(fields.nik), person };
}

async function ask({ sourceOf }: CheckServices, question: Question, silent: Silent): Promise<Result> {
  const { check, stated, ownNik } = question;
  if (silent.has(check.source)) return { outcome: "not_available", until: silent.get(check.source) };
  try {
    const known = await sourceOf(check.source).find(stated.nik);
    const result = match(stated.person, known);
    // Whoever only heard of a number is right in a list of numbers as well.
    const compared = (["name", "birth_date"] as const).every((fact) => stated.person[fact] && known?.[fact]);
    return { ...result, proves: ownNik && result.outcome === "right" && compared };
  } catch (error) {
    if (!(error instanceof SourceSilent)) throw error;
    silent.set(check.source, error.until);
    return { outcome: "not_available", until: error.until };
  }
}

async function keep(trx: Kysely<DB>, application: SubmittedApplication, source: string, result: Result): Promise<void> {
  const { id, round, institutionId } = application;
  const differing = result.outcome === "different" ? [...result.facts] : [];
  const again = result.outcome === "not_available";
  const until = result.until ?? null;
  await sql`
    insert into source_checks (application_id, round, source, institution_id, outcome, facts, next_at)
      values (${id}, ${round}, ${source}, ${institutionId}, ${result.outcome}, ${differing},
        case when ${again} then coalesce(${until}::timestamptz, app_now() + interval '2 minutes') end)
    on conflict (application_id, round, source) do update set
      outcome = excluded.outcome, facts = excluded.facts, checked_at = app_now(),
      tries = case when ${again} and source_checks.outcome = 'not_available' then source_checks.tries + 1 else 1 end,
      next_at = case when ${again} then coalesce(${until}::timestamptz,
        app_now() + least(interval '1 hour', interval '1 minute' * power(2, least(source_checks.tries, 6) + 1))) end`.execute(
    trx,
  );
  await recordAudit(trx, {
    actorId: null,
    actorKind: "system",
    action: "application.check_source",
    institutionId,
    subjectKind: "application",
    subjectId: id,
    data: { round, source, outcome: result.outcome, facts: differing },
  });
  if (result.proves) await proveNikBySource(trx, application, source);
}
