import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { loadApplication } from "../src/registry/applications/load.query.ts";
import { paths } from "../src/paths.ts";
import { journeyPath } from "./applications.ts";
import { fillIn } from "./filling.ts";
import { poorLine, type Line } from "./line.ts";
import { password, type Product } from "./product.ts";
import { expect, press, test } from "./story.ts";
import type { Page } from "@playwright/test";

type Values = Readonly<Record<string, string | readonly string[]>>;

const cut = "Belum tersimpan – sambungan terputus";
const forward = "Simpan dan lanjutkan";

test("from the portal to the receipt over a poor line that is cut in a page and in an upload: nothing is lost @js @phone", async ({
  page,
  product,
}) => {
  test.slow();
  const person = await product.applicant("Budi Contoh");
  const line = await poorLine(page);
  await begin(page, person.email);
  const id = page.url().split("/").at(-1) ?? "";
  await press(page, "Mulai mengisi");
  const nik = product.freshNik();
  const given: Record<string, Values> = {};
  for (const step of journeyPath("karyawan_lajang").steps) {
    if ("document" in step) {
      await page.waitForURL(`**${paths.apply.step(id, step.document)}`);
      await uploadOverCut(page, product, line, id);
      await page.getByRole("button", { name: "Lanjutkan" }).click();
      continue;
    }
    const values: Values = step.page === "identitas" ? { ...step.valid, nik } : step.valid;
    given[step.page] = values;
    await page.waitForURL(`**${paths.apply.step(id, step.page)}`);
    await fillIn(page, values, true);
    if (step.page === "alamat_ktp") await pressOverCut(page, product, line, { id, page: step.page, values });
    else if (step.page === "data_kontak") await reloadOverCut(page, product, line, { id, page: step.page, values });
    else await press(page, forward);
  }

  await page.waitForURL(`**${paths.apply.check(id)}`);
  for (const text of ["Jalan Contoh Nomor 1", "PT Contoh Sejahtera", "0812-3456-7890", "Gambir, Gambir"]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await page.waitForURL(`**${paths.apply.receipt(id)}`);
  await expect(page.locator(".daftar-receipt__number")).toHaveText(/^\s*R-[0-9A-Z]{5}-[0-9A-Z]{5}\s*$/);
  for (const [name, values] of Object.entries(given)) {
    expect(await typedOn(product, id, name), name).toMatchObject(values);
  }
  const { status, documents } = await opened(product, id);
  expect(status).toBe("submitted");
  expect(documents["foto_ktp"]).toMatchObject({ status: "ready" });
});

/** From the portal by the program and the login to a draft. */
async function begin(page: Page, email: string): Promise<void> {
  await page.goto(paths.portal);
  await page.getByRole("link", { name: "Pendaftaran NPWP orang pribadi" }).click();
  await page.getByRole("button", { name: "Mulai" }).first().click();
  await page.getByLabel("E-mail, NIK, nomor HP").fill(email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await page.waitForURL((url) => !url.pathname.startsWith(paths.account.login));
  if (!page.url().includes("/apply/")) await page.getByRole("button", { name: "Mulai" }).first().click();
  await page.waitForURL(/\/apply\/[0-9a-f-]{36}$/);
}

interface Filled {
  readonly id: string;
  readonly page: string;
  readonly values: Values;
}

/** The line is cut between the last key and the button, and comes back after a while. */
async function pressOverCut(page: Page, product: Product, line: Line, filled: Filled): Promise<void> {
  await line.cut();
  await page.getByLabel("Kode pos").fill("10119");
  await press(page, forward);
  const status = page.locator(".daftar-autosave__status");
  await expect(status).toContainText(cut);
  await expect(page.getByLabel("Kode pos")).toHaveValue("10119");
  await page.getByLabel("Kode pos").fill(String(filled.values["kode_pos_ktp"]));
  await line.mend();
  await expect(status).toContainText("Tersimpan pukul", { timeout: 20_000 });
  await expect.poll(() => typedOn(product, filled.id, filled.page), { timeout: 20_000 }).toMatchObject(filled.values);
  await press(page, forward);
}

/** The line is cut before anything of the page is saved, and the person loads the page anew in the middle of it. */
async function reloadOverCut(page: Page, product: Product, line: Line, filled: Filled): Promise<void> {
  await line.cut();
  await page.locator("#surel").fill(String(filled.values["surel"]));
  await page.waitForTimeout(500);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload().catch(() => undefined);
  await expect(page.locator("#surel")).toHaveCount(0);
  await line.mend();
  await page.goto(paths.apply.step(filled.id, filled.page));
  await expect(page.locator("#surel")).toHaveValue(String(filled.values["surel"]));
  await expect(page.getByLabel("Nomor telepon seluler")).toHaveValue(String(filled.values["nomor_hp"]));
  expect(await typedOn(product, filled.id, filled.page)).toMatchObject(filled.values);
  await press(page, forward);
}

/** The line is cut in the middle of the file; once it is back the upload goes on where it stopped. */
async function uploadOverCut(page: Page, product: Product, line: Line, id: string): Promise<void> {
  const picture = await photograph();
  const file = { name: "ktp.jpg", mimeType: "image/jpeg", buffer: picture };
  await page.locator("input[type=file]").setInputFiles(file);
  const sent: number[] = [];
  page.on("request", (request) => {
    const offset = request.headers()["upload-offset"];
    if (offset !== undefined) sent.push(Number(offset));
  });
  await press(page, /^Unggah/);
  const arrived = "document.querySelector('.daftar-upload__bar')?.value ?? 0";
  await expect.poll(() => page.evaluate<number>(arrived), { timeout: 40_000 }).toBeGreaterThan(55);
  await line.cut();
  await expect(page.locator(".daftar-upload__status")).toContainText("Sambungan terputus", { timeout: 20_000 });
  await line.mend();
  await expect(
    page.getByText("Berkas diterima").or(page.getByRole("link", { name: "Muat ulang halaman ini" })),
  ).toBeVisible({
    timeout: 60_000,
  });
  // What had arrived before the cut was not sent again.
  expect(sent.filter((offset) => offset === 0)).toHaveLength(1);
  await expect
    .poll(async () => (await opened(product, id)).documents["foto_ktp"]?.status, { timeout: 30_000 })
    .toBe("ready");
  await page.goto(paths.apply.step(id, "foto_ktp"));
  await expect(page.getByText("Berkas diterima")).toBeVisible();
}

/** About half a megabyte, since noise hardly compresses: ten seconds on this line. */
async function photograph(): Promise<Buffer> {
  const [width, height] = [900, 700];
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

function opened(product: Product, applicationId: string) {
  const services = { db: product.web.kysely, keyring: product.keyring, catalog: product.catalog };
  return loadApplication(services, { applicationId });
}

async function typedOn(product: Product, id: string, page: string) {
  return (await opened(product, id)).typed[page] ?? {};
}
