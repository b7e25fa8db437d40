import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { activate, activateAgain } from "../../registry/accounts/activate.ts";
import { findLink } from "../../registry/accounts/link-tokens.ts";
import { Button } from "../../ui/button/button.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { addresses, loginAfter } from "./addresses.ts";
import { PostForm, SubmitButton } from "./form-parts.tsx";
import { rememberSentTo } from "../sent-to.ts";
import type { AccountRouteServices } from "./services.ts";

/** Mail scanners follow links, so the link only shows a button; pressing it activates. */
export async function showActivate(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = visit.url.searchParams.get("token") ?? "";
  const link = await findLink(services.db, "activate", token);
  if (link?.state === "valid" && link.accountStatus === "pending") return showButton(services, visit, token);
  return showDead(services, visit, token);
}

export async function postActivate(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  if (first(visit.form, "again") !== "") return sendAgain(services, visit, token);
  if (await activate(services, token)) return redirect(loginAfter("activated"));
  return showDead(services, visit, token);
}

async function sendAgain(services: AccountRouteServices, visit: Visit, token: string): Promise<Response> {
  const email = await activateAgain(services, token, networkOf(visit.address));
  if (email === undefined) return showDead(services, visit, token);
  return redirect(paths.account.registered, [rememberSentTo(services.keyring, email)]);
}

function showButton(services: AccountRouteServices, visit: Visit, token: string): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.activate.title") },
    <>
      <h1 class="govuk-heading-l">{say("account.activate.title")}</h1>
      <p class="govuk-body">{say("account.activate.text")}</p>
      <PostForm visit={visit} action={addresses.activate} hidden={{ token }}>
        <SubmitButton text={say("account.activate.submit")} />
      </PostForm>
    </>,
  );
}

/** A link that does nothing any more: why, and the one thing to do now. */
async function showDead(services: AccountRouteServices, visit: Visit, token: string): Promise<Response> {
  const { say } = visit;
  const link = await findLink(services.db, "activate", token);
  const kind = link === undefined ? "unknown" : link.accountStatus === "pending" ? "expired" : "used";
  const title = say(`account.activate.${kind}_title`);
  return services.draw(
    visit,
    { title, status: kind === "used" ? 200 : 404 },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say(`account.activate.${kind}`)}</p>
      {kind === "expired" && (
        <PostForm visit={visit} action={addresses.activate} hidden={{ token, again: "1" }}>
          <SubmitButton text={say("account.activate.again")} />
        </PostForm>
      )}
      {kind === "used" && <Button href={paths.account.login} text={say("account.login.submit")} />}
      {kind === "unknown" && <Button href={paths.account.register} text={say("account.activate.unknown_register")} />}
    </>,
  );
}
