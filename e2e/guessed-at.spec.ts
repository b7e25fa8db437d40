import { limitsOn } from "../src/platform/limits.ts";
import { paths } from "../src/paths.ts";
import { rules } from "../src/registry/accounts/rules.ts";
import { beHuman } from "./human.ts";
import { password } from "./product.ts";
import { expect, press, test } from "./story.ts";

test("whoever was guessed at answers a question for humans and gets in", async ({ page, product, scripts }) => {
  const siti = await product.applicant();
  const limits = limitsOn(product.web.sql, product.keyring);
  for (let guess = 0; guess < 20; guess++) await limits.spend(rules.loginAccount, siti.accountId);
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await expect(page.getByRole("alert")).toContainText("Jawab pertanyaan untuk manusia");
  await expect(page.getByLabel("E-mail, NIK, nomor HP")).toHaveValue(siti.email);

  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  if (scripts) await expect(page.getByText("Peramban Anda sudah menjawab")).toBeVisible();
  else await beHuman(page, scripts);
  await press(page, "Masuk");
  await expect(page).toHaveURL(paths.account.home);
});

test("whoever was guessed at a hundred times is told which ways are left", async ({ page, product }) => {
  const siti = await product.applicant();
  const limits = limitsOn(product.web.sql, product.keyring);
  for (let guess = 0; guess < 100; guess++) await limits.spend(rules.loginAccount, siti.accountId);
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kata sandi tidak berlaku di perangkat ini");
  await expect(page.getByText("ganti kata sandi lewat surat")).toBeVisible();
  await page.getByRole("link", { name: "Buat kata sandi baru lewat surat" }).click();
  await expect(page).toHaveURL(paths.account.forgot);
});
