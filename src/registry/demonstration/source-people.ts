import { Readable } from "node:stream";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { loadSource } from "../sources/load.ts";

const COUNT = 1000;

/** A person who does not exist, as a source of the demonstration has them; the date as `1990-05-17`. */
interface SourcePerson {
  readonly nik: string;
  readonly kk: string;
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
}

const women = ["Anisa", "Dewi", "Fitri", "Intan", "Kartika", "Lestari", "Mawar", "Nurul", "Ratna", "Wulan"];
const men = ["Adi", "Bagus", "Cahyo", "Dimas", "Eko", "Fajar", "Gilang", "Hendra", "Joko", "Rizki"];
const middles = ["Angin", "Bintang", "Embun", "Fajar", "Hujan", "Langit", "Mentari", "Pelangi", "Rembulan", "Senja"];
const towns = [
  { code: "317101", name: "JAKARTA" },
  { code: "327301", name: "BANDUNG" },
  { code: "337401", name: "SEMARANG" },
  { code: "357801", name: "SURABAYA" },
  { code: "127101", name: "MEDAN" },
] as const;

/** Which of the thousand each source has: the civil registry all of them, the others a part. */
const sources: Readonly<Record<string, number>> = { dukcapil: 1, dapodik: 4, thk2: 5, lulus_pg: 7 };

/** The same thousand in every demonstration, each with a NIK that agrees with birth and sex. */
export function listSourcePeople(): readonly SourcePerson[] {
  return Array.from({ length: COUNT }, (_, at) => {
    const town = pick(towns, at);
    const isWoman = at % 2 === 0;
    const [day, month, year] = [1 + (at % 28), 1 + (at % 12), 1970 + (at % 35)];
    const serial = pad(at + 1, 4);
    const given = pick(isWoman ? women : men, Math.floor(at / 2));
    return {
      nik: `${town.code}${pad(isWoman ? day + 40 : day, 2)}${pad(month, 2)}${pad(year % 100, 2)}${serial}`,
      kk: `${town.code}010115${serial}`,
      name: `${given} ${pick(middles, Math.floor(at / 20))} Contoh`.toUpperCase(),
      birthPlace: town.name,
      birthDate: `${year}-${pad(month, 2)}-${pad(day, 2)}`,
    };
  });
}

/** Loads the four sources of the demonstration; one that was loaded before is left as it is. Needs the owner's connection. */
export async function ensureSources(services: {
  readonly owner: Kysely<DB>;
  readonly keyring: Keyring;
}): Promise<void> {
  const loaded = await services.owner.selectFrom("sources").select("source").execute();
  const known = new Set(loaded.map(({ source }) => source));
  for (const [source, every] of Object.entries(sources)) {
    if (known.has(source)) continue;
    const people = listSourcePeople().filter((_, at) => at % every === 0);
    await loadSource(services, {
      source,
      csv: Readable.from(["nik,kk,name,birth_place,birth_date\n", ...people.map((person) => `${lineOf(person)}\n`)]),
      onBadLine({ line, problem }) {
        throw new Error(`the demonstration's ${source}:${line} ${problem}`);
      },
    });
  }
}

function lineOf({ nik, kk, name, birthPlace, birthDate }: SourcePerson): string {
  return [nik, kk, name, birthPlace, birthDate].join(",");
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
