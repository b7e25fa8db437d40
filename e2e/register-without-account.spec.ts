import { paths } from "../src/paths.ts";
import { expectErrors } from "./filling.ts";
import { beHuman } from "./human.ts";
import { followLetter, openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

test("somebody registers with a name and an address, confirms by the letter, and leaves by the next @phone", async ({
  page,
  product,
  scripts,
}) => {
  await page.goto(paths.portal);
  await page.getByRole("link", { name: "Kabar pelatihan dan lowongan" }).click();
  await press(page, "Daftar");
  await expectErrors(page, ["nama", "surel", ...(scripts ? [] : ["human"]), "agree"]);

  const email = `langganan.${product.freshNik()}@contoh.example`;
  await page.getByLabel("Nama", { exact: true }).fill("Siti Contoh");
  await page.getByRole("textbox", { name: "Alamat e-mail" }).fill(email);
  await beHuman(page, scripts);
  await page.getByLabel(/^Saya setuju nama dan alamat/).check();
  await press(page, "Daftar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa e-mail Anda");
  await expect(page.getByText(`Kami mengirim surat ke ${email}.`)).toBeVisible();

  await openLetter(page, email, /^Konfirmasi pendaftaran Anda/);
  await followLetter(page, "Konfirmasi");
  await press(page, "Konfirmasi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anda terdaftar");

  await openLetter(page, email, /^Anda terdaftar/);
  await followLetter(page, "Berhenti menerima surat ini");
  await press(page, "Ya, berhenti");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anda sudah berhenti");
});
