import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ensurePersonKey } from "../src/registry/accounts/keys.ts";
import { importMembers } from "../src/registry/members/import.ts";
import { memberColumns } from "../src/registry/members/read-member.ts";
import { sealStated } from "../src/registry/members/stated.ts";
import type { Db } from "../src/platform/db/connect.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";

interface Standing {
  readonly database: { readonly owner: Db };
  readonly keyring: Keyring;
}

/** A member of before, as a line of the table has them. */
export interface TestMember {
  readonly number: string;
  readonly name: string;
  readonly birth_date: string;
  readonly nik?: string;
  readonly email?: string;
}

/** Imports members of `pamjaki-anggota`, which must be published. */
export async function someMembers(app: Standing, members: readonly TestMember[]) {
  const lines = members.map((member) => memberColumns.map((column) => member[column] ?? "").join(","));
  await importMembers(
    { owner: app.database.owner.kysely, keyring: app.keyring },
    {
      program: "pamjaki-anggota",
      csv: Readable.from([[memberColumns.join(","), ...lines].join("\n")]),
      dryRun: false,
      onBadLine({ line, problem }) {
        throw new Error(`the test's member on line ${line} ${problem}`);
      },
    },
  );
}

/** What somebody states of a number of before, at the secretariat already unless `asked` is false; gives its id. */
export async function aProof(
  { database, keyring }: Standing,
  of: { readonly accountId: string; readonly program: string; readonly number?: string; readonly asked?: boolean },
): Promise<string> {
  const { kysely } = database.owner;
  const program = await kysely
    .selectFrom("programs")
    .select(["id", "institution_id"])
    .where("slug", "=", of.program)
    .executeTakeFirstOrThrow();
  const { accountId } = of;
  const key = await ensurePersonKey(kysely, keyring, { accountId, institutionId: program.institution_id });
  const id = uuidv7();
  const stated = {
    number: of.number ?? "PMJ-2019-00012",
    birthDate: "1990-05-17",
    second: { kind: "email" as const, value: "siti.lama@contoh.example" },
  };
  await kysely
    .insertInto("number_proofs")
    .values({
      id,
      institution_id: program.institution_id,
      program_id: program.id,
      account_id: accountId,
      stated_sealed: sealStated(key, id, stated),
      code_hmac: randomBytes(32),
      expires_at: sql`app_now() + interval '15 minutes'`,
      asked_at: of.asked === false ? null : sql`app_now()`,
    })
    .execute();
  return id;
}
