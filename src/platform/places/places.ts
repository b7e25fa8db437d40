import { readFileSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { Reader, type Response } from "mmdb-lib";
import * as z from "zod";

/** Where an address is, as far as a map of addresses tells: a guess, never a proof. */
export type Place =
  /** The machine itself, a network that has no place of its own, or what no map knows. */
  | { readonly kind: "own" | "local" | "unknown" }
  | {
      readonly kind: "country";
      /** ISO 3166-1, two letters. */
      readonly country: string;
      /** Names of the town by language; empty where the map knows countries only. */
      readonly town: Readonly<Record<string, string>>;
      /** Whose network it is, where the map says so. */
      readonly operator: string | undefined;
    };

/** Maps of addresses that lie on this machine: nobody is asked. */
export interface Places {
  find(address: string): Place;
  /** Whom the licence of the maps wants to be named, with the address that it wants to be linked. */
  readonly credit: { readonly text: string; readonly href: string | undefined } | undefined;
}

const own = new BlockList();
own.addSubnet("127.0.0.0", 8, "ipv4");
own.addAddress("::1", "ipv6");

/** Private and shared networks, and what never leaves one line. */
const local = new BlockList();
for (const [network, bits] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  local.addSubnet(network, bits, "ipv4");
local.addSubnet("fc00::", 7, "ipv6");
local.addSubnet("fe80::", 10, "ipv6");

const Code = z.string().regex(/^[A-Z]{2}$/);
const Words = z.string().min(1).max(200);

// Makers of maps agree on the names of MaxMind's; some write the country and the town flat.
const Found = z.object({
  country: z
    .object({ iso_code: Code })
    .transform(({ iso_code }) => iso_code)
    .optional()
    .catch(undefined),
  country_code: Code.optional().catch(undefined),
  city: z
    .union([Words.transform((name) => ({ en: name })), z.object({ names: z.record(z.string(), Words) })])
    .optional()
    .catch(undefined),
  autonomous_system_organization: Words.optional().catch(undefined),
});

/**
 * Opens maps in the MMDB form, as `PLACES_FILE` names them; what the first of them says of an address goes before what
 * later ones say. Without any, only addresses without a place are told. Throws an error that names the file that is none.
 */
export function openPlaces(files: readonly string[], credit?: string): Places {
  const readers = files.map(openMap);
  return {
    find(address) {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
      const family = isIP(plain) === 6 ? "ipv6" : "ipv4";
      if (isIP(plain) === 0) return { kind: "unknown" };
      if (own.check(plain, family)) return { kind: "own" };
      if (local.check(plain, family)) return { kind: "local" };
      return placeOf(readers.map((reader) => Found.safeParse(reader.get(plain)).data ?? {}));
    },
    credit: credit === undefined ? undefined : readCredit(credit),
  };
}

function placeOf(found: readonly Partial<z.output<typeof Found>>[]): Place {
  const [country] = found.flatMap((one) => one.country ?? one.country_code ?? []);
  if (country === undefined) return { kind: "unknown" };
  const [city] = found.flatMap((one) => one.city ?? []);
  const [operator] = found.flatMap((one) => one.autonomous_system_organization ?? []);
  return { kind: "country", country, town: city === undefined ? {} : "names" in city ? city.names : city, operator };
}

function openMap(file: string): Reader<Response> {
  try {
    const reader = new Reader<Response>(readFileSync(file));
    reader.get("192.0.2.1");
    return reader;
  } catch (error) {
    throw new Error(`PLACES_FILE: ${file} cannot be read as a map of addresses (MMDB)`, { cause: error });
  }
}

/** "Peta Contoh https://peta.example": words, with an address at their end where the licence wants a link. */
function readCredit(credit: string): NonNullable<Places["credit"]> {
  const [, text = credit, href] = /^(.*\S)\s+(https:\/\/\S+)$/.exec(credit) ?? [];
  return { text, href };
}
