import { paths } from "../../paths.ts";
import type { Subscriber } from "../../registry/subscriptions/subscriber.ts";
import { Button } from "../../ui/button/button.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Panel } from "../../ui/panel/panel.tsx";
import type { Slot } from "../../ui/slot.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { Visit } from "../route.ts";

export function SentPage({ visit, email }: { readonly visit: Visit; readonly email: string | undefined }) {
  const { say } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("subscribe.sent_title")}</h1>
      <p class="govuk-body-l">
        {email === undefined ? say("subscribe.sent_to_typed") : say("subscribe.sent_to", { email })}
      </p>
      <p class="govuk-body">{say("subscribe.sent_text")}</p>
      <h2 class="govuk-heading-m">{say("subscribe.sent_missing_title")}</h2>
      <p class="govuk-body">{say("subscribe.sent_missing")}</p>
      <p class="govuk-body">
        <Link href={paths.portal}>{say("subscribe.programs")}</Link>
      </p>
    </>
  );
}

interface AskProps {
  readonly visit: Visit;
  /** The title of the program. */
  readonly program: string;
  readonly subscriber: Subscriber;
  readonly token: string;
}

export function AskConfirm(props: AskProps) {
  const { say } = props.visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("subscribe.confirm_title")}</h1>
      <Facts {...props} />
      <p class="govuk-body">{say("subscribe.confirm_text")}</p>
      <TokenForm {...props} action={paths.subscriptions.confirming}>
        <Button text={say("subscribe.confirm_submit")} preventDoubleClick />
      </TokenForm>
    </>
  );
}

export function AskLeave(props: AskProps) {
  const { say } = props.visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("subscribe.leave_title")}</h1>
      <Facts {...props} />
      <p class="govuk-body">{say("subscribe.leave_text")}</p>
      <TokenForm {...props} action={paths.subscriptions.leaving}>
        <Button text={say("subscribe.leave_submit")} classes="govuk-button--warning" preventDoubleClick />
      </TokenForm>
      <p class="govuk-body">
        <Link href={paths.portal}>{say("subscribe.leave_stay")}</Link>
      </p>
    </>
  );
}

function Facts({ visit: { say }, program, subscriber }: AskProps) {
  return (
    <SummaryList
      rows={[
        { key: { text: say("subscribe.program") }, value: { text: program } },
        { key: { text: say("subscribe.name") }, value: { text: subscriber.name } },
        { key: { text: say("subscribe.email") }, value: { text: subscriber.email } },
      ]}
    />
  );
}

function TokenForm(props: AskProps & { readonly action: string; readonly children?: Slot }) {
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name="csrf" value={props.visit.csrf} />
      <input type="hidden" name="token" value={props.token} />
      {props.children}
    </form>
  );
}

interface NoticeProps {
  readonly title: string;
  /** The title of the program it is about. */
  readonly about?: string;
  readonly text: string;
  readonly ways: readonly { readonly href: string; readonly text: string }[];
  /** Something is done, rather than in the way. */
  readonly isGood?: boolean;
}

/** The end of a way: what happened, and where one goes from here. */
export function Notice({ title, about, text, ways, isGood }: NoticeProps) {
  return (
    <>
      {isGood ? <Panel titleText={title} text={about ?? ""} /> : <h1 class="govuk-heading-l">{title}</h1>}
      {!isGood && about !== undefined && <p class="govuk-body-l">{about}</p>}
      <p class="govuk-body">{text}</p>
      {ways.map((way) => (
        <p class="govuk-body">
          <Link href={way.href}>{way.text}</Link>
        </p>
      ))}
    </>
  );
}
