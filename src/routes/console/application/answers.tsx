import { isTextKey, type Language, type Say } from "../../../texts/texts.ts";
import type { Program } from "../../../program/definition.ts";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList, type SummaryRow } from "../../../ui/summary-list/summary-list.tsx";
import type { ReviewDocument, ReviewItem, ReviewTask } from "./review.query.ts";
import { VerdictFields } from "./verdict-fields.tsx";
import { inputName, type TypedVerdict, type VerdictError } from "./verdict-form.ts";
import { Way } from "./way.tsx";

export interface AnswersProps {
  readonly tasks: readonly ReviewTask[];
  readonly say: Say;
  readonly language: Language;
  /** Where an item is shown that was hidden, and where a document is put beside the answers. */
  readonly hrefs: { show(id: string): string; document(id: string): string };
  /** Given while this member of staff may judge. */
  readonly judging:
    | {
        readonly reasons: readonly Program["review"]["reasons"][number][];
        readonly typed: ReadonlyMap<string, TypedVerdict>;
        readonly errors: readonly VerdictError[];
      }
    | undefined;
}

/** What was answered, task by task and page by page, each with its verdict. */
export function Answers(props: AnswersProps) {
  return (
    <>
      {props.tasks.map((task) => (
        <section>
          <h2 class="govuk-heading-m">{task.title}</h2>
          {task.pages.map((page) => (
            <>
              {page.title !== "" && page.title !== task.title && <h3 class="govuk-heading-s">{page.title}</h3>}
              <SummaryList rows={page.items.map((item) => row(item, props))} />
            </>
          ))}
        </section>
      ))}
    </>
  );
}

function row(item: ReviewItem, props: AnswersProps): SummaryRow {
  const { say, language, judging } = props;
  return {
    key: { text: item.label },
    value: {
      text: (
        <>
          <Tags item={item} say={say} />
          {item.kind === "document" ? <DocumentLine item={item} {...props} /> : <AnswerLine item={item} {...props} />}
          {item.warnings.map((warning) => (
            <p class="govuk-hint">
              {isTextKey(`console.app.warning.${warning.code}`)
                ? say(`console.app.warning.${warning.code}` as "console.app.warning.nik_region_unknown", warning.params)
                : say("console.app.warning.other", { code: warning.code })}
            </p>
          ))}
          {item.before !== undefined && (
            <p class="govuk-hint">{say("console.verdict.before", { reason: item.before })}</p>
          )}
          {judging && item.judged && (
            <VerdictFields
              item={item}
              typed={judging.typed.get(inputName("verdict", item))}
              errors={judging.errors}
              reasons={judging.reasons}
              say={say}
              language={language}
            />
          )}
        </>
      ),
    },
  };
}

function Tags({ item, say }: { readonly item: ReviewItem; readonly say: Say }) {
  const { verdict } = item.verdict ?? {};
  return (
    <>
      {item.corrected && (
        <>
          <StatusTag text={say("console.app.corrected")} tone="warn" />{" "}
        </>
      )}
      {verdict && (
        <>
          <StatusTag text={say(`console.verdict.${verdict}`)} tone={verdict === "right" ? "good" : "bad"} />{" "}
        </>
      )}
    </>
  );
}

function AnswerLine({ item, say, hrefs, judging }: { readonly item: ReviewItem } & AnswersProps) {
  if (item.hidden) {
    return (
      <>
        <span aria-hidden="true">••••••</span> <span class="govuk-visually-hidden">{say("console.app.masked")}</span>
        <Way
          judging={judging !== undefined}
          next={`show:${item.id}`}
          href={hrefs.show(item.id)}
          title={say("console.app.show_why")}
        >
          {say("console.app.show")}
          <span class="govuk-visually-hidden"> {item.label}</span>
        </Way>
      </>
    );
  }
  return item.value === "" ? <span class="govuk-hint">{say("console.app.unanswered")}</span> : <>{item.value}</>;
}

function DocumentLine({ item, say, hrefs, judging }: { readonly item: ReviewItem } & AnswersProps) {
  const { document } = item;
  if (!document) return <span class="govuk-hint">{say("console.app.no_document")}</span>;
  return (
    <>
      {documentFacts(document, say)}{" "}
      {document.status !== "ready" && (
        <StatusTag text={documentState(document, say)} tone={document.status === "refused" ? "bad" : "calm"} />
      )}{" "}
      {document.status === "ready" && (
        <Way judging={judging !== undefined} next={`document:${item.id}`} href={hrefs.document(item.id)}>
          {say("console.app.see_document")}
          <span class="govuk-visually-hidden"> {item.label}</span>
        </Way>
      )}
    </>
  );
}

/** Name, size and number of pages of a document. */
export function documentFacts(document: ReviewDocument, say: Say): string {
  return say("console.app.document_facts", {
    name: document.name,
    size: Math.ceil(document.size / 1024),
    pages: document.pages,
  });
}

/** Why a document has no picture. */
export function documentState(document: ReviewDocument, say: Say): string {
  if (document.status === "removed") return say("console.app.document_removed");
  return say(document.status === "refused" ? "console.app.document_refused" : "console.app.document_quarantined");
}
