import { first } from "../../platform/http/form.ts";
import { paths } from "../../paths.ts";
import { findChannel, masked } from "../../registry/accounts/code-channels.ts";
import type { CodeKind } from "../../registry/accounts/factors.query.ts";
import { Button } from "../../ui/button/button.tsx";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import type { PersonVisit, Visit } from "../route.ts";
import { PostForm, TextField } from "./form-parts.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import type { Problems } from "./typed.ts";

/** A way by which a code can be sent now. */
export interface Channel {
  readonly kind: CodeKind;
  /** Enough to know one's own. */
  readonly masked: string;
}

/** The ways among `kinds` that work for the account: SMS only where there is a carrier. */
export async function channelsOf(
  services: AccountRouteServices,
  accountId: string,
  kinds: readonly CodeKind[],
): Promise<readonly Channel[]> {
  const found = await Promise.all(
    kinds
      .filter((kind) => kind === "email" || services.sendsTexts)
      .map(async (kind) => ({ kind, to: await findChannel(services, accountId, kind) })),
  );
  return found.flatMap(({ kind, to }) => (to === undefined ? [] : [{ kind, masked: masked(kind, to) }]));
}

/** A button for each way; they post to the same address. */
export function SendButtons(props: {
  readonly visit: PersonVisit;
  readonly channels: readonly Channel[];
  /** Whether a code was sent before. */
  readonly again: boolean;
}) {
  const { visit, channels, again } = props;
  const next = nextOf(visit);
  return channels.map((channel) => (
    <PostForm
      visit={visit}
      action={paths.account.sendCode}
      hidden={{ kind: channel.kind, ...(next === undefined ? {} : { next }) }}
    >
      <Button
        type="submit"
        preventDoubleClick
        classes={again ? "govuk-button--secondary" : ""}
        text={
          again
            ? visit.say(`account.factor.again_${channel.kind}`)
            : visit.say(`account.factor.send_${channel.kind}`, { to: channel.masked })
        }
      />
    </PostForm>
  ));
}

/** The field for a code that was sent; telephones fill it in by themselves. */
export function SentCodeField({ visit, problems }: { readonly visit: Visit; readonly problems: Problems }) {
  return (
    <TextField
      visit={visit}
      problems={problems}
      name="sent_code"
      hint
      inputmode="numeric"
      autocomplete="one-time-code"
      classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
    />
  );
}

/** The box by which this browser does without the second factor for a while. */
export function Remember({ visit }: { readonly visit: PersonVisit }) {
  return (
    <Checkboxes
      name="remember"
      classes="govuk-checkboxes--small"
      values={[first(visit.form, "remember")]}
      items={[
        {
          value: "yes",
          text: visit.say("account.remember.item"),
          hint: { text: visit.say("account.remember.hint") },
        },
      ]}
    />
  );
}
