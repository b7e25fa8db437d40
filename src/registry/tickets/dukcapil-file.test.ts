import { describe, expect, test } from "vitest";
import { loadRegions } from "../programs/regions.ts";
import { loadDukcapil, parseDukcapil, regencyOf } from "./dukcapil-file.ts";

const regions = await loadRegions();

describe("the table of Dukcapil offices", () => {
  const { nationwide, officeOf } = loadDukcapil(regions);

  test("names the office of every regency and city, and the call centre of all", () => {
    const name = (nik: string) => officeOf(regencyOf(nik))?.name;
    expect(name("3273015705900001")).toBe("Dinas Kependudukan dan Pencatatan Sipil Kota Bandung");
    expect(name("3171015705900001")).toBe(
      "Suku Dinas Kependudukan dan Pencatatan Sipil Kota Administrasi Jakarta Pusat",
    );
    expect(name("9999015705900001")).toBeUndefined();
    expect(nationwide.telephone).toBe("1500537");
    const codes = regions.children(undefined).flatMap(({ code }) => regions.children(code));
    expect(codes.filter(({ code }) => !officeOf(code))).toEqual([]);
  });

  test("is refused with the line of what is wrong", () => {
    const read = parseDukcapil(
      [
        "nationwide: { name: { id: HALO, en: HALO } }",
        "offices:",
        '  "32.73": { adress: Jalan Contoh 1 }',
        '  "3273": { address: Jalan Contoh 1 }',
        '  "32.74": { web: "http://contoh.example" }',
      ].join("\n"),
      regions,
    );
    expect(read).toMatchObject({ ok: false, problems: [{ line: 3 }, { line: 4 }, { line: 5 }] });
    const unknown = 'nationwide: { name: { id: A, en: A } }\noffices:\n  "32.00": { address: Jalan Contoh 1 }';
    expect(parseDukcapil(unknown, regions)).toMatchObject({
      problems: [{ line: 3, path: "offices.32.00", message: "is no regency or city" }],
    });
  });
});
