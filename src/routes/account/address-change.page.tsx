import { masked } from "../../registry/accounts/code-channels.ts";
import type { AddressChange, Side } from "../../registry/desk/address-change.ts";
import { maskEmail } from "../../registry/identifiers/email.ts";
import type { Removal } from "../../registry/recovery/lost-factor.ts";
import { momentWords } from "../../texts/dates.ts";
import type { TextParams } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Input } from "../../ui/input/input.tsx";
import { paths } from "../../paths.ts";
import type { Visit } from "../route.ts";
import { addresses } from "./addresses.ts";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { SentCodeField } from "./sent-code.tsx";
import type { Problems } from "./typed.ts";

/** Accounts are of no institution: their moments are told in the time of the capital. */
const ZONE = "Asia/Jakarta";

/** Whose words a change is told in. */
const wordsOf = { email: "address_change", phone: "phone_change" } as const;

/** How a change may stand when there is nothing to press. */
export type ToldState = Exclude<AddressChange["state"], "open"> | "taken" | "unknown";

interface Props {
  readonly visit: Visit;
  readonly side: Side;
  readonly token: string;
  readonly change: AddressChange;
  readonly problems: Problems;
}

/** The button behind a link; a number is proved by the code that goes there. */
export function AddressChangePage({ visit, side, token, change, problems }: Props) {
  const { say, language } = visit;
  const { kind, value } = change.to;
  // Whoever is at the old address is told as much of the new one as they need to know whether it is theirs.
  const to = kind === "phone" ? masked("sms", value) : side === "proof" ? value : maskEmail(value);
  const words = { to, moment: momentWords(change.from, ZONE, language) };
  const title = say(`${wordsOf[kind]}.${side}.title`);
  const asksCode = kind === "phone" && side === "proof";
  const page = (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say(`${wordsOf[kind]}.${side}.text`, words)}</p>
      {asksCode && change.codeSent ? (
        <>
          <p class="govuk-body">{say("phone_change.sent", { to })}</p>
          <PostForm visit={visit} action={addresses.newAddress} hidden={{ token }}>
            <SentCodeField visit={visit} problems={problems} />
            <SubmitButton text={say("phone_change.prove")} />
          </PostForm>
          <PostForm visit={visit} action={paths.account.newNumberCode} hidden={{ token }}>
            <Button
              type="submit"
              preventDoubleClick
              classes="govuk-button--secondary"
              text={say("phone_change.again")}
            />
          </PostForm>
        </>
      ) : (
        <PostForm
          visit={visit}
          action={asksCode ? paths.account.newNumberCode : addresses[side === "proof" ? "newAddress" : "objection"]}
          hidden={{ token }}
        >
          <SubmitButton text={say(`${wordsOf[kind]}.${side}.button`)} />
        </PostForm>
      )}
    </>
  );
  return { title, page };
}

/** How a change stands, and what to do now. */
export function ChangeStatePage(props: {
  readonly visit: Visit;
  readonly state: ToldState;
  readonly change: AddressChange | undefined;
}) {
  const { visit, state, change } = props;
  const { say, language } = visit;
  const room = wordsOf[change?.to.kind ?? "email"];
  const title = say(state === "unknown" ? "address_change.unknown.title" : `${room}.${state}.title`);
  const words: TextParams = change ? { to: change.to.value, moment: momentWords(change.from, ZONE, language) } : {};
  const text = say(state === "unknown" ? "address_change.unknown.text" : `${room}.${state}.text`, words);
  const page = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
    </>
  );
  return { title, page };
}

/** Where the code of a message is typed, which holds no link. */
export function ObjectionCodePage(props: { readonly visit: Visit; readonly typed: string; readonly isWrong: boolean }) {
  const { visit, typed, isWrong } = props;
  const { say } = visit;
  const title = say("objection.title");
  const wrong = say("objection.error_code");
  const page = (
    <>
      {isWrong && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#token", text: wrong }]}
        />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say("objection.text")}</p>
      <form method="get" action={addresses.objection} novalidate>
        <input type="hidden" name="typed" value="1" />
        <Input
          name="token"
          label={{ text: say("objection.code") }}
          hint={{ text: say("objection.code_hint") }}
          value={typed}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
          {...(isWrong ? { errorMessage: { text: wrong, visuallyHiddenText: say("frame.error_prefix") } } : {})}
        />
        <SubmitButton text={say("objection.button")} />
      </form>
    </>
  );
  return { title, page };
}

/** How the removal of lost second factors stands, with the button that calls it off. */
export function RemovalPage(props: { readonly visit: Visit; readonly token: string; readonly removal: Removal }) {
  const { visit, token, removal } = props;
  const { say, language } = visit;
  const { state, from } = removal;
  const title = say(`factor_removal.${state}.title`);
  const page = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say(`factor_removal.${state}.text`, { moment: momentWords(from, ZONE, language) })}</p>
      {state === "open" && (
        <PostForm visit={visit} action={addresses.objection} hidden={{ token }}>
          <SubmitButton text={say("factor_removal.button")} />
        </PostForm>
      )}
    </>
  );
  return { title, page };
}
