import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { projectRoot } from "../src/platform/project-root.ts";
import { newInstitutionKey } from "../src/registry/accounts/keys.ts";
import { randomKeyring } from "../src/platform/keys/keyring.ts";
import { loadFaq } from "../src/registry/faq/load.ts";
import { writeFaq } from "../src/registry/faq/write.ts";
import type { TestDatabase } from "./database.ts";

/** The institutions that the files of `helpdesk/faq` name. */
const places = ["pamjaki", "kementerian-bumn", "djp", "kemnaker", "rsud-contoh", "pusat-data-contoh"];

/** Loads every question of the files, with the institutions they need; says how many changed. */
export async function loadQuestions(
  database: TestDatabase,
  keyring = randomKeyring(),
  folder = join(projectRoot, "helpdesk/faq"),
): Promise<number> {
  for (const slug of places) {
    const id = uuidv7();
    const name = { id: `Instansi ${slug}`, en: `Institution ${slug}` };
    await database.owner.kysely
      .insertInto("institutions")
      .values({ id, slug, name, zone: "Asia/Jakarta", key_wrapped: newInstitutionKey(keyring, id).wrapped })
      .onConflict((clash) => clash.column("slug").doNothing())
      .execute();
  }
  return loadFaq(database.worker.kysely, folder);
}

/** A question of an institution that its staff wrote, with nothing special about it; returns its id. */
export async function aQuestion(
  { database }: { readonly database: Pick<TestDatabase, "staff"> },
  written: { readonly institutionId: string; readonly actorId: string },
): Promise<string> {
  const outcome = await writeFaq(database.staff.kysely, {
    ...written,
    institutions: [written.institutionId],
    slug: `contoh-${uuidv7()}`,
    program: null,
    category: "account",
    question: { id: "Pertanyaan contoh?", en: "A sample question?" },
    answer: { id: "Jawaban contoh.", en: "A sample answer." },
    words: "",
    shown: true,
  });
  if (typeof outcome === "string") throw new Error(`nothing was written: ${outcome}`);
  return outcome.id;
}
