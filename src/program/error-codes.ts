interface Meaning {
  /** The names of the parameters that a text for this code may use. */
  readonly params: readonly string[];
  readonly meaning: string;
}

/**
 * Everything that can be wrong with what a person typed. A code is a message key; its words live in the texts, and a
 * test there walks over this table so that none is without words.
 */
export const errorMeanings = {
  required: { params: [], meaning: "Nothing was typed where an answer is needed." },
  choose_one: { params: [], meaning: "Nothing was chosen where one option is needed." },
  choose_some: { params: [], meaning: "Nothing was chosen where one or more options are needed." },
  not_an_option: { params: [], meaning: "The posted value is none of the options." },
  too_few: { params: ["min", "typed"], meaning: "Fewer options were chosen than needed." },
  too_many: { params: ["max", "typed"], meaning: "More options were chosen than allowed." },
  repeated: { params: [], meaning: "The same question was answered twice with different values in one post." },
  characters: { params: ["character"], meaning: "A character that cannot be kept, as U+0000; `character` names it." },
  too_long: { params: ["max", "typed"], meaning: "More characters than allowed." },
  too_short: { params: ["min", "typed"], meaning: "Fewer characters than needed." },
  pattern_letters: { params: [], meaning: "Only letters, spaces, dots, hyphens and apostrophes are allowed." },
  pattern_digits: { params: [], meaning: "Only digits are allowed." },
  pattern_letters_digits: { params: [], meaning: "Only letters and digits are allowed." },
  pattern_document_number: {
    params: [],
    meaning: "Only letters, digits, spaces, dots, slashes and hyphens are allowed.",
  },
  name: {
    params: [],
    meaning: "A name with something else than letters, spaces, dots, commas, hyphens and apostrophes.",
  },
  email: { params: [], meaning: "Not an e-mail address." },
  email_office: { params: ["domain"], meaning: "An e-mail address of an office where a personal one is wanted." },
  email_unknown: {
    params: ["domain"],
    meaning: "Warning only: whether addresses of this domain are personal is not known.",
  },
  phone: { params: [], meaning: "Not an Indonesian telephone number." },
  number: { params: [], meaning: "Not a number." },
  whole_number: { params: [], meaning: "A number with decimals where a whole one is needed." },
  decimals: { params: ["max"], meaning: "More decimals than allowed." },
  too_small: { params: ["min"], meaning: "A number or amount below the lowest allowed." },
  too_large: { params: ["max"], meaning: "A number or amount above the highest allowed." },
  money: { params: [], meaning: "Not an amount in whole rupiah." },
  date_required: { params: [], meaning: "No part of the date was typed." },
  date_part_missing: { params: ["part"], meaning: "A part of the date is missing: day, month or year." },
  date_part: { params: ["part"], meaning: "A part of the date is no such number: day, month or year." },
  date_not_real: { params: [], meaning: "The parts make no date of the calendar, as 31 February." },
  date_too_early: { params: ["min"], meaning: "The date is before the earliest allowed; `min` is an ISO date." },
  date_too_late: { params: ["max"], meaning: "The date is after the latest allowed; `max` is an ISO date." },
  date_in_future: { params: [], meaning: "The date must not be in the future." },
  too_young: { params: ["min"], meaning: "The person is younger than `min` years." },
  year: { params: [], meaning: "Not a year of four digits." },
  year_in_future: { params: [], meaning: "The year must not be in the future." },
  digits_only: { params: [], meaning: "A number such as a NIK with something else than digits in it." },
  digits_count: { params: ["count", "typed"], meaning: "A number such as a NIK with too few or too many digits." },
  nik_birth_date: { params: ["digits"], meaning: "Digits 7 to 12 of the NIK are no date of birth." },
  nik_birth_date_differs: { params: ["digits"], meaning: "Digits 7 to 12 of the NIK disagree with the date of birth." },
  nik_serial: { params: ["digits"], meaning: "The last four digits of the NIK are 0000." },
  nik_region_unknown: {
    params: ["digits"],
    meaning: "Warning only: the first six digits of the NIK are no known district.",
  },
  kk_serial: { params: ["digits"], meaning: "The last four digits of the KK number are 0000." },
  npwp: { params: ["typed"], meaning: "An NPWP has 15 or 16 digits." },
  postcode: { params: [], meaning: "A postcode has five digits and does not begin with 0." },
  region_missing: {
    params: ["part"],
    meaning: "A part of the region was not chosen: province, regency, district, village.",
  },
  region_unknown: { params: ["part"], meaning: "The chosen region does not exist at this level." },
  region_not_inside: { params: ["part"], meaning: "The chosen region does not lie in the one chosen before it." },
} as const satisfies Record<string, Meaning>;

export type ErrorCode = keyof typeof errorMeanings;

/** Every code, for the test that each has words in both languages. */
export const errorCodes = Object.keys(errorMeanings) as readonly ErrorCode[];
