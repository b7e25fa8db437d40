import { paths } from "../src/paths.ts";
import { aFaceToCompare } from "./faces.ts";
import { openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

test("an officer compares the selfie with the card, and only one and the same person is accepted @desk", async ({
  page,
  product,
  signIn,
}) => {
  const rina = await product.member("reviewer", "Rina Contoh", "pusat-data-contoh");
  const { id, person } = await aFaceToCompare(product, rina);
  await signIn(rina);
  await page.goto(paths.console.application(id));
  const faces = page.locator("#faces");
  await expect(faces).toContainText("Belum dibandingkan.");
  for (const name of ["Swafoto", "Foto di KTP"]) {
    const picture = faces.getByRole("img", { name });
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty("naturalWidth", 860);
  }
  await press(page, "Simpan perbandingan");
  await expect(faces.locator(".govuk-error-message")).toContainText("Pilih hasil perbandingan.");

  await faces.getByLabel("Tidak jelas").check();
  await press(page, "Simpan perbandingan");
  await expect(faces).toContainText("Menurut petugas: Tidak jelas");
  await page.goto(paths.console.accept(id));
  await press(page, "Ya, terima dan beri nomor");
  await expect(page.getByRole("main")).toContainText("bukan orang yang sama");

  await page.goto(paths.console.application(id));
  await faces.getByLabel("Orang yang sama").check();
  await press(page, "Simpan perbandingan");
  await expect(faces).toContainText("Menurut petugas: Orang yang sama");
  await page.goto(paths.console.accept(id));
  await press(page, "Ya, terima dan beri nomor");
  await expect(page.locator(".govuk-notification-banner")).toContainText(/AKS-\d{4}-\d{4}/);

  await signIn(person);
  await openLetter(page, person.email, /^Permohonan Anda diterima/);
  await expect(page.locator("pre")).toContainText(/AKS-\d{4}-\d{4}/);
});
