import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import type { Region, RegionLevel, Regions } from "../../src/program/regions.ts";

/** Two provinces with one way down to a village each: enough for toy programs. */
export function toyRegions(): Regions {
  return regionsFrom([
    { code: "31", name: "DKI Jakarta", level: "province" },
    { code: "31.71", name: "Kota Jakarta Pusat", level: "regency" },
    { code: "31.71.01", name: "Gambir", level: "district" },
    { code: "31.71.01.1001", name: "Gambir", level: "village" },
    { code: "32", name: "Jawa Barat", level: "province" },
    { code: "32.73", name: "Kota Bandung", level: "regency" },
    { code: "32.73.01", name: "Sukasari", level: "district" },
    { code: "32.73.01.1001", name: "Geger Kalong", level: "village" },
  ]);
}

/** All regions of Indonesia; takes about a second to read. */
export async function allRegions(): Promise<Regions> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ]);
  return regionsFrom([
    ...leveled(provinces, "province"),
    ...leveled(regencies, "regency"),
    ...leveled(districts, "district"),
    ...leveled(villages, "village"),
  ]);
}

function leveled(list: readonly { code: string; name: string }[], level: RegionLevel): Region[] {
  return list.map(({ code, name }) => ({ code, name, level }));
}

function regionsFrom(list: readonly Region[]): Regions {
  const byCode = new Map(list.map((region) => [region.code, region]));
  const byParent = Map.groupBy(list, ({ code }) => code.split(".").slice(0, -1).join("."));
  return { find: (code) => byCode.get(code), children: (parent) => byParent.get(parent ?? "") ?? [] };
}
