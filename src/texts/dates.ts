import type { Language } from "./texts.ts";

/** The three zones of Indonesia by the names people use; an institution lives in one of them. */
const zoneNames: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** What people call a zone: "WIB". */
export function zoneName(zone: string): string {
  return zoneNames[zone] ?? zone;
}

const locales = { id: "id-ID", en: "en-GB" } as const;

type Shape = "long" | "short";
const made = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a thousand times what using it does.
function dayFormat(zone: string, language: Language, shape: Shape): Intl.DateTimeFormat {
  const key = `${zone} ${language} ${shape}`;
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], {
      timeZone: zone,
      day: "numeric",
      month: shape,
      year: "numeric",
    });
    made.set(key, format);
  }
  return format;
}

/** "31 Desember 2026", by the calendar of the zone. */
export function dayWords(moment: Date, zone: string, language: Language): string {
  return dayFormat(zone, language, "long").format(moment);
}

/** "31 Des 2026", for cards and tables. */
export function shortDay(moment: Date, zone: string, language: Language): string {
  return dayFormat(zone, language, "short").format(moment);
}

/** "31 Desember 2026 pukul 23.59 WIB": every moment that binds anybody names its zone. */
export function momentWords(moment: Date, zone: string, language: Language): string {
  const at = language === "id" ? "pukul" : "at";
  return `${dayWords(moment, zone, language)} ${at} ${timeWords(moment, zone, language)}`;
}

/** The last minute before a moment from which something is too late: nobody reads 00.00 as the end of the day before. */
export function lastMoment(closes: Date, zone: string, language: Language): string {
  return momentWords(new Date(closes.getTime() - 60_000), zone, language);
}

/** "31 Des 2026, 23.59 WIB", for cards and tables. */
export function shortMoment(moment: Date, zone: string, language: Language): string {
  return `${shortDay(moment, zone, language)}, ${timeWords(moment, zone, language)}`;
}

/** "23.59 WIB". */
export function timeWords(moment: Date, zone: string, language: Language): string {
  const time = clockFormat(zone).format(moment);
  return `${language === "id" ? time.replace(":", ".") : time} ${zoneName(zone)}`;
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();

/** "23:59"; asking for the parts of a moment takes several times as long, and every page of an application says a time. */
function clockFormat(zone: string): Intl.DateTimeFormat {
  let format = clockFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" });
    clockFormats.set(zone, format);
  }
  return format;
}

/** How many midnights of the zone lie between two moments: 0 is the same day, 1 is tomorrow. */
export function daysBetween(from: Date, until: Date, zone: string): number {
  return Math.round((dayNumber(until, zone) - dayNumber(from, zone)) / 86_400_000);
}

function dayNumber(moment: Date, zone: string): number {
  const { year, month, day } = partsOf(moment, zone);
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const partFormats = new Map<string, Intl.DateTimeFormat>();

function partsOf(moment: Date, zone: string): Readonly<Record<string, string>> {
  let format = partFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    partFormats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
}

const units = [
  ["Y", { id: "tahun", en: ["year", "years"] }],
  ["M", { id: "bulan", en: ["month", "months"] }],
  ["D", { id: "hari", en: ["day", "days"] }],
  ["H", { id: "jam", en: ["hour", "hours"] }],
  ["m", { id: "menit", en: ["minute", "minutes"] }],
] as const;

/** A duration of a program file in words: `P5Y` is "5 tahun", `PT10M` is "10 menit". */
export function periodWords(period: string, language: Language): string {
  const [days = "", hours = ""] = period.slice(1).split("T");
  // M is months before the T and minutes after it.
  const text = days + hours.replace("M", "m");
  const words = units.flatMap(([unit, names]) => {
    const count = Number(text.match(new RegExp(`(\\d+)${unit}`))?.[1] ?? 0);
    if (count === 0) return [];
    return [`${count} ${language === "id" ? names.id : names.en[count === 1 ? 0 : 1]}`];
  });
  return words.join(" ");
}
