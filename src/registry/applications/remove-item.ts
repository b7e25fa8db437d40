import { sql } from "kysely";
import { walk } from "../../program/journey.ts";
import { itemKey } from "../../program/repeat.ts";
import { conflict } from "../../platform/refusals.ts";
import { changeOf } from "./change.ts";
import { mayEditItems } from "./editable.ts";
import { identityStep } from "./identity.ts";
import { journeyState, loadApplication } from "./load.query.ts";
import type { SaveServices } from "./save-page.ts";

/**
 * Takes an item out of the list of a repeated page, for good. One that is not there any more changes nothing. Refuses
 * (409) where items may not come and go now.
 */
export async function removeItem(
  services: SaveServices,
  input: { readonly accountId: string; readonly applicationId: string; readonly page: string; readonly item: number },
): Promise<void> {
  // Somebody else's save between our read and our write only means reckoning again.
  for (let tries = 0; tries < 5; tries++) if (await tryRemove(services, input)) return;
  throw conflict("busy");
}

async function tryRemove(services: SaveServices, input: Parameters<typeof removeItem>[1]): Promise<boolean> {
  const before = await loadApplication(services, { applicationId: input.applicationId, owner: input.accountId });
  if (!mayEditItems(before, input.page)) throw conflict("not_editable");
  const key = itemKey(input.page, input.item);
  if (!Object.hasOwn(before.typed, key)) return true;
  const { [key]: _, ...typed } = before.typed;
  const after = { ...before, typed };
  const walked = walk(after.compiled, journeyState(after));
  const taken = before.identityTaken ? identityStep(before.compiled) : undefined;
  const change = await changeOf(services, { before, after, walked, invalid: taken ? [taken.id] : [] });
  return services.db.transaction().execute(async (trx) => {
    const [changed] = (await change.execute(trx)).rows;
    if (!changed) return false;
    await sql`select remove_page_item(${before.id}::uuid, ${before.accountId}::uuid, ${changed.version}::integer, ${key})`.execute(
      trx,
    );
    return true;
  });
}
