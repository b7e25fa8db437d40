import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type DukcapilOffices, Office, type RegistryOffice } from "./dukcapil-file.ts";

/**
 * The office of a regency or city by its code, with what was loaded of it over what the file says; undefined where there
 * is no such region.
 */
export async function findOffice(
  db: Kysely<DB>,
  dukcapil: DukcapilOffices,
  code: string,
): Promise<RegistryOffice | undefined> {
  const office = dukcapil.officeOf(code);
  if (!office) return undefined;
  const row = await db.selectFrom("dukcapil_offices").select("office").where("code", "=", code).executeTakeFirst();
  return { ...office, ...Office.safeParse(row?.office).data };
}
