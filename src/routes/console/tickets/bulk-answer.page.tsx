import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { mostAnswered } from "../../../registry/tickets/answer-many.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";
import type { CategoryNames } from "./category-names.ts";
import type { InboxRow } from "./inbox.query.ts";

export type BulkAnswerErrors = Partial<Readonly<Record<"words" | "checked", string>>>;

interface BulkAnswerProps {
  readonly visit: StaffVisit;
  readonly rows: readonly InboxRow[];
  /** Whether there are more than are answered at once. */
  readonly hasMore: boolean;
  readonly names: CategoryNames;
  readonly errors: BulkAnswerErrors;
}

/** Every ticket that one answer goes to, the answer, and that both were checked. */
export function BulkAnswerPage({ visit, rows, hasMore, names, errors }: BulkAnswerProps) {
  const { say, language, form } = visit;
  if (rows.length === 0) {
    return (
      <>
        <h1 class="govuk-heading-l">{say("bulk_answer.none_title")}</h1>
        <EmptyState
          title={say("bulk_answer.none")}
          text=""
          action={<Link href={paths.console.tickets}>{say("tickets.back")}</Link>}
        />
      </>
    );
  }
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <h1 class="govuk-heading-l">{say("bulk_answer.title", { count: rows.length })}</h1>
      <p class="govuk-body">{say("bulk_answer.lead")}</p>
      {hasMore && <InsetText text={say("bulk_answer.most", { most: mostAnswered })} />}
      <form method="post" action={paths.console.bulkAnswer} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <h2 class="govuk-heading-m">{say("bulk_answer.list")}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {rows.map(({ id, number, name, category }) => (
            <li>
              <input type="hidden" name="ticket" value={id} />
              <Link href={paths.console.ticket(id)}>{number}</Link>, {name},{" "}
              {names.get(category)?.[language] ?? category}
            </li>
          ))}
        </ul>
        <Textarea
          name="words"
          rows={6}
          label={{ text: say("bulk_answer.words"), classes: "govuk-label--m" }}
          hint={{ text: say("bulk_answer.words_hint") }}
          value={first(form, "words")}
          attributes={{ "data-shortcut": "r" }}
          {...fieldError(visit, errors.words)}
        />
        <Checkboxes
          name="checked"
          values={[first(form, "checked")]}
          items={[{ value: "yes", text: say("bulk_answer.confirm") }]}
          {...fieldError(visit, errors.checked)}
        />
        <Button text={say("bulk_answer.send")} preventDoubleClick />
      </form>
    </>
  );
}
