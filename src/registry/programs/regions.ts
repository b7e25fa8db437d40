import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { regionLevels, type Region, type Regions } from "../../program/regions.ts";

/**
 * All regions of Indonesia down to the village, in memory (about 91 000 names, read once in well
 * under a second). The codes are the ministry's, with dots; the data are under the ODbL 1.0.
 */
export async function loadRegions(): Promise<Regions> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  const byCode = new Map<string, Region>();
  const byParent = new Map<string, Region[]>();
  for (const [depth, areas] of levels.entries()) {
    const level = regionLevels[depth];
    if (!level) continue;
    for (const { code, name } of areas) {
      const region: Region = { code, name: titleCase(name), level };
      byCode.set(code, region);
      const parent = code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : "";
      const siblings = byParent.get(parent);
      if (siblings) siblings.push(region);
      else byParent.set(parent, [region]);
    }
  }
  const collator = new Intl.Collator("id");
  for (const siblings of byParent.values()) siblings.sort((a, b) => collator.compare(a.name, b.name));
  return {
    find: (code) => byCode.get(code),
    children: (parent) => byParent.get(parent ?? "") ?? [],
  };
}

/** The data are in capitals, which are hard to read in long lists; abbreviations stay as they are. */
function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s\-/(.'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(Dan|Of)\b/g, (word) => word.toLowerCase())
    .replace(/\b[IVX][ivx]+\b/g, (word) => word.toUpperCase());
}
