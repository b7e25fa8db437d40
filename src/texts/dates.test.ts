import { describe, expect, test } from "vitest";
import { daysBetween, momentWords, periodWords, shortMoment } from "./dates.ts";

const closing = new Date("2026-12-31T16:59:00Z");

describe("dates in words", () => {
  test("says a closing with its day, hour and zone in Indonesian", () => {
    expect(momentWords(closing, "Asia/Jakarta", "id")).toBe("31 Desember 2026 pukul 23.59 WIB");
  });

  test("says it in English", () => {
    expect(momentWords(closing, "Asia/Jakarta", "en")).toBe("31 December 2026 at 23:59 WIB");
  });

  test("shortens it for cards", () => {
    expect(shortMoment(closing, "Asia/Jakarta", "id")).toBe("31 Des 2026, 23.59 WIB");
  });

  test("follows the zone of the institution over midnight", () => {
    expect(momentWords(closing, "Asia/Makassar", "id")).toBe("1 Januari 2027 pukul 00.59 WITA");
    expect(momentWords(closing, "Asia/Jayapura", "id")).toBe("1 Januari 2027 pukul 01.59 WIT");
  });

  test("counts days by the calendar of the zone, not by hours", () => {
    const evening = new Date("2026-12-30T16:50:00Z");
    expect(daysBetween(evening, closing, "Asia/Jakarta")).toBe(1);
    expect(daysBetween(new Date("2026-12-30T17:10:00Z"), closing, "Asia/Jakarta")).toBe(0);
  });

  test.each([
    ["P10Y", "10 tahun", "10 years"],
    ["P1Y6M", "1 tahun 6 bulan", "1 year 6 months"],
    ["PT10M", "10 menit", "10 minutes"],
    ["P90D", "90 hari", "90 days"],
  ])("says the duration %s", (period, indonesian, english) => {
    expect(periodWords(period, "id")).toBe(indonesian);
    expect(periodWords(period, "en")).toBe(english);
  });
});
