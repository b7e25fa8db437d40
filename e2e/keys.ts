import type { Locator, Page } from "@playwright/test";

/** Presses Tab until the place is reached: what cannot be reached so is out of reach for some. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await place.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(place)}`);
}
