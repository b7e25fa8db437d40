import { paths } from "../src/paths.ts";
import { givePasskey } from "./faces.ts";
import { expect, press, test } from "./story.ts";

test("a program that wants a passkey says so and why, and begins once there is one", async ({
  page,
  product,
  signIn,
}) => {
  const budi = await product.applicant("Budi Contoh");
  await signIn(budi);
  await page.goto(paths.program("kartu-akses"));
  await page.getByRole("button", { name: "Mulai", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sebelum mulai");
  await expect(page.getByRole("main")).toContainText("tidak pernah meninggalkan perangkat Anda");
  await page.getByRole("button", { name: "Tambah kunci sandi" }).click();
  await expect(page).toHaveURL(new RegExp(paths.account.passkeys));

  // Adding one has stories of its own, with a device that Chromium plays.
  await givePasskey(product, budi);
  await page.goto(paths.identity("kartu-akses"));
  await expect(page.getByRole("main")).toContainText("Semua yang diperlukan sudah ada.");
  await press(page, "Mulai");
  await expect(page).toHaveURL(/\/apply\//);
});
