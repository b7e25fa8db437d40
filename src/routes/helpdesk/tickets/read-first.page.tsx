import { paths } from "../../../paths.ts";
import type { FaqEntry } from "../../../registry/faq/entry.query.ts";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { Visit } from "../../route.ts";
import { QuestionLinks } from "../landing.page.tsx";

interface ReadFirstProps {
  readonly visit: Visit;
  readonly entries: readonly FaqEntry[];
  /** The program whose page led here. */
  readonly program: string | undefined;
}

/** Answers that may help at once, and the guide: nobody waits for what is written already. */
export function ReadFirst({ visit, entries, program }: ReadFirstProps) {
  const { say } = visit;
  return (
    <InsetText>
      <p class="govuk-body govuk-!-font-weight-bold">{say("tickets.read_first")}</p>
      {entries.length > 0 && <QuestionLinks visit={visit} entries={entries} />}
      <p class="govuk-body">
        {program === undefined ? (
          <Link href={paths.manual}>{say("manual.title")}</Link>
        ) : (
          <>
            <Link href={paths.helpdesk.ofProgram(program)}>{say("apply.questions_link")}</Link>
            {" · "}
            <Link href={paths.programManual(program)}>{say("guide.link")}</Link>
          </>
        )}
      </p>
    </InsetText>
  );
}
