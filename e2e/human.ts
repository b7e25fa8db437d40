import { expect, type Page } from "@playwright/test";
import { answerAsHuman } from "../test/people.ts";

/** Shows to be human as the open form asks: by answering its question, or by leaving it to the browser where scripts run. */
export async function beHuman(page: Page, scripts: boolean): Promise<void> {
  const question = page.getByLabel(/^Pertanyaan untuk manusia/);
  if (scripts) return expect(question).toBeHidden();
  const asked = (await page.locator('label[for="human"]').textContent()) ?? "";
  await question.fill(answerAsHuman(asked.replace(/^[^:]*: /, "").trim()));
}
