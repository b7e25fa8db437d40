import { readFile } from "node:fs/promises";
import { aDraft } from "./applications.ts";
import { paths } from "../src/paths.ts";
import { unzip } from "../test/zip.ts";
import { expectErrors } from "./filling.ts";
import { expect, press, test } from "./story.ts";

test("a person asks for a copy of all their data, and fetches it when it is made", async ({
  page,
  product,
  signIn,
}) => {
  const { person } = await aDraft(product);
  await signIn(person);
  await page.goto(paths.account.home);
  await page.getByRole("link", { name: "Data saya" }).first().click();
  await press(page, "Minta salinan");
  await expect(page.getByText("Permintaan salinan Anda kami terima.")).toBeVisible();
  const fetching = page.getByRole("button", { name: /^Unduh salinan/ });
  await expect(async () => {
    await page.goto(paths.account.data);
    await expect(fetching).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), fetching.click()]);
  const files = unzip(await readFile(await download.path()));
  expect(files.get("account.json")).toContain(person.email);
  expect([...files.keys()].some((name) => name.endsWith("/application.json"))).toBe(true);
});

test("a person asks to close the account, and takes it back", async ({ page, product, signIn }) => {
  await signIn(await product.applicant());
  await page.goto(paths.account.data);
  await page.getByRole("link", { name: "Hapus data atau tutup akun" }).click();
  await press(page, "Minta penghapusan");
  await expectErrors(page, ["scope", "sure"]);
  await page.getByLabel("Seluruh akun saya").check();
  await page.getByLabel("Saya mengerti bahwa ini tidak dapat dikembalikan.").check();
  await press(page, "Minta penghapusan");
  await expect(page.getByText(/^H-[0-9A-Z]{5}-[0-9A-Z]{5}$/)).toBeVisible();
  await press(page, "Batalkan penghapusan");
  await expect(page.getByText("Penghapusan dibatalkan. Data Anda tetap ada.")).toBeVisible();
});
