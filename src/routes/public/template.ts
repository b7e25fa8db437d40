import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { isUuid } from "../../registry/applications/load.query.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import { findTemplateFile } from "../../registry/programs/template-files.ts";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";

/**
 * The template of a document, to be filled in and uploaded. A draft that was begun under an older version names it, so
 * that it gets the form it was told of.
 */
export async function showTemplate(
  { db, catalog }: { readonly db: Kysely<DB>; readonly catalog: Catalog },
  visit: Visit,
): Promise<Response> {
  const program = await catalog.get(visit.params["program"] ?? "");
  const slotId = visit.params["slot"] ?? "";
  const versionId = await versionOf(db, program, visit.url.searchParams.get("version"));
  const compiled = await catalog.version(versionId);
  const step = compiled.stepsById.get(slotId)?.step;
  const path = step?.kind === "document" ? step.slot.template : undefined;
  if (path === undefined) throw notFound();
  if (compiled.program.templates === "signed_in" && visit.session === undefined) {
    return redirect(paths.account.loginThenGo(visit.url.pathname + visit.url.search));
  }
  const file = await findTemplateFile(db, { versionId, path });
  if (file === undefined) throw notFound();
  const name = path.split("/").at(-1) ?? "";
  return new Response(new Uint8Array(file.content), {
    headers: documentHeaders({ mediaType: file.mediaType, name }, "attachment"),
  });
}

async function versionOf(
  db: Kysely<DB>,
  program: { readonly id: string; readonly versionId: string },
  asked: string | null,
): Promise<string> {
  if (asked === null || !isUuid(asked)) return program.versionId;
  const row = await db
    .selectFrom("program_versions")
    .select("id")
    .where("id", "=", asked)
    .where("program_id", "=", program.id)
    .executeTakeFirst();
  return row?.id ?? program.versionId;
}
