import { describe, expect, it } from "vitest";
import { everyText } from "../../../test/bad-input/hostile-texts.ts";
import { toyRegions } from "../../../test/programs/regions.ts";
import { FieldDefinition, fieldOf, fields, type FieldType } from "./index.ts";

const now = new Date("2026-11-21T02:00:00Z");
const regions = toyRegions();
const label = { id: "Label", en: "Label" };
const options = [
  { value: "a", label },
  { value: "b", label },
];
const needed: Partial<Record<FieldType, object>> = { choice: { options }, choices: { options } };
const types = Object.keys(fields) as FieldType[];

function make(type: FieldType, more: object = {}): FieldDefinition {
  return FieldDefinition.parse({ id: "x", type, label, ...needed[type], ...more });
}

function check(type: FieldType, typed: string | readonly string[] | Record<string, string>, more: object = {}) {
  const definition = make(type, more);
  const page = typeof typed === "string" || Array.isArray(typed) ? { x: typed } : typed;
  const {
    answer,
    errors,
    warnings = [],
  } = fieldOf(definition).check(definition, page as Record<string, string>, { now, regions });
  return {
    answer,
    codes: errors.map(({ code }) => code),
    warnings: warnings.map(({ code }) => code),
    params: errors[0]?.params,
  };
}

describe.each(types)("a field of type %s", (type) => {
  const definition = make(type);
  const module = fieldOf(definition);

  it("accepts its own samples and types them back", () => {
    for (const person of [0, 1, 9998]) {
      const { answer, errors } = module.check(definition, module.sample(definition, { now, regions }, person), {
        now,
        regions,
      });
      expect(errors).toEqual([]);
      expect(answer).toBeDefined();
      if (answer === undefined) continue;
      expect(module.check(definition, module.type(definition, answer), { now, regions }).answer).toEqual(answer);
    }
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["a control character", "a\u0007b"],
    ["a lone surrogate", "a\ud800b"],
    ["the replacement character", "a\ufffdb"],
    ["an override of direction", "a\u202eb"],
  ])("refuses %s and does not throw", (_what, value) => {
    const typed = Object.fromEntries(module.names(definition).map((name) => [name, value]));
    const { answer, errors } = module.check(definition, typed, { now, regions });
    expect(answer).toBeUndefined();
    expect(errors).toHaveLength(1);
    if (module.codes.includes("characters")) expect(errors[0]?.code).toBe("characters");
  });

  it.each([
    ["letters", "a".repeat(1_000_000)],
    ["digits", "9".repeat(1_000_000)],
    ["blanks inside", `a${" ".repeat(1_000_000)}a`],
    ["combining marks", "a\u0301".repeat(500_000)],
    ["marks on one letter", `a${"\u0301\u0316".repeat(500_000)}`],
    ["marks on every letter", `a${"\u0301\u0316".repeat(15)}`.repeat(30_000)],
    ["dots and digits", "1.".repeat(500_000)],
    ["lines", "\n \n".repeat(333_333)],
    ["at signs", "a@".repeat(500_000)],
  ])(
    "answers a million characters of %s before the test's time is over, which no quadratic check would",
    (_what, value) => {
      const typed = Object.fromEntries(module.names(definition).map((name) => [name, value]));
      const { answer, errors } = module.check(definition, typed, { now, regions });
      expect(answer !== undefined || errors.length > 0).toBe(true);
    },
  );

  it("bears every hostile text, and gives no answer for one that nobody may store", () => {
    for (const { arrives, never, name } of everyText) {
      const typed = Object.fromEntries(module.names(definition).map((one) => [one, arrives]));
      const { answer, errors } = module.check(definition, typed, { now, regions });
      if (never !== undefined) expect([answer, errors.length > 0], name).toEqual([undefined, true]);
      else expect(JSON.stringify(answer ?? ""), name).not.toMatch(/\\u|\p{Cc}|[\ufffd\u202a-\u202e]/u);
    }
  });

  it("refuses two different values where it takes one", () => {
    if (type === "choices") return;
    const typed = Object.fromEntries(module.names(definition).map((name) => [name, ["1", "2"]]));
    expect(module.check(definition, typed, { now, regions }).errors[0]?.code).toBe("repeated");
  });
});

describe("text", () => {
  it("trims, collapses blanks and composes letters", () => {
    expect(check("text", "  Jalan \u00a0\t Me\u0301lati ").answer).toBe("Jalan Mélati");
  });
  it("counts characters, not UTF-16 units, and says how many there were", () => {
    expect(check("text", "😀".repeat(10), { max_length: 10 }).codes).toEqual([]);
    expect(check("text", "😀".repeat(11), { max_length: 10 })).toMatchObject({
      codes: ["too_long"],
      params: { max: 10, typed: 11 },
    });
  });
  it("keeps to its pattern", () => {
    expect(check("text", "12a", { pattern: "digits" }).codes).toEqual(["pattern_digits"]);
    expect(check("text", "503/A-1", { pattern: "document_number" }).codes).toEqual([]);
  });
});

