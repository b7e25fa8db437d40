import { inLanguage, type DocumentSlot, type Program } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import type { Say } from "../../texts/texts.ts";
import type { Visit } from "../route.ts";

interface DocumentTableProps {
  readonly program: Program;
  readonly visit: Visit;
}

/** Every document that may be asked for, so that nobody finds out at the last step. */
export function DocumentTable({ program, visit }: DocumentTableProps) {
  const { say } = visit;
  const slots = program.tasks.flatMap((task) =>
    task.documents.map((slot) => ({ slot, conditional: slot.when !== undefined || task.when !== undefined })),
  );
  const mayDownload = program.templates === "public" || visit.session !== undefined;
  if (slots.length === 0) return <p class="govuk-body">{say("program.no_documents")}</p>;
  return (
    <ul class="daftar-documents">
      {slots.map(({ slot, conditional }) => (
        <li class="daftar-documents__item">
          <p class="daftar-documents__name">{inLanguage(slot.label, visit.language)}</p>
          <p class="daftar-documents__facts">{documentFacts(slot, conditional, say)}</p>
          {slot.template !== undefined && (
            <p class="daftar-documents__facts">
              <a class="govuk-link" href={paths.template(program.program, slot.id)}>
                {say(mayDownload ? "template.download" : "template.sign_in")}
                <span class="govuk-visually-hidden"> {inLanguage(slot.label, visit.language)}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Which files a place for a document takes, in a few words. */
export function documentFacts(slot: DocumentSlot, conditional: boolean, say: Say): string {
  const formats = slot.formats.map((format) => format.toUpperCase()).join(", ");
  const notes = [conditional && say("program.conditional"), slot.optional && say("program.optional")];
  return [formats, say("program.size", { size: sizeWords(slot.max) }), ...notes.filter((note) => note !== false)].join(
    " · ",
  );
}

/** People know MB and KB; the file means 1024 bytes by each. */
function sizeWords(size: string): string {
  return size.replace("KiB", "KB").replace("MiB", "MB");
}
