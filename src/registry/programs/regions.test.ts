import { beforeAll, describe, expect, test } from "vitest";
import type { Regions } from "../../program/regions.ts";
import { loadRegions } from "./regions.ts";

describe("the regions of Indonesia", () => {
  let regions: Regions;
  beforeAll(async () => {
    regions = await loadRegions();
  });

  test("has the 38 provinces", () => {
    expect(regions.children(undefined)).toHaveLength(38);
  });

  test("goes down from a province to a village, each a child of the one before", () => {
    const names = [];
    let code: string | undefined;
    for (let level = 0; level < 4; level++) {
      const child = regions.children(code)[0];
      expect(child).toBeDefined();
      code = child?.code;
      names.push(regions.find(code ?? "")?.level);
    }
    expect(names).toEqual(["province", "regency", "district", "village"]);
    expect(regions.children(code)).toEqual([]);
  });

  test("writes names so that they can be read", () => {
    expect(regions.find("31")?.name).toBe("Daerah Khusus Ibukota Jakarta");
    expect(regions.find("34")?.name).toMatch(/Yogyakarta$/);
    expect(regions.find("32.73")?.name).toBe("Kota Bandung");
  });
});
