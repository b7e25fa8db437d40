import type { TicketFile } from "../registry/tickets/ticket.ts";
import { otherFile, type TicketCategory } from "../registry/tickets/category-file.ts";
import type { DocumentSlot } from "../program/definition.ts";
import { FileState } from "./file-state.tsx";
import type { Visit } from "./route.ts";
import { fileProblemText } from "./slot-upload.tsx";

/** A document that a category asks for; for any other name the one of files that nobody asked for. */
export function slotNamed(category: TicketCategory | undefined, id: string): DocumentSlot {
  return category?.documents.find((slot) => slot.id === id) ?? otherFile;
}

/** The documents of a category that did not arrive, or were refused. */
export function missingSlots(
  category: TicketCategory | undefined,
  files: readonly TicketFile[],
): readonly DocumentSlot[] {
  const given = new Set(files.filter(({ status }) => status !== "refused").map(({ slot }) => slot));
  return (category?.documents ?? []).filter(({ id }) => !given.has(id));
}

interface TicketFilesProps {
  readonly visit: Visit;
  readonly category: TicketCategory | undefined;
  readonly files: readonly TicketFile[];
  readonly hrefOf: (file: string, page: number) => string;
}

/** The files of a ticket: what each is, how its check went, and its pictures. */
export function TicketFiles({ visit, category, files, hrefOf }: TicketFilesProps) {
  const { say, language } = visit;
  return (
    <>
      {files.map((file) => {
        const slot = slotNamed(category, file.slot);
        const title = slot.label[language];
        return (
          <div class="daftar-document">
            <h3 class="govuk-heading-s">{title}</h3>
            <p class="govuk-body">
              <FileState say={say} status={file.status} />{" "}
              {file.problem !== null && fileProblemText(say, file.problem, slot)}
            </p>
            {file.pages > 0 && (
              <ul class="daftar-document__pages">
                {Array.from({ length: file.pages }, (_, at) => (
                  <li>
                    <img
                      class="daftar-document__page"
                      src={hrefOf(file.id, at + 1)}
                      alt={say("apply.document_page", { title, page: at + 1, pages: file.pages })}
                      loading="lazy"
                    />
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </>
  );
}
