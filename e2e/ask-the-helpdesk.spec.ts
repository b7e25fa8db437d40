import { expect, test } from "./story.ts";
import { paths } from "../src/paths.ts";

test("somebody who cannot spell finds the answer, says that it helped, and comes to the form it names", async ({
  page,
}) => {
  await page.goto(paths.portal);
  await page.goto(paths.helpdesk.home);
  await page.getByRole("searchbox").fill("lupa pasword");
  await page.getByRole("button", { name: "Cari" }).click();
  await expect(page.getByRole("status")).toContainText("lupa pasword");
  await page.getByRole("link", { name: "Saya lupa kata sandi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saya lupa kata sandi");
  await page.getByRole("button", { name: "Ya", exact: true }).click();
  await expect(page.getByText("Senang bisa membantu")).toBeVisible();
  await page.getByRole("link", { name: "Lupa kata sandi?" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.account.forgot}$`));
});

test("the page of a program leads to its questions, and the foot of every page to the status of the service", async ({
  page,
}) => {
  await page.goto(paths.program("jpt-bumn"));
  await page.getByRole("link", { name: "Apa itu LHKPN, dan siapa yang harus melampirkannya?" }).click();
  await expect(page.getByRole("main")).toContainText("Laporan Harta Kekayaan");
  await page.getByRole("contentinfo").getByRole("link", { name: "Status layanan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Status layanan");
  await expect(page.getByRole("table")).toContainText("Masuk");
});
