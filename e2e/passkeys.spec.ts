import type { CDPSession, Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { expect, press, test } from "./story.ts";

const { account } = paths;

/**
 * A device with a finger on it: it makes passkeys and signs with them, asking its owner each time. Give it to a page
 * that is open already: Chromium forgets one that was given to the empty page.
 */
async function giveDevice(page: Page): Promise<{ readonly protocol: CDPSession; readonly authenticatorId: string }> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("WebAuthn.enable");
  const { authenticatorId } = await protocol.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { protocol, authenticatorId };
}

test("a passkey is added, signs in without a password, is asked for beside one, and is removed @js", async ({
  page,
  product,
  signIn,
}) => {
  const siti = await product.applicant();
  await signIn(siti);
  await page.goto(account.security);
  await giveDevice(page);
  await page.getByRole("link", { name: /Kelola\s+Kunci sandi/ }).click();
  await page.getByLabel("Nama kunci sandi").fill("Ponsel Contoh");
  await press(page, "Tambah kunci sandi di perangkat ini");
  await expect(page.getByText("Kunci sandi sudah ditambahkan.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Ponsel Contoh" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(account.loginThenGo(account.profile));
  await press(page, "Masuk dengan kunci sandi");
  await expect(page).toHaveURL(account.profile);

  await page.context().clearCookies();
  await page.goto(account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill("kucing terbang di atas atap");
  await press(page, "Masuk");
  await expect(page).toHaveURL(new RegExp(account.factor));
  await press(page, "Masuk dengan kunci sandi");
  await expect(page).toHaveURL(account.home);

  await page.goto(account.passkeys);
  await press(page, "Hapus Ponsel Contoh");
  await expect(page.getByText("Kunci sandi sudah dihapus.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(account.login);
  await press(page, "Masuk dengan kunci sandi");
  await expect(page.getByRole("alert")).toContainText("tidak diterima");
});

test("a device that its owner did not prove themselves to signs nobody in @js @desk", async ({
  page,
  product,
  signIn,
}) => {
  const siti = await product.applicant();
  await signIn(siti);
  await page.goto(account.passkeys);
  const { protocol, authenticatorId } = await giveDevice(page);
  await press(page, "Tambah kunci sandi di perangkat ini");
  await expect(page.getByText("Kunci sandi sudah ditambahkan.")).toBeVisible();
  await protocol.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.context().clearCookies();
  await page.goto(account.login);
  await press(page, "Masuk dengan kunci sandi");
  await expect(page.getByRole("alert")).toContainText("tidak diterima");
});

test("without scripts the page says how else to protect the account @nojs", async ({ page, product, signIn }) => {
  await signIn(await product.applicant());
  await page.goto(account.passkeys);
  await expect(page.getByText("Aplikasi autentikator dapat dipakai tanpa itu.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tambah kunci sandi di perangkat ini" })).toBeHidden();
});
