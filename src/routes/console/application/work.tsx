import { paths } from "../../../paths.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { type Key, Keys } from "../keys.tsx";
import { Answers } from "./answers.tsx";
import type { Review } from "./review.query.ts";
import type { ShowPageProps } from "./show-page-props.ts";
import { verdictsForm, viewHref } from "./way.tsx";

const viewerKeys = [
  { key: "+", does: "console.keys.zoom_in" },
  { key: "-", does: "console.keys.zoom_out" },
  { key: "R", does: "console.keys.rotate" },
] as const satisfies readonly Key[];

/** The same page with another document beside it, or with one more item shown. */
export function hrefOf(
  props: ShowPageProps,
  next: { readonly document?: string; readonly show?: string | undefined },
): string {
  const show = new Set([...props.shown, ...(next.show === undefined ? [] : [next.show])]);
  return viewHref(props.review.application.id, {
    document: next.document ?? props.document?.id ?? "",
    show: [...show],
  });
}

/** Whether the visitor holds it, and may judge. */
export function isMine({ application }: Review, visit: StaffVisit): boolean {
  return application.status === "in_review" && application.claimedBy === visit.session.accountId;
}

/** The answers with what may be done now: take it, judge and decide, or only read. */
export function Work(props: ShowPageProps) {
  const { visit, review, typed, errors } = props;
  const { application } = review;
  const { say, language, csrf } = visit;
  const hrefs = {
    show: (id: string) => hrefOf(props, { show: id }),
    document: (id: string) => hrefOf(props, { document: id }),
  };
  const answers = { tasks: review.tasks, say, language, hrefs };
  if (application.status === "submitted") {
    return (
      <>
        <form method="post" action={paths.console.claim(application.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <p class="govuk-hint">{say("console.app.claim_hint")}</p>
          <Button text={say("console.app.claim")} attributes={{ "data-shortcut": "a" }} preventDoubleClick />
        </form>
        <Answers {...answers} judging={undefined} />
        <Keys
          say={say}
          keys={[{ key: "A", does: "console.keys.claim" }, ...viewerKeys, { key: "B", does: "console.keys.back" }]}
        />
      </>
    );
  }
  if (!isMine(review, visit)) {
    const holder = application.claimedBy === null ? undefined : review.names.get(application.claimedBy);
    return (
      <>
        {application.status === "in_review" && (
          <p class="govuk-inset-text">{say("console.app.held", { name: holder ?? "" })}</p>
        )}
        <AppealBox visit={visit} review={review} />
        <Answers {...answers} judging={undefined} />
        <NextForm visit={visit} />
      </>
    );
  }
  const stage = stageOf(application.compiled);
  const reasons = application.compiled.program.review.reasons.filter(({ reason }) => stage.reasons.includes(reason));
  return (
    <>
      <form method="post" action={paths.console.verdict(application.id)} id={verdictsForm} novalidate>
        {/* The Enter key presses the first button of a form: it is to save, not to show a document. */}
        <button type="submit" name="next" value="save" hidden />
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="round" value={String(application.round)} />
        {props.document && <input type="hidden" name="document" value={props.document.id} />}
        {[...props.shown].map((id) => (
          <input type="hidden" name="show" value={id} />
        ))}
        <Answers {...answers} judging={{ reasons, typed, errors }} />
        <Decisions say={say} decisions={stage.decisions} />
      </form>
      <form method="post" action={paths.console.release(application.id)}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="round" value={String(application.round)} />
        <Button
          text={say("console.app.release")}
          classes="govuk-button--secondary"
          attributes={{ "data-shortcut": "l" }}
          preventDoubleClick
        />
      </form>
    </>
  );
}

/** The way to the appeal, while it waits and after. */
function AppealBox({ visit, review }: { readonly visit: StaffVisit; readonly review: Review }) {
  const { say } = visit;
  const { id, status } = review.application;
  if (!review.history.some(({ kind }) => kind === "appealed")) return <></>;
  return (
    <div class="govuk-inset-text">
      {status === "appealed" && <p class="govuk-body">{say("console.appeal.waits")}</p>}
      <Link href={paths.console.appeal(id)}>
        {say(status === "appealed" ? "console.appeal.open" : "console.appeal.read")}
      </Link>
    </div>
  );
}

function Decisions(props: {
  readonly say: StaffVisit["say"];
  readonly decisions: readonly ("accept" | "return" | "reject")[];
}) {
  const { say, decisions } = props;
  const keys = { accept: "a", return: "k", reject: "t" } as const;
  const looks = { accept: "", return: "govuk-button--secondary", reject: "govuk-button--warning" } as const;
  const offered = (["accept", "return", "reject"] as const).filter((decision) => decisions.includes(decision));
  return (
    <>
      <div class="daftar-verdicts daftar-verdicts--stay">
        {offered.map((decision) => (
          <Button
            text={say(`console.app.${decision}`)}
            name="next"
            value={decision}
            classes={looks[decision]}
            attributes={{ "data-shortcut": keys[decision] }}
          />
        ))}
        <Button
          text={say("console.app.save")}
          name="next"
          value="save"
          classes="govuk-button--secondary"
          attributes={{ "data-shortcut": "s" }}
        />
      </div>
      <Keys
        say={say}
        keys={[
          ...offered.map((decision): Key => ({ key: keys[decision].toUpperCase(), does: `console.keys.${decision}` })),
          { key: "S", does: "console.keys.save" },
          { key: "V", does: "console.keys.verdict" },
          { key: "D", does: "console.keys.document" },
          ...viewerKeys,
          { key: "L", does: "console.keys.release" },
          { key: "B", does: "console.keys.back" },
        ]}
      />
    </>
  );
}

function NextForm({ visit }: { readonly visit: StaffVisit }) {
  const { say } = visit;
  return (
    <form method="post" action={paths.console.next}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Button text={say("console.queue.next")} attributes={{ "data-shortcut": "j" }} preventDoubleClick />
      <Keys
        say={say}
        keys={[{ key: "J", does: "console.keys.next" }, ...viewerKeys, { key: "B", does: "console.keys.back" }]}
      />
    </form>
  );
}
