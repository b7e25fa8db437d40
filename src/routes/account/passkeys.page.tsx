import { paths } from "../../paths.ts";
import type { OwnPasskey } from "../../registry/passkeys/list.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { PasskeyForm } from "../../ui/passkey-form/passkey-form.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, TextField } from "./form-parts.tsx";

/** The account belongs to no institution, so its times are told in the zone of the capital. */
const zone = "Asia/Jakarta";

interface Props {
  readonly visit: PersonVisit;
  readonly passkeys: readonly OwnPasskey[];
  /** Where the person goes on once one is added. */
  readonly next: string | undefined;
  /** What the passkey of this device may be called. */
  readonly suggested: string;
}

export function PasskeysPage({ visit, passkeys, suggested, next }: Props) {
  const { say, language } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.passkeys.title")}</h1>
      <p class="govuk-body">{say("account.passkeys.note")}</p>
      {passkeys.length > 0 && (
        <Table
          caption={say("account.passkeys.yours")}
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          stacked
          head={(["name", "made", "used", "action"] as const).map((column) => ({
            text: say(`account.passkeys.column.${column}`),
          }))}
          rows={passkeys.map((passkey) => [
            { text: passkey.name },
            { text: momentWords(passkey.createdAt, zone, language) },
            { text: passkey.usedAt ? momentWords(passkey.usedAt, zone, language) : say("account.passkeys.never") },
            { text: <Actions visit={visit} passkey={passkey} /> },
          ])}
        />
      )}
      <PasskeyForm
        kind="add"
        ask={paths.account.askForPasskey}
        action={paths.account.addPasskey}
        hidden={next === undefined ? {} : { next }}
        csrf={visit.csrf}
        button={say("account.passkeys.add")}
        texts={{ failed: say("account.passkeys.failed"), cut: say("account.passkeys.cut") }}
        fallback={<InsetText text={say("account.passkeys.no_script")} />}
      >
        <TextField visit={visit} problems={{}} name="passkey" hint value={suggested} classes="govuk-input--width-20" />
      </PasskeyForm>
    </>
  );
}

function Actions(props: { readonly visit: PersonVisit; readonly passkey: OwnPasskey }) {
  const { visit, passkey } = props;
  return (
    <>
      <Remove {...props} />
      <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">
        <Link href={paths.account.renamePasskeyOf(passkey.id)}>
          {visit.say("account.passkeys.rename")}
          <span class="govuk-visually-hidden"> {passkey.name}</span>
        </Link>
      </p>
    </>
  );
}

function Remove({ visit, passkey }: { readonly visit: PersonVisit; readonly passkey: OwnPasskey }) {
  return (
    <PostForm visit={visit} action={paths.account.removePasskey} hidden={{ passkey: passkey.id }}>
      <Button type="submit" classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {visit.say("account.passkeys.remove")}
        <span class="govuk-visually-hidden"> {passkey.name}</span>
      </Button>
    </PostForm>
  );
}
