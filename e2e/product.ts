import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, type Db } from "../src/platform/db/connect.ts";
import { readKeyring, type Keyring } from "../src/platform/keys/keyring.ts";
import { createActiveAccount, createStaff } from "../src/registry/accounts/create.ts";
import { hashPassword } from "../src/registry/accounts/passwords.ts";
import type { Role } from "../src/registry/accounts/permissions.ts";
import { catalogOf, type Catalog } from "../src/registry/programs/catalog.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import { toyRegions } from "../test/programs/regions.ts";

/** Everybody's password here, and the authenticator of staff, in base32. */
export const password = "kucing terbang di atas atap";
export const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** A person of the tests, with a session that has begun already. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** The value of the session cookie. */
  readonly session: string;
}

/** The running product from behind: its database and keys, so that a story need not begin with everybody else's. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  readonly owner: Db;
  readonly web: Db;
  readonly staff: Db;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
  applicant(name?: string): Promise<Person>;
  /** Staff of the institution whose program the stories use, or of another one. */
  member(role: Role, name?: string, institution?: string): Promise<Person>;
  /** A NIK that nobody else in this run has, of a man born on 17 May 1990 where nothing else is said. */
  freshNik(birth?: string): string;
  close(): Promise<void>;
}

/** Opens what stands behind the product that `product.setup.ts` started. */
export function openProduct(): Product {
  const url = process.env["E2E_URL"] ?? "";
  const dataDir = process.env["E2E_DATA_DIR"] ?? "";
  const database = databaseUrl(dataDir);
  const owner = connect({ url: database, max: 2 });
  const web = connect({ url: database, role: "daftar_web", max: 2 });
  const staff = connect({ url: database, role: "daftar_staff", max: 2 });
  const keyring = readKeyring(join(dataDir, "keys"), { create: false });
  const hashed = hashPassword(keyring, password).then((hash) => ({ hash }));
  const person = async (accountId: string, who: { name: string; email: string }, kind: "applicant" | "staff") => ({
    ...who,
    accountId,
    session: await startSession(web.kysely, { accountId, kind, factor: kind === "staff" }),
  });
  return {
    url,
    dataDir,
    owner,
    web,
    staff,
    keyring,
    // The villages that the journeys name are the same in the small set, which needs no second to load.
    catalog: catalogOf(web.kysely, toyRegions()),
    async applicant(name = "Siti Contoh") {
      const who = { name, email: freshEmail() };
      return person(
        await createActiveAccount(owner.kysely, keyring, { ...who, password: await hashed }),
        who,
        "applicant",
      );
    },
    async member(role, name = "Rina Contoh", institution = "djp") {
      const who = { name, email: freshEmail() };
      const roles = [{ institutionId: await institutionOf(owner, institution), role }];
      const staff = { ...who, password: await hashed, roles, totpSecret };
      return person(await createStaff(owner.kysely, keyring, staff), who, "staff");
    },
    freshNik: (birth = "170590") => {
      const { district, sequence } = freshNumbers();
      return `3171${String(district).padStart(2, "0")}${birth}${String(sequence).padStart(4, "0")}`;
    },
    close: async () => {
      await Promise.all([owner.close(), web.close(), staff.close()]);
    },
  };
}

/** PostgreSQL writes its port down where it runs; the product its password. */
function databaseUrl(dataDir: string): string {
  const secret = readFileSync(join(dataDir, "postgres.password"), "utf8").trim();
  const port = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3] ?? "";
  return `postgres://daftar:${secret}@127.0.0.1:${port}/daftar`;
}

async function institutionOf(owner: Db, slug: string): Promise<string> {
  const { id } = await owner.kysely
    .selectFrom("institutions")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return id;
}

let made = 0;

/** Far more people than the stories of one worker have; with 200 the next worker's people were made twice. */
const PEOPLE_OF_A_WORKER = 1000;

/** Workers share the database, and Playwright numbers them anew for every process it starts. */
function freshNumbers(): { readonly district: number; readonly sequence: number } {
  if (made === PEOPLE_OF_A_WORKER) throw new Error("One worker makes more people than it has numbers for.");
  const number = Number(process.env["TEST_WORKER_INDEX"] ?? 0) * PEOPLE_OF_A_WORKER + made++;
  return { district: 1 + (Math.floor(number / 9000) % 8), sequence: 1 + (number % 9000) };
}

function freshEmail(): string {
  const { district, sequence } = freshNumbers();
  return `orang.${district}.${sequence}@contoh.example`;
}
