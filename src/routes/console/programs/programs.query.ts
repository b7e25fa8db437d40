import type { Transaction } from "kysely";
import { statuses, type Status } from "../../../program/workflow.ts";
import type { DB } from "../../../platform/db/generated/schema.ts";

/** How many applications each program has in each status, drafts too. `trx` must come from `withStaff`. */
export async function countApplications(
  trx: Transaction<DB>,
): Promise<ReadonlyMap<string, readonly { readonly status: Status; readonly count: number }[]>> {
  const rows = await trx
    .selectFrom("applications")
    .select(["program_id", "status"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy(["program_id", "status"])
    .execute();
  const inOrder = rows.toSorted((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status));
  return Map.groupBy(inOrder, ({ program_id }) => program_id);
}

/** How many people have confirmed a registration to each program without accounts. `trx` must come from `withStaff`. */
export async function countSubscribers(trx: Transaction<DB>): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom("subscriptions")
    .select("program_id")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("status", "=", "confirmed")
    .groupBy("program_id")
    .execute();
  return new Map(rows.map(({ program_id, count }) => [program_id, Number(count)]));
}