describe("textarea", () => {
  it("keeps single line breaks and counts a posted CRLF once", () => {
    expect(check("textarea", "satu\r\ndua\n\n\n\ntiga ").answer).toBe("satu\ndua\n\ntiga");
    expect(check("textarea", "ab\r\ncd", { max_length: 5 }).codes).toEqual([]);
  });
});

describe("name", () => {
  it.each(["Siti", "Nur'aini", "I Gusti Ngurah Rai", "H. M. Contoh, S.H.", "Renée O’Contoh"])("accepts %s", (value) => {
    expect(check("name", value).answer).toBe(value);
  });
  it.each(["S1ti", "...", "<b>Siti</b>"])("refuses %s", (value) => {
    expect(check("name", value).codes).toEqual(["name"]);
  });
});

describe("email", () => {
  it("keeps the domain in small letters", () => {
    expect(check("email", " Siti.Contoh@Example.COM ").answer).toBe("Siti.Contoh@example.com");
  });
  it.each([
    "siti",
    "siti@",
    "@example.com",
    "siti@example",
    "a b@example.com",
    "a..b@example.com",
    "a@-x.com",
    "a@1.2",
  ])("refuses %s", (value) => {
    expect(check("email", value).codes).toEqual(["email"]);
  });
});

describe("phone", () => {
  it.each(["0812 3456 7890", "+62 812-3456-7890", "62812.3456.7890", "(0812) 34567890", "81234567890"])(
    "reads %s",
    (value) => {
      expect(check("phone", value).answer).toBe("+6281234567890");
    },
  );
  it.each(["123", "08123456789012345", "0812x", "+1 202 555 0100 9", "0021 555"])("refuses %s", (value) => {
    expect(check("phone", value).codes).toEqual(["phone"]);
  });
  it("asks for a mobile number where the program does", () => {
    expect(check("phone", "021 525 1234", { mobile: true }).codes).toEqual(["phone"]);
  });
});

describe("number and money", () => {
  it.each([
    ["1.500", 1500],
    ["12", 12],
    ["-3", -3],
    ["1.234.567", 1234567],
    ["-0", 0],
  ] as const)("reads %s", (value, answer) => {
    expect(check("number", value).answer).toBe(answer);
  });
  it("reads a decimal comma where decimals are allowed", () => {
    expect(check("number", "2,5", { decimals: 2 }).answer).toBe(2.5);
    expect(check("number", "2,555", { decimals: 2 }).codes).toEqual(["decimals"]);
    expect(check("number", "2,5").codes).toEqual(["whole_number"]);
  });
  it.each(["1.5", "1e9", "٣", "0x10", "1.50.000", "--1", "NaN", "Infinity"])("refuses %s", (value) => {
    expect(check("number", value).codes).toEqual(["number"]);
  });
  it("keeps to its limits", () => {
    expect(check("number", "11", { max: 10 })).toMatchObject({ codes: ["too_large"], params: { max: 10 } });
    expect(check("number", "0", { min: 1 })).toMatchObject({ codes: ["too_small"], params: { min: 1 } });
  });
  it.each(["Rp 1.500.000", "1500000", "rp1.500.000,00", "Rp. 1.500.000,-"])("reads the amount %s", (value) => {
    expect(check("money", value).answer).toBe(1_500_000);
  });
  it.each(["1.5 juta", "-5", "1,5"])("refuses the amount %s", (value) => {
    expect(check("money", value).codes).toEqual(["money"]);
  });
});

describe("date", () => {
  function on(day: string, month: string, year: string, more: object = {}) {
    return check("date", { "x.day": day, "x.month": month, "x.year": year }, more);
  }
  it("reads three parts", () => {
    expect(on("7", "05", "1990").answer).toBe("1990-05-07");
  });
  it("names the part that is missing or wrong", () => {
    expect(on("7", "", "1990")).toMatchObject({ codes: ["date_part_missing"], params: { part: "month" } });
    expect(on("7", "13", "1990")).toMatchObject({ codes: ["date_part"], params: { part: "month" } });
    expect(on("7", "5", "90")).toMatchObject({ codes: ["date_part"], params: { part: "year" } });
  });
  it("knows the calendar", () => {
    expect(on("29", "2", "2024").codes).toEqual([]);
    expect(on("29", "2", "1900").codes).toEqual(["date_not_real"]);
    expect(on("31", "4", "2024").codes).toEqual(["date_not_real"]);
  });
  it("keeps to its limits, by the calendar of Jakarta", () => {
    expect(on("21", "11", "2026", { past: true }).codes).toEqual([]);
    expect(on("22", "11", "2026", { past: true }).codes).toEqual(["date_in_future"]);
    expect(on("22", "11", "2009", { min_age: 17 }).codes).toEqual(["too_young"]);
    expect(on("21", "11", "2009", { min_age: 17 }).codes).toEqual([]);
    expect(on("1", "1", "2020", { min: "2020-01-02" }).codes).toEqual(["date_too_early"]);
    expect(on("3", "1", "2020", { max: "2020-01-02" }).codes).toEqual(["date_too_late"]);
  });
});

