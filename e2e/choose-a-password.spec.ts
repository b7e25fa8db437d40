import { generateSync } from "otplib";
import { paths } from "../src/paths.ts";
import { ensureInstitution } from "../src/registry/programs/publish.ts";
import { turnRotationOn } from "../src/registry/password-policies/rotation.ts";
import { expectErrors } from "./filling.ts";
import { password, totpSecret, type Product } from "./product.ts";
import { expect, press, test } from "./story.ts";

/** An institution of one story alone, since its rules concern all of its staff. */
async function anInstitution(product: Product) {
  const slug = `sandi-${product.freshNik()}`;
  const name = { id: "Balai Contoh", en: "Sample Office" };
  return { slug, institutionId: await ensureInstitution(product.owner.kysely, product.keyring, { slug, name }) };
}

test("a meter says how well a new password stands, and never stands in the way @js", async ({ page }) => {
  await page.goto(paths.account.register);
  const field = page.getByLabel("Kata sandi", { exact: true });
  const meter = page.locator("daftar-password-meter");
  const spoken = meter.getByRole("status");
  const typed = [
    ["kucing", "1", "Kata sandi terlalu pendek"],
    ["Password-Indonesia-2026", "1", "sehingga mudah ditebak"],
    ["kucing terbang di at", "2", "Cukup kuat"],
    ["kucing terbang di atas at", "3", "Kuat."],
    ["kucing terbang di atas atap rumah", "4", "Sangat kuat."],
  ] as const;
  for (const [text, level, words] of typed) {
    await field.fill(text);
    await expect(meter).toHaveAttribute("data-level", level);
    await expect(meter.locator("[data-meter-text]")).toContainText(words);
    await expect(spoken).toContainText(words);
  }
  await page.getByLabel("Nama lengkap").fill("Kucing Terbang");
  await field.fill("kucing terbang 1234567890");
  await expect(meter).toContainText("terlalu dekat dengan nama");
  await press(page, "Tampilkan kata sandi");
  await expect(field).toHaveAttribute("type", "text");
  await field.fill("");
  await expect(meter).toHaveAttribute("data-level", "0");
  // It only advises: the form goes, and the server says why not.
  await field.fill("pendek");
  await press(page, "Buat akun");
  await expect(page.locator("#password-error")).toContainText("terlalu pendek");
});

test("without scripts the advice stands at the field, and the server says what is wrong @nojs", async ({ page }) => {
  await page.goto(paths.account.register);
  await expect(page.getByText("Makin panjang makin kuat.")).toBeVisible();
  await expect(page.getByText("Sedikitnya 15 karakter.")).toBeVisible();
  await expect(page.locator(".daftar-meter__bar")).toBeHidden();
  await page.getByLabel("Kata sandi", { exact: true }).fill("Password-Indonesia-2026");
  await press(page, "Buat akun");
  await expect(page.locator("#password-error")).toContainText("sehingga mudah ditebak");
});

test("an administrator raises the length, lets passwords expire, and two people turn that off", async ({
  page,
  product,
  signIn,
}) => {
  const { slug } = await anInstitution(product);
  const admin = await product.member("institution_admin", "Agus Contoh", slug);
  const colleague = await product.member("institution_admin", "Tuti Contoh", slug);
  await signIn(admin);
  await page.goto(paths.console.passwords);
  await page.getByLabel("Sedikitnya berapa karakter").fill("11");
  await press(page, "Simpan panjang kata sandi");
  await expectErrors(page, ["least", "rule_reason"]);
  await page.getByLabel("Sedikitnya berapa karakter").fill("18");
  await page.getByLabel("Alasan").first().fill("Keputusan rapat pengurus.");
  await press(page, "Simpan panjang kata sandi");
  await expect(page.getByText("Panjang kata sandi disimpan.")).toBeVisible();
  await expect(page.getByText("18 karakter")).toBeVisible();

  await page.getByLabel("Peran").selectOption("reviewer");
  await page.getByLabel("Berlaku berapa hari").fill("180");
  await page.getByLabel("Aturan yang mewajibkan").fill("Peraturan BSSN 4/2021 pasal 27 ayat (1) huruf c");
  await page.getByLabel("Alasan").nth(1).fill("Temuan audit 2026.");
  await press(page, "Nyalakan masa berlaku");
  await expect(page.getByRole("cell", { name: "Verifikator: kata sandi berlaku 180 hari" })).toBeVisible();
  await expect(page.getByText("ASVS 5.0 V6.2.10")).toBeVisible();

  await page.getByRole("link", { name: "Halaman umum tentang aturan ini" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aturan kata sandi");
  await expect(page.getByText("Verifikator: kata sandi berlaku 180 hari").first()).toBeVisible();

  await page.goto(paths.console.passwords);
  await page.getByLabel("Alasan").nth(2).fill("Aturannya dicabut.");
  await press(page, "Ajukan penghentian");
  await expect(page.getByText("Admin lain harus menyetujuinya.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Setujui penghentian/ })).toHaveCount(0);

  await signIn(colleague);
  await page.goto(paths.console.passwords);
  await page.getByRole("button", { name: /^Setujui penghentian/ }).click();
  await expect(page.getByText("Masa berlaku dihentikan.")).toBeVisible();
});

test("an expired password logs in, is changed, and leads on to where the person wanted to go", async ({
  page,
  product,
}) => {
  const { slug, institutionId } = await anInstitution(product);
  const { accountId: actorId } = await product.member("institution_admin", "Agus Contoh", slug);
  const rina = await product.member("reviewer", "Rina Contoh", slug);
  const rule = { actorId, institutions: [institutionId], institutionId, role: "reviewer", maxDays: 90 } as const;
  await turnRotationOn(product.staff.kysely, { ...rule, rule: "BSSN 4/2021", reason: "Diminta auditor." });
  const { sql } = product.owner;
  await sql`update password_rotations set set_at = app_now() - interval '1 year' where institution_id = ${institutionId}`;
  await sql`update staff_roles set granted_at = app_now() - interval '1 year' where institution_id = ${institutionId}`;
  await sql`update accounts set password_changed_at = app_now() - interval '91 days' where id = ${rina.accountId}`;

  await page.goto(paths.console.figures);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(rina.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  await page.getByLabel("Kode 6 angka").fill(generateSync({ secret: totpSecret }));
  await press(page, "Lanjutkan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ganti kata sandi");
  await expect(page.getByText("melewati masa berlaku")).toBeVisible();
  await page.goto(paths.account.home);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ganti kata sandi");

  await page.goto(paths.console.figures);
  await page.getByLabel("Kata sandi sekarang", { exact: true }).fill(password);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(`${password} 2027!`);
  await press(page, "Ganti kata sandi");
  await expectErrors(page, ["next"]);
  await page.getByLabel("Kata sandi sekarang", { exact: true }).fill(password);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill("perahu jingga di danau toba");
  await press(page, "Ganti kata sandi");
  await expect(page).toHaveURL(paths.console.figures);
});
