import { paths } from "../src/paths.ts";
import { aCompleteDraft, aDraft } from "./applications.ts";
import { expect, press, test } from "./story.ts";

test("a document given in one program is looked at and used in another", async ({ page, product, signIn }) => {
  const first = await aCompleteDraft(product);
  const second = await aDraft(product, first.person, "jpt-bumn");
  await signIn(first.person);
  await page.goto(paths.apply.step(second.id, "ktp"));
  await expect(page.getByRole("heading", { name: "Sudah pernah Anda berikan" })).toBeVisible();
  await page.getByRole("link", { name: "Lihat dan pakai" }).click();
  await expect(page.getByText("Pendaftaran NPWP orang pribadi", { exact: true })).toBeVisible();
  const picture = page.getByRole("img", { name: "halaman 1 dari 1" });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
  await press(page, "Setuju, pakai salinan berkas ini");
  await expect(page.getByText("Berkas diterima")).toBeVisible();
});
