import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writePlaces } from "../../../test/places.ts";
import { placeWords } from "../../texts/places.ts";
import { openPlaces } from "./places.ts";

const folder = mkdtempSync(join(tmpdir(), "daftar-places-"));
afterAll(() => rmSync(folder, { recursive: true }));

const towns = join(folder, "towns.mmdb");
writePlaces(towns, {
  "203.0.113.0/25": { country: { iso_code: "ID" }, city: { names: { en: "Jakarta" } } },
  "203.0.113.128/25": { country_code: "ID", city: "Makassar" },
  "198.51.100.0/24": { country: { iso_code: "SG" } },
  "192.0.2.0/24": { country: { iso_code: "nowhere" }, city: { names: { en: "Nowhere" } } },
});
const operators = join(folder, "operators.mmdb");
writePlaces(operators, { "203.0.113.0/24": { autonomous_system_organization: "Operator Contoh" } });

describe("the place of an address", () => {
  const places = openPlaces([towns, operators]);
  const words = (address: string, language: "id" | "en" = "id") => placeWords(places.find(address), language);

  test("is its town, its country and its operator, as far as the maps say so", () => {
    expect(words("203.0.113.9")).toBe("Jakarta, Indonesia · Operator Contoh");
    expect(words("203.0.113.200")).toBe("Makassar, Indonesia · Operator Contoh");
    expect(words("::ffff:198.51.100.7", "en")).toBe("Singapore");
    expect(words("198.51.100.7")).toBe("Singapura");
  });

  test("is said in words where no map can know it", () => {
    expect(["127.0.0.1", "::1", "127.9.9.9"].map((address) => words(address, "en"))).toEqual(
      Array(3).fill("The computer of this service itself"),
    );
    const networks = ["10.0.0.1", "100.64.1.1", "172.31.0.1", "192.168.1.1", "169.254.1.1", "fd00::1", "fe80::1%eth0"];
    expect(networks.map((address) => words(address))).toEqual(networks.map(() => "Jaringan setempat"));
    for (const address of ["192.0.2.5", "8.8.8.8", "2001:db8::1", "unknown", ""])
      expect(words(address)).toBe("Tempat tidak diketahui");
    expect(openPlaces([]).find("203.0.113.9")).toEqual({ kind: "unknown" });
  });
});

test("a file that is no map is named, and so is whom a licence wants to be named", () => {
  const junk = join(folder, "junk.mmdb");
  writeFileSync(junk, "no map");
  expect(() => openPlaces([junk])).toThrow(`PLACES_FILE: ${junk}`);
  expect(() => openPlaces([join(folder, "missing.mmdb")])).toThrow("missing.mmdb");
  expect(openPlaces([], "Peta Contoh https://peta.example/a").credit).toEqual({
    text: "Peta Contoh",
    href: "https://peta.example/a",
  });
  expect(openPlaces([], "Peta Contoh").credit).toEqual({ text: "Peta Contoh", href: undefined });
});
