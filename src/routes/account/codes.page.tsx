import { paths } from "../../paths.ts";
import type { CodeKind } from "../../registry/accounts/factors.query.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { SentCodeField } from "./sent-code.tsx";
import type { Problems } from "./typed.ts";

interface Props {
  readonly visit: PersonVisit;
  readonly kind: CodeKind;
  readonly problems: Problems;
  /** Where codes go, if the account has such an address or telephone. */
  readonly to: string | undefined;
  /** Whether it is turned on. */
  readonly on: boolean;
  /** Whether a code was sent and can be typed in. */
  readonly awaited: boolean;
  /** Where the person goes on. */
  readonly next: string | undefined;
}

export function CodesPage(props: Props) {
  const { visit, kind, problems, to } = props;
  const { say } = visit;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say(`account.codes_${kind}.title`)}</h1>
      {visit.session.staff ? (
        <InsetText text={say("account.codes.staff")} />
      ) : to === undefined ? (
        <>
          <InsetText text={say("account.codes.no_phone")} />
          <Button href={paths.account.phoneThenGo(paths.account.codesOf(kind))} text={say("account.codes.to_phone")} />
        </>
      ) : (
        <OnOrOff {...props} to={to} />
      )}
    </>
  );
}

function OnOrOff(props: Props & { readonly to: string }) {
  const { visit, kind, on, to } = props;
  const { say } = visit;
  if (on) {
    return (
      <>
        <InsetText text={say("account.codes.is_on")} />
        <PostForm visit={visit} action={paths.account.removeCodes} hidden={{ kind }}>
          <Button type="submit" classes="govuk-button--warning" text={say("account.codes.turn_off")} />
        </PostForm>
      </>
    );
  }
  return (
    <>
      <p class="govuk-body">{say(`account.codes_${kind}.text`, { to })}</p>
      <p class="govuk-body">{say(`account.codes_${kind}.better`)}</p>
      <Prove {...props} />
    </>
  );
}

function Prove({ visit, kind, problems, awaited, next }: Props) {
  const { say } = visit;
  const hidden = { kind, ...(next === undefined ? {} : { next }) };
  return (
    <>
      {awaited ? (
        <PostForm visit={visit} action={paths.account.codes} hidden={hidden}>
          <SentCodeField visit={visit} problems={problems} />
          <SubmitButton text={say("account.codes.turn_on")} />
        </PostForm>
      ) : (
        <p class="govuk-body">{say("account.codes.prove")}</p>
      )}
      <PostForm visit={visit} action={paths.account.sendCodeToAdd} hidden={hidden}>
        <Button
          type="submit"
          preventDoubleClick
          classes={awaited ? "govuk-button--secondary" : ""}
          text={say(awaited ? `account.factor.again_${kind}` : "account.codes.send")}
        />
      </PostForm>
    </>
  );
}
