import { loadApplication } from "../src/registry/applications/load.query.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { paths } from "../src/paths.ts";
import { aDraft, type Application } from "./applications.ts";
import type { Product } from "./product.ts";
import { expect, keepCookie, press, test } from "./story.ts";

async function typedOn(product: Product, { id }: Application, page: string) {
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  return (await loadApplication(services, { applicationId: id })).typed[page] ?? {};
}

const cut = "Belum tersimpan – sambungan terputus";

test("a page saves itself while it is typed, and another device goes on where it was left @js", async ({
  page,
  product,
  signIn,
  browser,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.step(draft.id, "keluarga"));
  const status = page.locator(".daftar-autosave__status");
  await expect(status).toBeHidden();
  await page.getByLabel("Nomor Kartu Keluarga").fill("31710101");
  await expect(status).toContainText(/Tersimpan pukul \d\d\.\d\d WIB/, { timeout: 15_000 });
  await expect(page.locator("[data-saved-at]")).toContainText("Tersimpan pukul");
  await expect(page.locator(".govuk-error-message")).toHaveCount(0);
  expect(await typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "31710101" });

  const other = await browser.newContext({ javaScriptEnabled: false });
  const device = await other.newPage();
  await keepCookie(device, product.url, cookies.session, draft.person.session);
  await device.goto(product.url + paths.apply.step(draft.id, "keluarga"));
  await expect(device.getByLabel("Nomor Kartu Keluarga")).toHaveValue("31710101");
  await expect(device.locator(".govuk-error-message")).toHaveCount(0);
  await other.close();
});

test("a line that is cut while typing and pressing loses nothing, not even over a reload @js", async ({
  page,
  context,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.step(draft.id, "keluarga"));
  const number = page.getByLabel("Nomor Kartu Keluarga");
  await context.setOffline(true);
  await number.fill("3171010101150001");
  await press(page, "Simpan dan lanjutkan");
  await expect(page.locator(".daftar-autosave__status")).toContainText(cut);
  await expect(page.locator(".daftar-autosave__status")).toBeFocused();
  await expect(number).toHaveValue("3171010101150001");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload().catch(() => undefined);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Keluarga");
  await context.setOffline(false);
  await page.goto(paths.apply.step(draft.id, "keluarga"));
  await expect(number).toHaveValue("3171010101150001");
  await expect(page.locator(".govuk-error-message")).toHaveCount(0);
  await expect.poll(() => typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "3171010101150001" });

  await context.setOffline(true);
  await page.getByLabel("Belum kawin").check();
  await expect(page.locator(".daftar-autosave__status")).toContainText(cut, { timeout: 15_000 });
  await context.setOffline(false);
  await expect(page.locator(".daftar-autosave__status")).toContainText("Tersimpan pukul", { timeout: 15_000 });
  expect(await typedOn(product, draft, "keluarga")).toMatchObject({ status_perkawinan: "belum_kawin" });
});

test("a page in two windows saves by itself in one of them, and the other shows both @js", async ({
  page,
  context,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  const address = paths.apply.step(draft.id, "keluarga");
  await page.goto(address);
  const second = await context.newPage();
  await second.goto(product.url + address);
  await page.getByLabel("Nomor Kartu Keluarga").fill("1111");
  await expect(page.locator(".daftar-autosave__status")).toContainText("Tersimpan pukul", { timeout: 15_000 });
  await second.getByLabel("Nomor Kartu Keluarga").fill("2222");
  await expect(second.locator(".daftar-autosave__status")).toContainText("jendela atau perangkat lain", {
    timeout: 15_000,
  });
  expect(await typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "1111" });
  await press(second, "Simpan dan lanjutkan");
  await expect(second.getByRole("cell", { name: "1111" })).toBeVisible();
  await expect(second.getByRole("cell", { name: "2222" })).toBeVisible();
});

test("whoever was signed out keeps the text, signs in in another window and goes on @js", async ({
  page,
  context,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  await page.goto(paths.apply.step(draft.id, "keluarga"));
  await context.clearCookies();
  await page.getByLabel("Nomor Kartu Keluarga").fill("3171");
  const status = page.locator(".daftar-autosave__status");
  await expect(status).toContainText("Anda sudah keluar", { timeout: 15_000 });
  await expect(status.getByRole("link", { name: "Masuk di jendela baru" })).toHaveAttribute("target", "_blank");
  await press(page, "Simpan dan lanjutkan");
  await expect(page.getByLabel("Nomor Kartu Keluarga")).toHaveValue("3171");
  const session = await startSession(product.web.kysely, {
    accountId: draft.person.accountId,
    kind: "applicant",
    factor: false,
  });
  await keepCookie(page, product.url, cookies.session, session);
  await page.evaluate('window.dispatchEvent(new Event("focus"))');
  await expect(status).toContainText("Tersimpan pukul", { timeout: 15_000 });
  expect(await typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "3171" });
});
