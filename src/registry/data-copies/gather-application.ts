import { sql } from "kysely";
import { openAppealForm } from "../appeals/appeal.query.ts";
import { loadApplication, openPages, type Application } from "../applications/load.query.ts";
import { listPayments } from "../fees/payments.ts";
import { openTold } from "../fees/told.ts";
import { listHistory } from "../reviews/history.query.ts";
import { openVerdictNote } from "../reviews/notes.ts";
import { listOwnDocuments } from "./documents.query.ts";
import type { CopyServices } from "./services.ts";

/** Everything that is kept of one application. */
export type ApplicationData = Awaited<ReturnType<typeof gatherApplication>>;

/** The applications of a person, the oldest first. */
export async function listApplicationIds({ db }: Pick<CopyServices, "db">, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("applications")
    .select("id")
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
  return rows.map(({ id }) => id);
}

/** Opens everything that is kept of an application and that its owner may know. Officers appear without who they are. */
export async function gatherApplication(services: CopyServices, applicationId: string, accountId: string) {
  const application = await loadApplication(services, { applicationId, owner: accountId });
  const { compiled } = application;
  const history = await listHistory(services.db, { applicationId, key: application.key });
  return {
    program: compiled.program.program,
    title: compiled.program.title,
    institution: application.institution,
    status: application.status,
    round: application.round,
    receipt: application.receipt,
    number: application.number,
    agreed_at: application.agreedAt,
    declared_at: application.declaredAt,
    submitted_at: application.submittedAt,
    decided_at: application.decidedAt,
    updated_at: application.updatedAt,
    marks: application.marks,
    answers: application.typed,
    labels: labelsOf(application),
    rounds: await roundsOf(services, application),
    documents: await listOwnDocuments(services, { applicationId, accountId }),
    history: history.map(({ actorId: _who, ...entry }) => entry),
    verdicts: await toldVerdicts(services, application),
    appeals: await appealsOf(services, application),
    sources: await services.db
      .selectFrom("source_checks")
      .select(["source", "round", "outcome", "facts", "checked_at"])
      .where("application_id", "=", applicationId)
      .execute(),
    faces: await services.db
      .selectFrom("face_checks")
      .select(["round", "compared_by", "outcome", "checked_at"])
      .where("application_id", "=", applicationId)
      .execute(),
    payments: await paymentsOf(services, application),
    uploads_on_their_way: await services.db
      .selectFrom("uploads")
      .select(["slot", "size", "received", "touched_at"])
      .where("application_id", "=", applicationId)
      .execute(),
  };
}

/** The question of each field, so that answers can be read without the program file. */
function labelsOf({ compiled }: Application): Record<string, unknown> {
  return Object.fromEntries([...compiled.fieldsById].map(([id, { definition }]) => [id, definition.label]));
}

async function roundsOf({ db }: CopyServices, { id, key }: Application) {
  const rounds = await db
    .selectFrom("application_rounds")
    .select(["round", "submitted_at", "pages"])
    .where("application_id", "=", id)
    .orderBy("round")
    .execute();
  return rounds.map(({ pages, ...row }) => {
    const { pages: sealed, documents } = pages as { pages: Record<string, string>; documents: Record<string, string> };
    return { ...row, answers: openPages(key, id, sealed), documents };
  });
}

/** Verdicts of rounds whose outcome was told; those of a round that is still looked at are notes of an officer. */
async function toldVerdicts({ db }: CopyServices, { id, key }: Application) {
  const rows = await db
    .selectFrom("application_verdicts as v")
    .select(["v.round", "v.kind", "v.target", "v.verdict", "v.reason", "v.note_sealed", "v.decided_at"])
    .where("v.application_id", "=", id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("application_events as e")
          .select(sql`1`.as("one"))
          .whereRef("e.application_id", "=", "v.application_id")
          .whereRef("e.round", "=", "v.round")
          .where("e.kind", "in", ["returned", "accepted", "rejected"]),
      ),
    )
    .orderBy("v.decided_at")
    .execute();
  return rows.map(({ note_sealed, ...row }) => ({
    ...row,
    note:
      openVerdictNote(key, { applicationId: id, round: row.round, kind: row.kind, id: row.target }, note_sealed) ?? "",
  }));
}

/** Orders and money, with what the person said of a transfer. */
async function paymentsOf({ db }: CopyServices, { id, key }: Application) {
  const payments = await listPayments(db, id);
  const told = await db
    .selectFrom("payments")
    .select(["id", "told_sealed"])
    .where("application_id", "=", id)
    .where("told_sealed", "is not", null)
    .execute();
  return payments.map((payment) => {
    const sealed = told.find((one) => one.id === payment.id)?.told_sealed;
    return { ...payment, told: sealed ? openTold(key, payment.id, sealed) : undefined };
  });
}

async function appealsOf({ db }: CopyServices, { id, key }: Application) {
  const rows = await db
    .selectFrom("application_appeals")
    .select(["id", "form_sealed", "sent_at", "answer", "answered_at"])
    .where("application_id", "=", id)
    .orderBy("sent_at")
    .execute();
  return rows.map(({ id: appeal, form_sealed, ...row }) => ({
    ...row,
    typed: openAppealForm(key, appeal, form_sealed),
  }));
}
