import { Slug } from "../../../program/ids.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { readAmount } from "../../../registry/fees/read-amount.ts";
import { paymentDrawers, type PaymentFilter } from "../../../registry/fees/treasury.query.ts";

/** Reads the filter from an address. Whatever makes no sense there is left out: an address is not a form. */
export function readPaymentFilter(query: URLSearchParams): PaymentFilter & { readonly typed: string } {
  const typed = (query.get("sought") ?? "").replaceAll("\0", "").trim().slice(0, 40);
  const before = query.get("before") ?? "";
  const sought = String(readAmount(typed) ?? typed.toUpperCase());
  return {
    drawer: paymentDrawers.find((known) => known === query.get("status")) ?? "all",
    program: Slug.safeParse(query.get("program")).data ?? "",
    sought,
    before: isUuid(before) ? before : "",
    typed,
  };
}

/** The address of a list under a filter, without where its page begins unless that is said. */
export function filteredHref(
  path: string,
  { drawer, program, sought }: Omit<PaymentFilter, "before">,
  before = "",
): string {
  const query = new URLSearchParams({ status: drawer });
  if (program !== "") query.set("program", program);
  if (sought !== "") query.set("sought", sought);
  if (before !== "") query.set("before", before);
  return `${path}?${query.toString()}`;
}
