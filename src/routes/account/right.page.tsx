import { paths } from "../../paths.ts";
import type { OwnRight } from "../../registry/rights/own-request.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { isTextKey } from "../../texts/texts.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { ReceiptPanel } from "../../ui/receipt-panel/receipt-panel.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { changeRow } from "../change-row.ts";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton } from "./form-parts.tsx";
import { zone } from "./capital-zone.ts";
import { OwnStateTag } from "./rights-list.page.tsx";
import { followsFrom } from "./withdrawal.page.tsx";

/** The receipt of a request, and later its answer. */
export function RightPage({ visit, right }: { readonly visit: PersonVisit; readonly right: OwnRight }) {
  const { say, language } = visit;
  const { state, words, kind, consent } = right;
  const row = (name: "institution" | "application" | "fact" | "wish" | "why" | "note", text: string | undefined) =>
    text === undefined || text === "" ? null : { key: { text: say(`rights.row.${name}`) }, value: { text } };
  const moment = (name: "asked" | "due" | "answered", at: Date | null) =>
    at && { key: { text: say(`rights.row.${name}`) }, value: { text: momentWords(at, zone, language) } };
  return (
    <>
      <ReceiptPanel said={say("rights.received")} number={right.number} note={say("rights.keep_number")} />
      <h2 class="govuk-heading-m">{say(`rights.kind.${kind}`)}</h2>
      <SummaryList
        rows={[
          { key: { text: say("rights.row.state") }, value: { text: <OwnStateTag visit={visit} state={state} /> } },
          row("institution", right.institution?.[language]),
          row("application", right.title?.[language]),
          moment("asked", right.askedAt),
          moment("due", right.dueAt),
          moment("answered", right.answeredAt),
          row("fact", words?.fact),
          row("wish", words?.wish),
          row("why", words?.why),
          ...(consent ? followsFrom(visit, consent) : []),
          right.article !== undefined && {
            key: { text: say("rights.row.article") },
            value: { text: articleWords(visit, right.article) },
          },
          ...right.changes.map((change) => changeRow(visit, change)),
          row("note", right.note),
        ]}
      />
      {state === "refused" && <InsetText text={say("rights.complain")} />}
      {kind === "restriction" && state === "in_force" && (
        <PostForm visit={visit} action={paths.account.rights.lift(right.number)}>
          <SubmitButton text={say("rights.lift")} />
        </PostForm>
      )}
    </>
  );
}

/** An article in words; its code where a later version knows it no more. */
function articleWords({ say }: PersonVisit, code: string): string {
  const key = `rights.article.${code}`;
  return isTextKey(key) ? say(key) : code;
}
