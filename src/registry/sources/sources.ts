import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Log } from "../../platform/log.ts";
import { httpSource } from "../../platform/sources/http-source.ts";
import type { HttpSources } from "../../platform/sources/read-sources.ts";
import type { Source } from "../../platform/sources/source.ts";
import { notedSource } from "./answers.ts";
import { spendQuestion } from "./budget.ts";
import { tableSource } from "./people.ts";

/**
 * The sources by name: those of the settings over HTTP, all others from the table that was loaded. The same object at
 * every call, because each knows how often its service failed. Needs the worker's connection.
 */
export function sourcesOn(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly log: Log;
  readonly httpSources: HttpSources;
}): (name: string) => Source {
  const { db, keyring, log, httpSources } = services;
  const overHttp = new Map(
    Object.entries(httpSources).map(([source, settings]) => [
      source,
      notedSource(
        db,
        source,
        httpSource(source, settings, {
          spend: () => spendQuestion(db, source, settings.dailyBudget),
          report: (problem) => log.warn({ source, problem }, "a source did not answer"),
        }),
      ),
    ]),
  );
  return (name) => overHttp.get(name) ?? tableSource(db, keyring, name);
}
