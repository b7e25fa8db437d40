import type { Keyring } from "../src/platform/keys/keyring.ts";
import { askForRight, type NewRight } from "../src/registry/rights/ask.ts";
import type { TestDatabase } from "./database.ts";

let made = 0;

/** A request about their data that somebody with an application made; gives its id and its number. */
export async function aRight(
  { database, keyring }: { readonly database: Pick<TestDatabase, "web" | "owner">; readonly keyring: Keyring },
  asked: Pick<NewRight, "about"> & Partial<NewRight> & { readonly accountId: string },
): Promise<{ readonly id: string; readonly number: string }> {
  const { accountId, about, kind = "correction" } = asked;
  // The same once more would be the same request.
  const words = asked.words ?? { fact: "Alamat", wish: "Jalan Contoh Nomor 2", why: `Pindah rumah, ${++made}.` };
  const given = await askForRight(
    { db: database.web.kysely, keyring },
    { accountId, staff: false },
    { kind, about, words },
  );
  if (!("number" in given)) throw new Error(`The request was not taken: ${given.problem}`);
  const [row] = await database.owner.sql<{ id: string }[]>`
    select id from rights_requests where number = ${given.number}`;
  return { id: row?.id ?? "", number: given.number };
}
