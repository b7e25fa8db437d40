import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { listPasskeys } from "../../registry/passkeys/list.query.ts";
import { renamePasskey } from "../../registry/passkeys/rename.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { passkeyNameTyped, readTyped, type Problems } from "./typed.ts";

const Name = z.object({ passkey: passkeyNameTyped });

/** Asks for another name for one of the person's passkeys; one that is not theirs leads back to the list. */
export async function showRenamePasskey(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  return drawRename(services, visit, visit.url.searchParams.get("passkey") ?? "", {});
}

export async function postRenamePasskey(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const id = first(visit.form, "id");
  const typed = readTyped(Name, visit.form);
  if ("problems" in typed) return drawRename(services, visit, id, typed.problems);
  if (!z.uuid().safeParse(id).success) return redirect(paths.account.passkeys);
  await renamePasskey(services, visit.session, { id, name: typed.value.passkey });
  return redirect(`${paths.account.passkeys}?done=renamed`);
}

async function drawRename(
  services: AccountRouteServices,
  visit: PersonVisit,
  id: string,
  problems: Problems,
): Promise<Response> {
  const { say } = visit;
  const passkey = (await listPasskeys(services, visit.session.accountId)).find((one) => one.id === id);
  if (!passkey) return redirect(paths.account.passkeys);
  const wrong = Object.keys(problems).length > 0;
  return services.draw(
    visit,
    { title: say("account.passkeys.rename_title"), errors: wrong, back: { href: paths.account.passkeys } },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.passkeys.rename_title")}</h1>
      <PostForm visit={visit} action={paths.account.renamePasskey} hidden={{ id }}>
        <TextField
          visit={visit}
          problems={problems}
          name="passkey"
          classes="govuk-input--width-20"
          {...(wrong ? {} : { value: passkey.name })}
        />
        <SubmitButton text={say("account.passkeys.save_name")} />
      </PostForm>
    </>,
  );
}
