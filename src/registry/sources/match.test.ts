import { expect, it } from "vitest";
import { match } from "./match.ts";

const known = {
  kk: "3171010101150001",
  name: "SITI NURHAYATI CONTOH",
  birth_place: "BANDUNG",
  birth_date: "1990-05-17",
};

it("takes titles, case, spaces and usual abbreviations for the same name", () => {
  for (const name of ["Siti Nur Hayati Contoh", "Hj. St. Nurhayati Contoh, S.E., M.M.", "dra siti nurhayati cóntoh"]) {
    expect(match({ name }, known), name).toEqual({ outcome: "right" });
  }
  expect(match({ name: "Moch. Amir Contoh" }, { name: "MUHAMMAD AMIR CONTOH" })).toEqual({ outcome: "right" });
  expect(match({ name: "Amir M. Contoh" }, { name: "AMIR MUHAMMAD CONTOH" })).toMatchObject({ facts: ["name"] });
});

it("takes a town for the same with and without its kind", () => {
  for (const birth_place of ["Kota Bandung", "Kab. Bandung", " bandung ", "BDG"]) {
    expect(match({ birth_place }, known), birth_place).toEqual({ outcome: "right" });
  }
  expect(match({ birth_place: "Kota" }, { birth_place: "Kabupaten" })).toMatchObject({ outcome: "different" });
});

it("says which facts differ, and nothing of their values", () => {
  const stated = { kk: "3171010101150002", name: "Siti Lain", birth_place: "Bandung", birth_date: "1991-05-17" };
  expect(match(stated, known)).toEqual({ outcome: "different", facts: ["kk", "name", "birth_date"] });
});

it("compares only what both sides have", () => {
  expect(match({ name: "Siti Nurhayati Contoh", kk: "" }, known)).toEqual({ outcome: "right" });
  expect(match({ name: "Siapa Saja" }, {})).toEqual({ outcome: "right" });
  expect(match(known, undefined)).toEqual({ outcome: "not_found" });
});
