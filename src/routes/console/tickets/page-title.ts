import type { Say } from "../../../texts/texts.ts";
import { commonPages } from "../../program-page.ts";

/** What a page of a program is called: one that every program has, or a step of its file by its title. */
export function pageTitle(say: Say, page: string, step: string | undefined): string {
  const common = commonPages.find((one) => one === page);
  return common ? say(`ticket_figures.page.${common}`) : (step ?? page);
}
