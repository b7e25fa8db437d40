import { randomBytes } from "node:crypto";
import { paths } from "../src/paths.ts";
import { publishProgram } from "../src/registry/programs/publish.ts";
import { aFee } from "../test/fees.ts";
import { npwpPribadi, readProgram } from "../test/programs/compiled.ts";
import { aCompleteDraft } from "./applications.ts";
import { expect, press, test } from "./story.ts";
import type { Product } from "./product.ts";

/** A draft whose pages are filled, in a program with a fee that is paid in either way. */
async function anOwingDraft(product: Product) {
  const program = `npwp-berbayar-${randomBytes(4).toString("hex")}`;
  const fee = aFee({ methods: ["transfer", "gateway"], refund: { when: [], text: aFee().refund.text } });
  // Stories that look for the tax number on the portal find one program of that name.
  const title = { id: "Pendaftaran berbayar", en: "Registration with a fee" };
  await publishProgram(product.owner.kysely, { ...readProgram(npwpPribadi), program, title, fee }, null);
  return aCompleteDraft(product, undefined, program);
}

test("one pays at the gateway that comes along for development, gets the receipt, and sends", async ({
  page,
  browser,
  product,
  signIn,
}) => {
  const draft = await anOwingDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.fee(draft.id));
  await page.getByLabel("Pembayaran daring").check();
  await press(page, "Buat pesanan pembayaran");
  const link = page.getByRole("button", { name: "Bayar sekarang" });
  // The gateway is another host, with a page of its own.
  const elsewhere = await browser.newPage();
  await elsewhere.goto((await link.getAttribute("href")) ?? "");
  await expect(elsewhere.getByRole("main")).toContainText("Rp250.000");
  await elsewhere.getByRole("button", { name: "Bayar – Pay", exact: true }).click();
  await elsewhere.close();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("main")).toContainText("Lunas", { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Lanjut: periksa dan kirim" }).click();
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(/receipt/);
});

test("a treasurer compares a statement, and whoever transferred is told", async ({ page, product, signIn }) => {
  const draft = await anOwingDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.fee(draft.id));
  await page.getByLabel("Transfer bank").check();
  await press(page, "Buat pesanan pembayaran");
  const shown = await page.getByRole("main").locator("strong", { hasText: /Rp250/ }).innerText();
  const exact = /Rp(250\.\d{3})/.exec(shown)?.[1];

  await signIn(await product.member("treasurer", "Wati Contoh"));
  await page.goto(paths.console.payments);
  await page.getByRole("link", { name: "Cocokkan rekening koran" }).click();
  const [today] = await product.owner.sql<{ day: string }[]>`
    select to_char(app_now() at time zone 'Asia/Jakarta', 'DD/MM/YYYY') as day`;
  const csv = `Bank Contoh\n\nTanggal;Keterangan;Kredit\n${today?.day};SETOR TUNAI;${exact},00\n${today?.day};LAIN;77\n`;
  await page.setInputFiles("input[type=file]", { name: "mutasi.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await press(page, "Unggah dan periksa");
  await press(page, "Catat 1 transfer yang cocok");
  await expect(page.getByRole("main")).toContainText("Yang cocok sudah dicatat");
  await expect(page.getByRole("main")).toContainText("Tidak dikenal");

  await signIn(draft.person);
  await page.goto(paths.apply.fee(draft.id));
  await expect(page.getByRole("main")).toContainText("Lunas");
});
