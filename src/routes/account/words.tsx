import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { chooseWords } from "../../registry/accounts/choose-words.ts";
import { getWords } from "../../registry/accounts/words.query.ts";
import { Button } from "../../ui/button/button.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { readTyped, wordsTyped, type Problems } from "./typed.ts";

const Words = z.object({ words: wordsTyped });

/** What the page may say was done, by the value of `done` in its address. */
const dones = { saved: "account.words.saved", removed: "account.words.removed" } as const;

/** The words that letters show, to choose, change and remove. */
export async function showWords(
  services: AccountRouteServices,
  visit: PersonVisit,
  problems: Problems = {},
): Promise<Response> {
  const { say } = visit;
  const words = await getWords(services.db, services.keyring, visit.session.accountId);
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  const typed = "words" in visit.form ? first(visit.form, "words") : (words ?? "");
  return services.draw(
    visit,
    {
      title: say("account.words.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.security },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.words.title")}</h1>
      <p class="govuk-body">{say("account.words.why")}</p>
      <PostForm visit={visit} action={paths.account.words}>
        <TextField visit={visit} problems={problems} name="words" hint autocomplete="off" value={typed} />
        <SubmitButton text={say("account.words.save")} />
      </PostForm>
      {words !== undefined && (
        <PostForm visit={visit} action={paths.account.removeWords}>
          <Button type="submit" classes="govuk-button--secondary" text={say("account.words.remove")} />
        </PostForm>
      )}
    </>,
  );
}

export async function postWords(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Words, visit.form);
  if ("problems" in typed) return showWords(services, visit, typed.problems);
  await chooseWords(services, visit.session, typed.value.words);
  return redirect(`${paths.account.words}?done=saved`);
}

export async function postRemoveWords(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  await chooseWords(services, visit.session, undefined);
  return redirect(`${paths.account.words}?done=removed`);
}
