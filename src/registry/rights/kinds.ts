/** What a person can ask of an institution about their data, beside a copy and an erasure. */
export const rightsKinds = ["correction", "restriction", "objection", "withdrawal"] as const;
export type RightsKind = (typeof rightsKinds)[number];

/** What was asked in the person's own words. */
export interface RightsWords {
  /** Which fact is wrong; of a correction. */
  readonly fact?: string;
  /** What it should be; of a correction. */
  readonly wish?: string;
  readonly why: string;
}
