import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { ktpJpeg } from "../test/sample-files.ts";
import { openLetter } from "./letters.ts";
import { nikCaseWorld } from "./nik-case-pages.ts";
import { expect, press, test } from "./story.ts";
import { stateNik } from "../test/nik-cases.ts";

const { account, console: at } = paths;

/** Gives both pieces of evidence on the page of the case. */
async function giveEvidence(page: Page): Promise<void> {
  const buffer = await ktpJpeg();
  for (const [label, button] of [
    ["Swafoto memegang KTP", "Simpan swafoto"],
    ["Pindaian KTP", "Simpan pindaian KTP"],
  ] as const) {
    await page.getByLabel(label).setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer });
    await press(page, button);
    await expect(page.getByRole("heading", { name: `${label} Diterima` })).toBeVisible();
  }
}

test("my NIK was used: evidence of both sides, two officers, and the NIK moves to its owner", async ({
  page,
  product,
  signIn,
}) => {
  const [siti, budi] = [await product.applicant("Siti Contoh"), await product.applicant("Budi Contoh")];
  const [rina, dewi] = [
    await product.member("reviewer", "Rina Contoh"),
    await product.member("secretariat", "Dewi Contoh"),
  ];
  const world = await nikCaseWorld(product, rina);
  const nik = product.freshNik();
  await stateNik(world, budi.accountId, nik);

  await signIn(siti);
  await page.goto(account.identity);
  await page.getByRole("link", { name: "NIK saya dipakai orang lain" }).click();
  await page.getByLabel("NIK").fill(nik);
  await page.locator(`input[name=place][value="${world.institutionId}"]`).check();
  await press(page, "Lanjutkan ke bukti");
  await press(page, "Kirim perkara");
  await expect(page.locator(".govuk-error-summary")).toContainText("Simpan swafoto dan pindaian KTP dahulu");
  await giveEvidence(page);
  await press(page, "Kirim perkara");
  await expect(page.getByText("Sedang diperiksa")).toBeVisible();

  await openLetter(page, budi.email, "Ada perkara tentang NIK di akun Anda");
  await expect(page.locator("body")).not.toContainText("Siti");
  await signIn(budi);
  await page.goto(account.nikCase);
  await expect(page.getByText("Orang lain menyatakan bahwa NIK di akun Anda miliknya")).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Siti");
  await page.goto(account.nik);
  await page.getByLabel("NIK").fill(product.freshNik());
  await press(page, "Simpan");
  await expect(page.locator(".govuk-error-summary")).toContainText("sedang diperiksa dalam sebuah perkara");

  const [matter] = await product.owner.sql<{ id: string }[]>`
    select id from nik_cases where claimant_id = ${siti.accountId}`;
  const casePage = at.nikCase(matter?.id ?? "");
  await signIn(rina);
  await page.goto(at.nikCases);
  await page.locator(`a[href="${casePage}"]`).click();
  await expect(page.locator("img.daftar-face")).toHaveCount(2);
  await expect(page.getByText("Belum memberi bukti.")).toBeVisible();
  await expect(page.locator("main")).toContainText(`NIK yang diperkarakan: ${nik}`);
  await page.getByLabel("Pindahkan ke yang menyatakan").check();
  await page.getByLabel("Alasan").fill("Swafoto dan KTP sesuai.");
  await press(page, "Usulkan");
  await expect(page.getByText("Anda yang mengusulkan")).toBeVisible();

  await signIn(dewi);
  await page.goto(casePage);
  await expect(page.getByText("Swafoto dan KTP sesuai.")).toBeVisible();
  await page.getByLabel("Tegaskan usulan ini").check();
  await press(page, "Simpan jawaban");
  await expect(page.getByText("NIK berpindah")).toBeVisible();

  for (const [person, subject, state] of [
    [siti, "NIK itu milik Anda", "NIK ini milik Anda"],
    [budi, "NIK itu bukan milik Anda", "NIK ini bukan milik Anda"],
  ] as const) {
    await openLetter(page, person.email, subject);
    await expect(page.locator("body")).toContainText("Swafoto dan KTP sesuai.");
    await signIn(person);
    await page.goto(account.nikCase);
    await expect(page.getByText(state)).toBeVisible();
    await expect(page.getByText("Swafoto dan KTP sesuai.")).toBeVisible();
  }
});
