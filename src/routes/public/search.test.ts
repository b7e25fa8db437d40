import { describe, expect, test } from "vitest";
import { fold, matches } from "./search.ts";

const npwp = fold("Pendaftaran NPWP orang pribadi Direktorat Jenderal Pajak");

describe("the search of the portal", () => {
  test.each(["npwp", "NPWP", "ｎｐｗｐ", "pajak npwp", "daftar", "  jenderal,  pribadi! ", "nṕwp"])(
    "finds by %j",
    (query) => {
      expect(matches(npwp, query)).toBe(true);
    },
  );

  test.each(["sim", "npwp sim", "!!!", "\0", "\ud800"])("finds nothing by %j", (query) => {
    expect(matches(npwp, query)).toBe(false);
  });
});
