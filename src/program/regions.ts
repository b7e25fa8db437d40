export type RegionLevel = "province" | "regency" | "district" | "village";

export interface Region {
  /** The ministry's code with dots, which begins with the code of its parent: `31.71.01.1001`. */
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
}

/** What the engine asks about regions. Both calls are made while a page is checked, so they must be in memory. */
export interface Regions {
  find(code: string): Region | undefined;
  /** The provinces when there is no parent; an empty list for a village or an unknown code. */
  children(parent: string | undefined): readonly { readonly code: string; readonly name: string }[];
}

export const regionLevels = ["province", "regency", "district", "village"] as const satisfies readonly RegionLevel[];
