import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { askForErasure } from "../../registry/erasures/ask.ts";
import { findErasure, listKeeping, type KeepingInstitution } from "../../registry/erasures/erasures.query.ts";
import { undoErasure } from "../../registry/erasures/undo.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { ErasePage, type EraseErrors } from "./erase.page.tsx";
import { doneBanner } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";

/** Where one asks for one's data to be erased, or sees the erasure that waits and takes it back. */
export async function showErase(
  services: AccountRouteServices,
  visit: PersonVisit,
  errors: EraseErrors = {},
): Promise<Response> {
  const { say, session, url } = visit;
  const { accountId } = session;
  const wrong = Object.keys(errors).length > 0;
  return services.draw(
    visit,
    {
      title: say("account.erase.title"),
      errors: wrong,
      status: wrong ? 422 : 200,
      back: { href: paths.account.data, text: say("account.data.title") },
      ...(url.searchParams.get("done") === "undone" ? { banner: doneBanner(say, "account.erase.undone") } : {}),
    },
    <ErasePage
      visit={visit}
      waiting={await findErasure(services.db, accountId)}
      keeping={await listKeeping(services.db, accountId)}
      errors={errors}
    />,
  );
}

export async function postErase(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { form, session } = visit;
  const keeping = await listKeeping(services.db, session.accountId);
  const scope = scopeOf(first(form, "scope"), keeping);
  const errors: EraseErrors = {
    ...(scope === undefined ? { scope: "account.erase.error.scope" } : {}),
    ...(first(form, "sure") === "yes" ? {} : { sure: "account.erase.error.sure" }),
  };
  if (scope === undefined || Object.keys(errors).length > 0) return showErase(services, visit, errors);
  const asked = await askForErasure(services, session, scope);
  // Asked for twice is asked for once: the page shows the one that waits.
  if ("problem" in asked && asked.problem !== "waiting") {
    return showErase(services, visit, { scope: `account.erase.error.${asked.problem}` });
  }
  return redirect(paths.account.erase);
}

/** Takes the erasure back; when it was done or taken back meanwhile, the page says how it stands. */
export async function postUndoErasure(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const undone = await undoErasure(services, visit.session);
  return redirect(undone ? `${paths.account.erase}?done=undone` : paths.account.erase);
}

function scopeOf(typed: string, keeping: readonly KeepingInstitution[]) {
  if (typed === "account") return "account" as const;
  const found = keeping.find(({ id }) => id === typed);
  return found && { institutionId: found.id };
}
