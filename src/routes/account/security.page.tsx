import { paths } from "../../paths.ts";
import { codeKinds, type Factors } from "../../registry/accounts/factors.query.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { WarningText } from "../../ui/warning-text/warning-text.tsx";
import { CoolingNote } from "../cooling.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm } from "./form-parts.tsx";

interface Props {
  readonly visit: PersonVisit;
  readonly factors: Factors;
  /** Where the person goes on once a second factor is set up. */
  readonly next: string | undefined;
  /** Whether short messages can be sent. */
  readonly sendsTexts: boolean;
  /** Until when the account stays as it is after a recovery, if it does. */
  readonly cooling: Date | undefined;
  /** Whether security questions are chosen; undefined where the platform asks none. */
  readonly questions: boolean | undefined;
}

export function SecurityPage({ visit, factors, sendsTexts, next, cooling, questions }: Props) {
  const { say, session } = visit;
  const { authenticator, passkeys, codes, recoveryCodes: codesLeft } = factors;
  const protectedTwice = authenticator || passkeys > 0 || codes.length > 0;
  const withNext = (href: string) =>
    next === undefined ? href : `${href}${href.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}`;
  const link = (href: string, text: string, about: string) => ({
    items: [{ href, text, visuallyHiddenText: about }],
  });
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.security.title")}</h1>
      {cooling && <CoolingNote visit={visit} until={cooling} />}
      <p class="govuk-body">{say("account.security.note")}</p>
      <SummaryList
        rows={[
          {
            key: { text: say("account.password.label") },
            value: { text: say("account.security.password") },
            actions: link(paths.account.password, say("account.security.change"), say("account.password.label")),
          },
          {
            key: { text: say("account.security.authenticator") },
            value: { text: say(authenticator ? "account.security.on" : "account.security.off") },
            actions: link(
              withNext(paths.account.authenticator),
              say(authenticator ? "account.security.replace" : "account.security.set_up"),
              say("account.security.authenticator"),
            ),
          },
          {
            key: { text: say("account.passkeys.title") },
            value: { text: say("account.security.passkeys", { count: passkeys }) },
            actions: link(
              withNext(paths.account.passkeys),
              say("account.security.manage"),
              say("account.passkeys.title"),
            ),
          },
          {
            key: { text: say("account.change_email.title") },
            value: { text: say("account.security.email") },
            actions: link(paths.account.email, say("account.security.change"), say("account.change_email.title")),
          },
          sendsTexts && {
            key: { text: say("account.phone.title") },
            value: { text: say("account.security.phone") },
            actions: link(paths.account.phone, say("account.security.manage"), say("account.phone.title")),
          },
          ...(session.staff ? [] : codeKinds.filter((kind) => kind === "email" || sendsTexts)).map((kind) => ({
            key: { text: say(`account.codes_${kind}.title`) },
            value: { text: say(codes.includes(kind) ? "account.codes.on" : "account.codes.off") },
            actions: link(
              withNext(paths.account.codesOf(kind)),
              say(codes.includes(kind) ? "account.security.manage" : "account.codes.turn_on"),
              say(`account.codes_${kind}.title`),
            ),
          })),
          protectedTwice && {
            key: { text: say("account.security.codes") },
            value: { text: say("account.security.codes_left", { count: codesLeft }) },
          },
          questions !== undefined && {
            key: { text: say("questions.title") },
            value: { text: say(questions ? "questions.on" : "questions.off") },
            actions: link(paths.account.questions, say("account.security.manage"), say("questions.title")),
          },
          {
            key: { text: say("account.words.title") },
            value: { text: say("account.security.words") },
            actions: link(paths.account.words, say("account.security.manage"), say("account.words.title")),
          },
          {
            key: { text: say("account.sessions.title") },
            value: { text: say("account.security.sessions") },
            actions: link(paths.account.sessions, say("account.security.see"), say("account.sessions.title")),
          },
        ]}
      />
      {protectedTwice && (
        <>
          {codesLeft === 0 && <InsetText text={say("account.security.no_codes")} />}
          <PostForm visit={visit} action={paths.account.recoveryCodes}>
            <Button
              type="submit"
              classes={codesLeft === 0 ? "" : "govuk-button--secondary"}
              text={say(codesLeft === 0 ? "account.security.make_codes" : "account.security.make_codes_again")}
            />
          </PostForm>
          {authenticator && !session.staff && (
            <PostForm visit={visit} action={paths.account.removeAuthenticator}>
              <Button type="submit" classes="govuk-button--warning" text={say("account.security.remove")} />
            </PostForm>
          )}
        </>
      )}
    </>
  );
}

/** The ten codes, which are never shown again. */
export function NewCodesPage({ visit, codes }: { readonly visit: PersonVisit; readonly codes: readonly string[] }) {
  const { say } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.codes.title")}</h1>
      <WarningText text={say("account.codes.once")} iconFallbackText={say("account.codes.warning")} />
      <ol class="govuk-list govuk-list--number">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="govuk-body">{say("account.codes.note")}</p>
      <Button href={paths.account.security} text={say("account.codes.kept")} />
    </>
  );
}
