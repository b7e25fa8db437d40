import { encode } from "uqr";
import { expect, test } from "vitest";
import { htmlOf } from "../../jsx/markup.ts";
import { QrCode } from "./qr-code.tsx";

test("a QR code draws exactly the dark modules and says what it is for", () => {
  const text = "https://daftar.contoh.id/verify/NPWP-2026-000001";
  const html = htmlOf(<QrCode text={text} label="Kode untuk memeriksa keaslian" />);
  expect(html).toContain('role="img" aria-label="Kode untuk memeriksa keaslian"');

  const drawn = new Set<string>();
  for (const [, x, y, length] of html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i += 1) drawn.add(`${Number(x) + i},${y}`);
  }
  const { data } = encode(text, { ecc: "M", border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
  expect(drawn).toEqual(new Set(dark));
});
