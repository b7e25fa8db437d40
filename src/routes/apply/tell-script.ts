import { itemKey } from "../../program/repeat.ts";
import { first } from "../../platform/http/form.ts";
import type { Saved } from "../../registry/applications/save-page.ts";
import { timeWords } from "../../texts/dates.ts";
import { asksJson, json } from "../respond.ts";
import type { Visit } from "../route.ts";

/** Whether a page saves itself, with nobody having pressed the button; only scripts can say so. */
export function isByItself(visit: Visit): boolean {
  return asksJson(visit.request) && first(visit.form, "by_itself") === "yes";
}

/**
 * Tells the script of a page what its save came to: the version that its next save begins from, and when it was saved
 * by the institution's clock. `to` leads on after the button; without it the form is sent once more as a form, and the
 * answer is the page with what is wrong. A conflict with another tab is `{ code: "stale" }` with 409.
 */
export function tellScript(
  visit: Visit,
  saved: Saved,
  { page, item }: { readonly page: string; readonly item?: number },
  goOn: (saved: Extract<Saved, { kind: "saved" }>) => Response,
): Response {
  if (saved.kind === "stale") return json({ code: "stale" }, 409);
  const { application } = saved;
  return json({
    version: application.pageVersions[itemKey(page, item)] ?? 0,
    time: timeWords(application.updatedAt, application.zone, visit.language),
    to: isByItself(visit) ? undefined : (goOn(saved).headers.get("location") ?? undefined),
  });
}
