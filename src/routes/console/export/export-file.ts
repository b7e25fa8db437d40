import { csvStream } from "../../../platform/files/csv.ts";
import { xlsxFile } from "../../../platform/files/xlsx.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { columnField, exportColumns, type ExportFact } from "../../../registry/reviews/export-columns.ts";
import { exportRows } from "../../../registry/reviews/export-rows.ts";
import type { ReadyExport } from "../../../registry/reviews/export.query.ts";
import type { SubmittedApplication } from "../../../registry/reviews/submitted.query.ts";
import { momentWords, shortMoment } from "../../../texts/dates.ts";
import { sayIn } from "../../../texts/texts.ts";
import type { ConsoleServices } from "../services.ts";
import { stateTag } from "../states.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * The file of an export. Its first line says who took it when, so that a copy found somewhere tells
 * where it came from. CSV leaves row by row; a workbook is put together in memory, of 500 rows at most.
 */
export async function exportFile(
  services: ConsoleServices,
  found: ReadyExport,
  who: { readonly actorId: string; readonly institutions: readonly string[] },
): Promise<Response> {
  const { format, slug, language } = found;
  const compiled = await services.catalog.version(found.versionId);
  const columns = exportColumns(compiled, language);
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const say = sayIn(language);
  const head = [
    [
      say("console.export.watermark", {
        officer: who.actorId,
        at: momentWords(found.at, found.zone, language),
        export: found.id,
        part: found.part,
        parts: found.parts,
      }),
    ],
    found.columns.map((column) => {
      // A version that was published meanwhile may not have the field any more.
      if (!labels.has(column)) return columnField(column) ?? column;
      return labels.get(column) ?? say(`console.export.fact.${column as ExportFact}`);
    }),
  ];
  const rows = withHead(
    head,
    exportRows(services, {
      institutions: who.institutions,
      applications: found.applications,
      columns: found.columns,
      specific: new Set(columns.filter(({ specific }) => specific).map(({ id }) => id)),
      language,
      sayFact: (fact, application) => sayFact(fact, application, found),
    }),
  );
  const name = `${slug}-${found.at.toISOString().slice(0, 10)}-${found.part}.${format}`;
  const headers = documentHeaders({ mediaType: types[format], name }, "attachment");
  if (format === "csv") return new Response(csvStream(rows), { headers });
  const all: string[][] = [];
  for await (const batch of rows) all.push(...batch);
  return new Response(await xlsxFile(all, { sheet: slug.slice(0, 31), bold: 1 }), { headers });
}

async function* withHead(head: string[][], rows: AsyncGenerator<string[][]>): AsyncGenerator<string[][]> {
  yield head;
  yield* rows;
}

function sayFact(fact: ExportFact, application: SubmittedApplication, { language }: ReadyExport): string {
  switch (fact) {
    case "receipt":
      return application.receipt;
    case "number":
      return application.number ?? "";
    case "status":
      return stateTag(application.status, sayIn(language)).text;
    case "submitted_at":
      return shortMoment(application.current.submittedAt, application.zone, language);
  }
}
