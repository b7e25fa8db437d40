import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { awaitsNumber } from "../../registry/numbers/gapless.query.ts";
import type { Visit } from "../route.ts";

/** The registration number; that it follows, where the deed did not give it itself; undefined when it is not due. */
export async function numberWords(
  db: Kysely<DB>,
  { say }: Visit,
  application: { readonly id: string; readonly number: string | null },
): Promise<string | undefined> {
  if (application.number !== null) return application.number;
  return (await awaitsNumber(db, application)) ? say("apply.number_follows") : undefined;
}
