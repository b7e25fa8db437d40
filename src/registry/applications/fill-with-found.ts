import type { Check } from "../../program/definition.ts";
import { fieldOf } from "../../program/fields/index.ts";
import type { Typed } from "../../program/journey.ts";
import type { FoundPerson } from "../sources/lookup.query.ts";
import { loadApplication } from "./load.query.ts";
import { savePage, type SaveServices } from "./save-page.ts";

/**
 * Fills a draft with what a source has of the person, as if they had typed it; they see it on its pages and may change
 * it. A page on which something was typed already is left alone.
 */
export async function fillWithFound(
  services: SaveServices,
  input: { readonly accountId: string; readonly applicationId: string; readonly person: FoundPerson },
): Promise<void> {
  const { accountId, applicationId, person } = input;
  const { compiled, typed } = await loadApplication(services, { applicationId, owner: accountId });
  const pages = new Map<string, Record<string, readonly string[]>>();
  const [check] = compiled.program.checks ?? [];
  for (const [fact, id] of Object.entries(check?.facts ?? {}) as [keyof Check["facts"], string][]) {
    const field = compiled.fieldsById.get(id);
    const answer = person[fact];
    if (!field || answer === undefined || answer === "" || Object.hasOwn(typed, field.step)) continue;
    pages.set(field.step, {
      ...pages.get(field.step),
      ...asForm(fieldOf(field.definition).type(field.definition, answer)),
    });
  }
  for (const [page, form] of pages) {
    // Nobody has said that the page is finished: it opens without a word about what is still empty.
    await savePage(services, { accountId, applicationId, page, form, seenVersion: 0, byItself: true });
  }
}

function asForm(page: Typed[string]): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(page).map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
  );
}
