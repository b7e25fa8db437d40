import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { cookies, readCookie } from "../../platform/http/cookies.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { findHeldForm } from "../../registry/sessions/held-form.ts";
import { Button } from "../../ui/button/button.tsx";
import type { Draw } from "../draw.tsx";
import { redirect } from "../respond.ts";
import { person, type PersonVisit, type Route } from "../route.ts";
import { HiddenForm } from "../typed-form.tsx";

type Services = { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly draw: Draw };

/** Gives a form back that was sent after its session had ended: one press sends it again. */
export function heldFormRoutes(services: Services): Route[] {
  return [person("GET", paths.account.held, (visit) => showHeldForm(services, visit))];
}

async function showHeldForm(services: Services, visit: PersonVisit): Promise<Response> {
  const { say, session } = visit;
  const token = readCookie(visit.request.headers.get("cookie"), cookies.held);
  const held = token && (await findHeldForm(services, token, session.accountId));
  if (!held) return redirect(paths.account.home);
  return services.draw(
    visit,
    { title: say("held.title") },
    <>
      <h1 class="govuk-heading-l">{say("held.title")}</h1>
      <p class="govuk-body">{say("held.text")}</p>
      <form method="post" action={held.path}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <HiddenForm form={held.form} />
        <div class="govuk-button-group">
          <Button text={say("held.send")} preventDoubleClick />
          <Button text={say("held.discard")} href={paths.account.home} classes="govuk-button--secondary" />
        </div>
      </form>
    </>,
  );
}
