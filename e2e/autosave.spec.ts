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
  await expect(page.locator("[data-saved-at]")).toContainText("Terakhir pukul");
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
  // What stands there instead is the browser's own, with or without a heading.
  await expect(page.getByRole("heading", { level: 1, name: "Keluarga" })).toHaveCount(0);
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

test("a save whose answer is lost on the line is no conflict, neither with the next one nor over a reload @js", async ({
  page,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  const address = paths.apply.step(draft.id, "keluarga");
  await page.goto(address);
  const number = page.getByLabel("Nomor Kartu Keluarga");
  await page.route(`**${address}`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await number.fill("3171");
  await expect(page.locator(".daftar-autosave__status")).toContainText(cut, { timeout: 15_000 });
  expect(await typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "3171" });
  await number.fill("31710101");
  await page.waitForTimeout(300);
  await page.unroute(`**${address}`);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(number).toHaveValue("31710101");
  await expect.poll(() => typedOn(product, draft, "keluarga")).toMatchObject({ nomor_kk: "31710101" });
  await expect(page.getByText("Halaman ini sudah")).toHaveCount(0);
  await number.fill("3171010101150001");
  await press(page, "Simpan dan lanjutkan");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await expect(number).toHaveValue("3171010101150001");
});

test("Enter in a page with a region saves the page, and a line cut among the choices keeps what was chosen @js", async ({
  page,
  context,
  product,
  signIn,
}) => {
  const draft = await aDraft(product);
  await signIn(draft.person);
  const address = paths.apply.step(draft.id, "alamat_ktp");
  await page.goto(address);
  await page.getByLabel("Jalan dan nomor rumah").fill("Jalan Contoh 1");
  const province = page.getByLabel("Provinsi");
  await province.selectOption("32");
  await expect(page.getByLabel("Kabupaten atau kota").locator("option")).not.toHaveCount(1);
  await context.setOffline(true);
  await page.getByLabel("Kabupaten atau kota").selectOption({ label: "Kota Bandung" });
  const next = page.getByRole("button", { name: "Tampilkan pilihan berikutnya" });
  await expect(next).toBeVisible();
  await next.click();
  await expect(page.locator(".daftar-autosave__status")).toContainText(cut);
  await expect(page.getByLabel("Jalan dan nomor rumah")).toHaveValue("Jalan Contoh 1");
  await context.setOffline(false);
  await expect(page.locator(".daftar-autosave__status")).toContainText("Tersimpan pukul", { timeout: 15_000 });
  await next.click();
  await expect(page).toHaveURL(/choosing/);
  await expect(page.getByLabel("Kabupaten atau kota")).toHaveValue("32.73");
  await expect(page.getByLabel("Kecamatan").locator("option")).not.toHaveCount(1);
  await page.getByLabel("Jalan dan nomor rumah").press("Enter");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
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
