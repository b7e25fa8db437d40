import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { FaceComparer } from "../../platform/faces/http-faces.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { SourceSilent } from "../../platform/sources/source.ts";
import { recordAudit } from "../audit/record.ts";
import { readDocumentPage } from "../documents/read.ts";
import type { Catalog } from "../programs/catalog.ts";
import { loadSubmitted } from "../reviews/submitted.query.ts";

const BATCH = 20;

interface CompareServices {
  /** A connection of the worker. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
  readonly comparer: FaceComparer;
}

/**
 * Has a service compare the pictures of submissions that it has not seen; it only advises the officer. While it is silent
 * nothing waits for it but its advice, and the next run asks again.
 */
export async function compareWaiting(services: CompareServices): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select a.id from applications a
      where a.version_id in (select v.id from program_versions v where v.definition -> 'face' is not null)
        and a.status in ('submitted', 'in_review')
        and not exists (select from face_checks c
          where c.application_id = a.id and c.round = a.round and c.compared_by = 'service')
      order by a.submitted_at limit ${BATCH}`.execute(services.db);
  for (const { id } of rows) {
    try {
      await compareOne(services, id);
    } catch (error) {
      if (error instanceof SourceSilent) return;
      throw error;
    }
  }
}

async function compareOne(services: CompareServices, applicationId: string): Promise<void> {
  const { db, comparer } = services;
  const application = await db.transaction().execute((trx) => loadSubmitted(trx, services, applicationId));
  const { round, institutionId, current, compiled } = application;
  const { face } = compiled.program;
  const selfie = current.documents[face?.selfie ?? ""];
  const card = current.documents[face?.card ?? ""];
  if (selfie === undefined || card === undefined) return;
  const picture = async (documentId: string) => {
    const viewer = { institutions: [institutionId] };
    return (await readDocumentPage(services, { documentId, page: 1, viewer })).bytes;
  };
  const outcome = await comparer.compare(await picture(selfie), await picture(card));
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("face_checks")
      .values({
        application_id: applicationId,
        round,
        compared_by: "service",
        institution_id: institutionId,
        outcome,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "application.compare_faces",
      institutionId,
      subjectKind: "application",
      subjectId: applicationId,
      data: { round, outcome },
    });
  });
}
