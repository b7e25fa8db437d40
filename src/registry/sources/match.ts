import { facts, type Fact, type PersonFacts } from "../../platform/sources/source.ts";

/** What came of a comparison; which facts differ, and never what either side says. */
export type Match =
  | { readonly outcome: "right" | "not_found" | "not_available" }
  | { readonly outcome: "different"; readonly facts: readonly Fact[] };

const titlesBefore = new Set(["PROF", "DR", "DRS", "DRA", "DRG", "IR", "KH", "H", "HJ", "TN", "NY", "SDR", "SDRI"]);
const spelledOut: Readonly<Record<string, string>> = {
  M: "MUHAMMAD",
  MUH: "MUHAMMAD",
  MOH: "MUHAMMAD",
  MOCH: "MUHAMMAD",
  MHD: "MUHAMMAD",
  MUHAMAD: "MUHAMMAD",
  MOHAMAD: "MUHAMMAD",
  MOHAMMAD: "MUHAMMAD",
  MOCHAMAD: "MUHAMMAD",
  MOCHAMMAD: "MUHAMMAD",
  ABD: "ABDUL",
  ABDL: "ABDUL",
  ST: "SITI",
};
const placeKinds = new Set(["KOTA", "KAB", "KABUPATEN", "KOTAMADYA", "KOTIF", "DKI"]);
const places: Readonly<Record<string, string>> = {
  JKT: "JAKARTA",
  JOGJA: "YOGYAKARTA",
  YOGYA: "YOGYAKARTA",
  JOGJAKARTA: "YOGYAKARTA",
  BDG: "BANDUNG",
  SBY: "SURABAYA",
};

/**
 * Compares what an applicant stated with what a source has. Only facts that both have are compared; a person of whom
 * the source has nothing to compare is right when found, as in lists of names alone.
 */
export function match(stated: PersonFacts, known: PersonFacts | undefined): Match {
  if (!known) return { outcome: "not_found" };
  const different = facts.filter((fact) => {
    const [left = "", right = ""] = [stated[fact], known[fact]];
    return left !== "" && right !== "" && normal[fact](left) !== normal[fact](right);
  });
  return different.length === 0 ? { outcome: "right" } : { outcome: "different", facts: different };
}

const normal = {
  kk: (value) => value.replace(/\D/g, ""),
  birth_date: (value) => value.trim(),
  name: normalName,
  birth_place: normalPlace,
} as const satisfies Record<Fact, (value: string) => string>;

/**
 * Titles, case, accents, spaces and usual abbreviations do not make another name: Hj. St. Nurhayati, S.E. is Siti Nur
 * Hayati. An abbreviation is read so only as the first word: elsewhere it may be an initial of anything.
 */
function normalName(value: string): string {
  const [before = ""] = value.split(",");
  const words = wordsOf(before);
  while (words.length > 1 && titlesBefore.has(words[0] ?? "")) words.shift();
  const [first = "", ...rest] = words;
  return [spelledOut[first] ?? first, ...rest].join("");
}

function normalPlace(value: string): string {
  const words = wordsOf(value);
  const bare = words.filter((word) => !placeKinds.has(word));
  return (bare.length === 0 ? words : bare).map((word) => places[word] ?? word).join("");
}

function wordsOf(value: string): string[] {
  return value
    .normalize("NFKD")
    .replace(/[\p{M}'’`]/gu, "")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
