import { paths } from "../../paths.ts";

/** Where a page is, or one of its items. */
export function addressOf(application: string, step: string, item: number | undefined): string {
  return item === undefined ? paths.apply.step(application, step) : paths.apply.item(application, step, item);
}
