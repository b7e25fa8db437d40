import fc from "fast-check";

/** One thing to put into a field. */
export interface HostileText {
  readonly name: string;
  /** As it stands in an urlencoded body, so that bytes that are no text can be sent too. */
  readonly encoded: string;
  /** What arrives, which is what the form must give back. */
  readonly arrives: string;
  /** Where it is refused whatever the field asks for; a password may hold what a text may not. */
  readonly never: "everywhere" | "in texts" | undefined;
}

function taken(name: string, text: string): HostileText {
  return { name, encoded: encodeURIComponent(text.toWellFormed()), arrives: text.toWellFormed(), never: undefined };
}

function refused(name: string, text: string, never: HostileText["never"] = "everywhere"): HostileText {
  return { ...taken(name, text), never };
}

/** Bytes that are no UTF-8: each faulty sequence arrives as replacement characters. */
function bytes(name: string, encoded: string): HostileText {
  const raw = encoded.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const arrives = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.from(raw, "latin1"));
  return { name, encoded, arrives, never: "everywhere" };
}

/** Marks of a script that must never arrive as one: an element and an attribute that no page of ours has. */
export const probe = { element: "xss-probe", attribute: "onxssprobe" } as const;

const MILLION = 1_000_000;

/** Texts that no way of reading a field may stumble over. */
export const hostileTexts: readonly HostileText[] = [
  refused("NUL", "Siti\0Contoh"),
  refused("NUL alone", "\0"),
  refused("control characters", "\u0001\u0007\u0008\u001b[31m\u007f\u0085"),
  bytes("a lone high surrogate", "Siti%ED%A0%80"),
  bytes("a lone low surrogate", "%ED%BF%BFSiti"),
  bytes("overlong UTF-8", "..%C0%AF..%E0%80%AF"),
  bytes("a cut-off sequence", "Siti%F0%9F%98"),
  bytes("UTF-16 with its mark", "%FF%FES%00i%00"),
  refused("the replacement character", "Siti \ufffd"),
  refused("noncharacters", "\uffff\ufffe", "in texts"),
  refused("direction overrides", "\u202egnp.exe\u2066", "in texts"),
  refused("a megabyte of letters", "a".repeat(MILLION)),
  refused("two hundred thousand stacked marks", `a${"\u0316\u0301".repeat(MILLION / 10)}`),
  refused("many thousands of lines", "baris\n".repeat(MILLION / 60)),
  taken("a hundred thousand blanks", " ".repeat(MILLION / 10)),
  taken("emoji of many parts", "👩🏽‍🚒👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
  taken("letters of other scripts", "ꦱꦶꦠꦶ 陳 سيتي Ñandú"),
  taken("right to left", "\u200fסיתי\u200e שלום"),
  taken("invisible characters", "\u200b\u200c\u200d\ufeff\u00ad"),
  taken("digits of other scripts", "٣١٧١٠١١٧٠٥٩٠٠٠٠١"),
  taken("SQL", "'; drop table accounts; --"),
  taken("SQL with a comment", "1' or 1=1 /*\\"),
  taken("an element", `"'><${probe.element} src=x>`),
  taken("an attribute", `" ${probe.attribute}=1 autofocus x="' ${probe.attribute}=1 '`),
  taken("an end of whatever stands around it", `</textarea></title></option></style><${probe.element}>`),
  taken("an encoded element", `&lt;${probe.element}&gt;&#60;${probe.element}&#x3e;&quot;`),
  taken("an address that runs", "javascript:alert(1)//"),
  taken("a template", "{{7*7}}${7*7}<%= 7*7 %>#{7*7}"),
  taken("braces of a message", "{label, plural, one {x} other {#}} {name} '{'"),
  taken("an unfinished message", "{label"),
  taken("tags of a message", "<b>{x}</b>'<"),
  taken("a way out of a folder", "../../../../etc/passwd%00.jpg"),
  taken("lines of a header", "siti@contoh.example\r\nSet-Cookie: xssprobe=1\r\n\r\n<html>"),
  taken("lines of a letter", "siti@contoh.example\nBcc: lain@contoh.example"),
  taken("a formula", "=cmd|' /C calc'!A0"),
  taken("numbers that are none", "NaN"),
  taken("a number out of all bounds", "1e999999"),
  taken("minus nothing", "-0"),
  taken("a prototype", "__proto__"),
  taken("JSON", '{"$gt":"","__proto__":{"admin":true}}'),
  taken("percent signs", "%00%0d%0a%%%s%n%x"),
  taken("a word of SQL", "null"),
];

/** Arbitrary Unicode, the same in every run, so that a failure can be played again. */
const arbitraryTexts: readonly HostileText[] = [
  ...fc.sample(fc.string({ unit: "binary", maxLength: 40 }), { seed: 20_261_121, numRuns: 4 }),
  ...fc.sample(fc.string({ unit: "grapheme", maxLength: 60 }), { seed: 45, numRuns: 2 }),
  ...fc.sample(fc.string({ unit: "binary-ascii", maxLength: 30 }), { seed: 8, numRuns: 2 }),
].map((text, at) => taken(`arbitrary text ${at + 1}`, text));

const isHuge = ({ encoded }: HostileText) => encoded.length > 50_000;

/** Texts that would keep a careless reader busy; one of each is enough for a form, since every reading is tried apart. */
export const hugeTexts = hostileTexts.filter(isHuge);

/** Short texts that are refused wherever they stand, or in everything but a password; and one too long for any field. */
export const refusedTexts = [
  ...hostileTexts.filter((text) => text.never !== undefined && !isHuge(text)),
  refused("fifty thousand letters", "a".repeat(MILLION / 20)),
];

/** Texts that a field may take, if it takes anything like them. */
export const takenTexts = [
  ...hostileTexts.filter((text) => text.never === undefined && !isHuge(text)),
  ...arbitraryTexts,
];

/** All of them, each once. */
export const everyText: readonly HostileText[] = [...refusedTexts, ...hugeTexts, ...takenTexts];
