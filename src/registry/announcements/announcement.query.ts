import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { getName } from "../accounts/name.query.ts";

/** An announcement as its officers see it. */
export interface AnnouncementView {
  readonly fileAnnouncesAt: Date | null;
  /** How many verdicts wait for it. */
  readonly held: number;
  readonly moves: readonly {
    readonly at: Date;
    readonly by: string;
    readonly announcesAt: Date;
    readonly reason: string;
  }[];
}

/** Reads an announcement with its history, newest first. `trx` must come from `withStaff`. */
export async function readAnnouncement(
  trx: Transaction<DB>,
  keyring: Keyring,
  programId: string,
): Promise<AnnouncementView> {
  const program = await trx
    .selectFrom("programs as p")
    .select("p.file_announces_at")
    .select((eb) =>
      eb
        .selectFrom("applications as a")
        .whereRef("a.program_id", "=", "p.id")
        .where("a.status", "=", "decided")
        .select((inner) => inner.fn.countAll<number>().as("held"))
        .as("held"),
    )
    .where("p.id", "=", programId)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom("program_announcements")
    .select(["at", "moved_by", "announces_at", "reason"])
    .where("program_id", "=", programId)
    .orderBy("at", "desc")
    .execute();
  const names = new Map<string, string>();
  for (const id of new Set(rows.map(({ moved_by }) => moved_by))) names.set(id, await getName(trx, keyring, id));
  return {
    fileAnnouncesAt: program.file_announces_at,
    held: Number(program.held),
    moves: rows.map((row) => ({
      at: row.at,
      by: names.get(row.moved_by) ?? "",
      announcesAt: row.announces_at,
      reason: row.reason,
    })),
  };
}
