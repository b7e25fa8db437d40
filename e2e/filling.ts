import { expect, type Locator, type Page } from "@playwright/test";

type Values = Readonly<Record<string, string | readonly string[]>>;

/** Fills the open page of a form as a person does, by the kind of each control. */
export async function fillIn(page: Page, values: Values, scripts: boolean): Promise<void> {
  const regions = Object.entries(values).filter(([name]) => isRegion(name));
  for (const [name, value] of regions) await chooseRegion(page, name, String(value), scripts);
  // Without scripts each level is a new page, so what is simply typed comes after.
  for (const [name, value] of Object.entries(values)) {
    if (isRegion(name)) continue;
    for (const one of typeof value === "string" ? [value] : value) await fillOne(page, name, one);
  }
}

/** Empties every text of the open page that one sees, which may hold what the account knew. */
export async function emptyTexts(page: Page): Promise<void> {
  const texts = page
    .locator("main form")
    .locator('input:is([type="text"], [type="email"], [type="tel"]):visible, textarea:visible');
  for (const text of await texts.all()) await text.fill("");
}

/** Each error must stand in the summary, lead to its field, and stand at the field too. */
export async function expectErrors(page: Page, fields: readonly string[]): Promise<void> {
  const summary = page.locator(".govuk-error-summary");
  await expect(summary).toBeVisible();
  await expect(page).toHaveTitle(/^(Kesalahan|Error): /);
  const links = summary.getByRole("link");
  await expect(links).toHaveCount(fields.length);
  for (const [at, field] of fields.entries()) {
    await expect(links.nth(at)).toHaveAttribute("href", `#${field}`);
    await expect(page.locator(`[id="${field}"]`)).toBeVisible();
  }
  await expect(page.locator(".govuk-error-message")).toHaveCount(fields.length);
}

/** Uploads a file and waits until it is rebuilt; with scripts the progress must have been in sight. */
export async function giveFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  scripts: boolean,
): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(file);
  const progress = scripts
    ? page.locator(".daftar-upload__progress:not([hidden])").waitFor({ state: "visible" })
    : undefined;
  await page.getByRole("button", { name: /^Unggah/ }).click();
  await progress;
  // Until the answer is there, the page still speaks of the file before.
  if (scripts) await page.locator(".daftar-upload__progress:not([hidden])").waitFor({ state: "hidden" });
  await expect(async () => {
    const reload = page.getByRole("link", { name: "Muat ulang halaman ini" });
    if (await reload.isVisible()) await reload.click();
    await expect(page.getByText("Berkas diterima")).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
}

async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const control = page.locator(`main [name="${name}"]`);
  const choice = page.locator(`main [name="${name}"][value="${value}"]:is([type="radio"], [type="checkbox"])`);
  if ((await choice.count()) > 0) await choice.check();
  else if ((await control.and(page.locator("select")).count()) > 0) await control.selectOption(value);
  else await control.fill(value);
}

function isRegion(name: string): boolean {
  return /\.(province|regency|district|village)$/.test(name);
}

/** With scripts the next level fills itself; without them a button shows it. */
async function chooseRegion(page: Page, name: string, code: string, scripts: boolean): Promise<void> {
  const select: Locator = page.locator(`main select[name="${name}"]`);
  if (!scripts && (await select.locator(`option[value="${code}"]`).count()) === 0) {
    await page.getByRole("button", { name: /Tampilkan pilihan berikutnya|Show the next choices/ }).click();
  }
  await select.selectOption(code);
}
