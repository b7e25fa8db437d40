import { CompiledQuery } from "kysely";
import { countGuess } from "../../platform/limits.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { foundAccount, foundBy, type FoundRow } from "./account.query.ts";
import { devicesOf, type Device } from "./devices.ts";
import { guessedName } from "./guessed-names.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/** A browser that has logged in to the account before, and its try, which is counted. */
export interface CountedDevice extends Device {
  /** What its tries are counted by. */
  readonly subject: string;
  /** How many tries are counted now, with this one. */
  readonly tries: number;
}

interface Found {
  readonly account: FoundRow | undefined;
  /** Undefined for a browser that has not logged in to the account before: nothing is counted yet. */
  readonly device: CountedDevice | undefined;
  /** Under what guesses at the name are counted. */
  readonly name: string;
}

interface Row extends FoundRow {
  readonly device: number | null;
  readonly tries: number | null;
}

// The browser's own marks say under which row its try is counted, so most logins find and count on one way.
const findAndCount = `
  with found as (${foundAccount}),
  device as (
    select d.at, d.key
    from found f
    join unnest($6::uuid[], $7::text[]) with ordinality as d (account_id, key, at) on d.account_id = f.id
    order by d.at
    limit 1),
  counted as (
    insert into rate_limits as r (key, points, expire)
    select d.key, 1, $8::bigint from device d
    ${countGuess("$9::bigint")}
    returning r.points)
  select f.*, d.at as device, c.points as tries
  from found f
  left join device d on true
  left join counted c on true`;

/** Finds the account of a name and counts the try of a browser that has logged in to it before, at once. */
export async function findToLogIn(
  { db, keyring, limits }: AccountServices,
  attempt: { readonly name: LoginName; readonly device: string | undefined },
): Promise<Found> {
  const index = loginIndex(keyring, attempt.name);
  const rule = rules.loginKnownDevice;
  const devices = devicesOf(keyring, attempt.device).map((device) => {
    const subject = `${device.accountId}|${device.mark}`;
    return { ...device, subject, key: limits.keysOf(rule, subject)[0] };
  });
  const now = Date.now();
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(findAndCount, [
      ...foundBy(attempt.name.kind, index),
      devices.map(({ accountId }) => accountId),
      devices.map(({ key }) => key),
      now + rule.seconds * 1000,
      now,
    ]),
  );
  const [row] = rows;
  const device = devices[(row?.device ?? 0) - 1];
  return {
    account: row?.known === true ? row : undefined,
    device: device && { ...device, tries: row?.tries ?? 1 },
    name: guessedName(index),
  };
}
