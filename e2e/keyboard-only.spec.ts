import { paths } from "../src/paths.ts";
import { aDraft, journeyPath } from "./applications.ts";
import { tabTo } from "./keys.ts";
import { expect, test } from "./story.ts";
import type { Page } from "@playwright/test";

test("a page is filled, corrected and saved with nothing but Tab, Space, arrows and Enter @desk", async ({
  page,
  product,
  signIn,
}) => {
  const person = await product.applicant("Budi Contoh");
  const { id } = await aDraft(product, person);
  await signIn(person);
  await page.goto(paths.apply.tasks(id));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Langsung ke isi" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Identitas sesuai KTP" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(paths.apply.step(id, "identitas"));

  await tabTo(page, page.getByRole("button", { name: "Simpan dan lanjutkan" }));
  await page.keyboard.press("Enter");
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeVisible();
  await tabTo(page, summary.getByRole("link").first());
  await page.keyboard.press("Enter");
  const step = journeyPath("karyawan_lajang").steps[0];
  const values = step && "valid" in step ? { ...step.valid, nik: product.freshNik() } : {};
  for (const [name, value] of Object.entries(values)) await typeIn(page, name, String(value));
  await tabTo(page, page.getByRole("button", { name: "Simpan dan lanjutkan" }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(paths.apply.step(id, "keluarga"));
});

test("the menu of the account opens, leads on and closes by keys @js @desk", async ({ page, product, signIn }) => {
  await signIn(await product.applicant());
  await page.goto(paths.account.home);
  const menu = page.getByRole("banner").locator("summary", { hasText: "Akun saya" });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Keluar" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Keluar" })).toBeHidden();
  await expect(menu).toBeFocused();
});

test("on a phone one button holds the whole menu, which opens, leads on and closes by keys @js @phone", async ({
  page,
  product,
  signIn,
}) => {
  await signIn(await product.applicant());
  await page.goto(paths.account.home);
  const menu = page.getByRole("banner").locator("summary:visible");
  const inside = page.getByRole("navigation", { name: "Menu utama" });
  await expect(menu).toHaveText("Menu");
  await expect(inside).toBeHidden();
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(inside.getByRole("button", { name: "Keluar" })).toBeVisible();
  for (const target of await inside.locator(":is(a, button):visible").all())
    expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Tab");
  await expect(inside.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(inside).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, inside.getByRole("link", { name: "Bantuan" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(paths.helpdesk.home);
  await expect(inside).toBeHidden();
});

async function typeIn(page: Page, name: string, value: string): Promise<void> {
  const control = page.locator(`main [name="${name}"]`);
  if ((await control.count()) > 1) {
    await tabTo(page, control.first());
    await page.keyboard.press("Space");
    const wanted = page.locator(`main [name="${name}"][value="${value}"]`);
    while (!(await wanted.isChecked())) await page.keyboard.press("ArrowDown");
    return;
  }
  await tabTo(page, control);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(value);
}
