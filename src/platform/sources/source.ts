/** What a source may know of a person, besides the NIK by which it is asked. */
export const facts = ["kk", "name", "birth_place", "birth_date"] as const;
export type Fact = (typeof facts)[number];

/** A person as a source or an applicant states them: digits, words, and a date as `1990-05-17`. */
export type PersonFacts = { readonly [fact in Fact]?: string };

/** A source that answers: the person it has under a NIK, or undefined for nobody. Throws when it does not answer. */
export interface Source {
  find(nik: string): Promise<PersonFacts | undefined>;
}

/** A source that does not answer now; it is asked again later, and not before `until` where that is known. */
export class SourceSilent extends Error {
  readonly until: Date | undefined;

  constructor(source: string, options: { readonly cause?: unknown; readonly until?: Date } = {}) {
    super(`the source ${source} does not answer`, { cause: options.cause });
    this.name = "SourceSilent";
    this.until = options.until;
  }
}