describe("nik", () => {
  it("reads sixteen digits, blanks allowed, of a man and of a woman", () => {
    expect(check("nik", "3171 0117 0590 0001").answer).toBe("3171011705900001");
    expect(check("nik", "3171015705900001").answer).toBe("3171015705900001");
  });
  it("says what is wrong", () => {
    expect(check("nik", "317101170590000")).toMatchObject({
      codes: ["digits_count"],
      params: { count: 16, typed: 15 },
    });
    expect(check("nik", "31710117O5900001").codes).toEqual(["digits_only"]);
    expect(check("nik", "3171013502900001")).toMatchObject({ codes: ["nik_birth_date"], params: { digits: "350290" } });
    expect(check("nik", "3171014002900001").codes).toEqual(["nik_birth_date"]);
    expect(check("nik", "3171011705900000").codes).toEqual(["nik_serial"]);
  });
  it("only warns of a district that it does not know", () => {
    expect(check("nik", "9999991705900001")).toMatchObject({
      codes: [],
      warnings: ["nik_region_unknown"],
      answer: "9999991705900001",
    });
  });
  it("is compared with the date of birth, forty days apart for women", () => {
    const definition = make("nik", { matches_birth_date: "lahir" });
    const compare = (nik: string, lahir: string) =>
      fieldOf(definition)
        .crossCheck?.(definition, nik, { lahir })
        .map(({ code }) => code);
    expect(compare("3171011705900001", "1990-05-17")).toEqual([]);
    expect(compare("3171015705900001", "1990-05-17")).toEqual([]);
    expect(compare("3171011805900001", "1990-05-17")).toEqual(["nik_birth_date_differs"]);
  });
});

describe("npwp, kk and postcode", () => {
  it("read digits with their usual marks", () => {
    expect(check("npwp", "01.234.567.8-012.000").answer).toBe("012345678012000");
    expect(check("npwp", "12345678")).toMatchObject({ codes: ["npwp"], params: { typed: 8 } });
    expect(check("kk", "3171010101150000").codes).toEqual(["kk_serial"]);
    expect(check("postcode", "01110").codes).toEqual(["postcode"]);
  });
});

describe("region", () => {
  const whole = { "x.province": "31", "x.regency": "31.71", "x.district": "31.71.01", "x.village": "31.71.01.1001" };
  it("is stored as its deepest code and shown from the village up", () => {
    expect(check("region", whole).answer).toBe("31.71.01.1001");
    const definition = make("region");
    expect(fieldOf(definition).show(definition, "32.73.01.1001", { language: "id", regions })).toBe(
      "Geger Kalong, Sukasari, Kota Bandung, Jawa Barat",
    );
  });
  it("says which level is missing, unknown or not inside the one before", () => {
    expect(check("region", { ...whole, "x.village": "" })).toMatchObject({
      codes: ["region_missing"],
      params: { part: "village" },
    });
    expect(check("region", { ...whole, "x.district": "31.71" })).toMatchObject({
      codes: ["region_unknown"],
      params: { part: "district" },
    });
    expect(check("region", { ...whole, "x.regency": "32.73" })).toMatchObject({
      codes: ["region_not_inside"],
      params: { part: "regency" },
    });
  });
});

describe("choice, choices and yes_no", () => {
  it("take only their options", () => {
    expect(check("choice", "c").codes).toEqual(["not_an_option"]);
    expect(check("yes_no", "maybe").codes).toEqual(["not_an_option"]);
    expect(check("yes_no", "yes").answer).toBe(true);
    expect(check("choices", ["b", "a", "b"]).answer).toEqual(["a", "b"]);
    expect(check("choices", ["b", "z"]).codes).toEqual(["not_an_option"]);
    expect(check("choices", "a", { min: 2 })).toMatchObject({ codes: ["too_few"], params: { min: 2, typed: 1 } });
    expect(check("choices", ["a", "b"], { max: 1 }).codes).toEqual(["too_many"]);
  });
});
