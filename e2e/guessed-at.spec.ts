import { paths } from "../src/paths.ts";
import { guessAt } from "./guesses.ts";
import { beHuman } from "./human.ts";
import { password } from "./product.ts";
import { expect, press, test } from "./story.ts";

test("whoever was guessed at answers a question for humans and gets in", async ({ page, product, scripts }) => {
  const siti = await product.applicant();
  await guessAt(product, siti, 20);
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await expect(page.getByRole("alert")).toContainText("Jawab pertanyaan untuk manusia");
  await expect(page.getByLabel("E-mail, NIK, nomor HP")).toHaveValue(siti.email);

  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  if (scripts) await expect(page.getByText("Pemeriksaan bahwa Anda bukan mesin selesai")).toBeVisible();
  else await beHuman(page, scripts);
  await press(page, "Masuk");
  await expect(page).toHaveURL(paths.account.home);
});

test("whoever was guessed at a hundred times is told which ways are left", async ({ page, product }) => {
  const siti = await product.applicant();
  await guessAt(product, siti, 100);
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kata sandi tidak berlaku di perangkat ini");
  await expect(page.getByText("ganti kata sandi lewat surat")).toBeVisible();
  await page.getByRole("link", { name: "Buat kata sandi baru lewat surat" }).click();
  await expect(page).toHaveURL(paths.account.forgot);
});
