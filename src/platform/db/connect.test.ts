import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";

const database = await testDatabase();
afterAll(() => database.close());

test("every pool works under its role", async () => {
  for (const role of ["web", "worker", "staff"] as const) {
    expect([...(await database[role].sql`select current_user as name`)]).toEqual([{ name: `daftar_${role}` }]);
  }
});

test("bigint arrives as a number and refuses to lose digits", async () => {
  expect([...(await database.web.sql`select 9007199254740991::bigint as size`)]).toEqual([
    { size: Number.MAX_SAFE_INTEGER },
  ]);
  await expect(database.web.sql`select 9007199254740993::bigint as size`).rejects.toThrow(RangeError);
});

test("a day is text and a moment is a Date", async () => {
  const [row] = await database.web.sql`select '2026-01-31'::date as day, '2026-01-31T00:00:00Z'::timestamptz as moment`;
  expect(row).toEqual({ day: "2026-01-31", moment: new Date("2026-01-31T00:00:00Z") });
});

test("no role of the application may create tables", async () => {
  for (const role of ["web", "worker", "staff"] as const) {
    await expect(database[role].sql`create table mine (id int)`).rejects.toThrow("permission denied");
  }
});
