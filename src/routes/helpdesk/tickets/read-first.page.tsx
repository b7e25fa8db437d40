import { paths } from "../../../paths.ts";
import type { FaqEntry } from "../../../registry/faq/entry.query.ts";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import type { Visit } from "../../route.ts";
import type { CameFrom } from "./came-from.ts";
import { QuestionLinks } from "../landing.page.tsx";

interface ReadFirstProps {
  readonly visit: Visit;
  readonly entries: readonly FaqEntry[];
  /** Whose page led here. */
  readonly from: CameFrom | undefined;
}

/** Answers that may help at once, and the guide: nobody waits for what is written already. */
export function ReadFirst({ visit, entries, from }: ReadFirstProps) {
  const { say } = visit;
  const program = from?.program.slug;
  return (
    <InsetText>
      <p class="govuk-body govuk-!-font-weight-bold">{say("tickets.read_first")}</p>
      {entries.length > 0 && <QuestionLinks visit={visit} entries={entries} />}
      <p class="govuk-body">
        {program === undefined ? (
          <Link href={paths.manual}>{say("manual.title")}</Link>
        ) : (
          <>
            <Link href={paths.helpdesk.ofProgram(program, from?.page)}>{say("apply.questions_link")}</Link>
            {" · "}
            <Link href={paths.programManual(program)}>{say("guide.link")}</Link>
          </>
        )}
      </p>
    </InsetText>
  );
}
