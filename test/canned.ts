import { writeCanned } from "../src/registry/canned/write.ts";
import type { TestDatabase } from "./database.ts";

let written = 0;

/** A canned answer as its form sends it, each time with another title. */
export function cannedForm(institution: string) {
  return {
    institution,
    category: "",
    title: `Gangguan ${++written}`,
    answer_id: "Halo {nama}, tiket {nomor_tiket} kami periksa.",
    answer_en: "Hello {nama}, we look into {nomor_tiket}.",
    used: "yes",
    version: "",
  };
}

/** A canned answer of an institution; returns its id. */
export async function aCanned(
  { database }: { readonly database: Pick<TestDatabase, "owner" | "staff"> },
  {
    institutionId,
    actorId,
    category = null,
  }: { readonly institutionId: string; readonly actorId: string; readonly category?: string | null },
): Promise<string> {
  const { title, answer_id, answer_en } = cannedForm(institutionId);
  const answer = { id: answer_id, en: answer_en };
  const writing = { institutionId, actorId, institutions: [institutionId], category, title, answer, used: true };
  await writeCanned(database.staff.kysely, writing);
  const row = await database.owner.kysely
    .selectFrom("canned_answers")
    .select("id")
    .where("title", "=", title)
    .where("institution_id", "=", institutionId)
    .executeTakeFirstOrThrow();
  return row.id;
}
