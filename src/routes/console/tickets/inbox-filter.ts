import { paths } from "../../../paths.ts";
import { Slug } from "../../../program/ids.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";

/** The drawers of the inbox; `open` is everything that waits for an answer. */
export const ticketDrawers = ["open", "waiting", "mine", "colleagues", "overdue", "answered"] as const;
export type TicketDrawer = (typeof ticketDrawers)[number];

export interface InboxFilter {
  readonly drawer: TicketDrawer;
  /** Name of a category; empty for all. */
  readonly category: string;
  /** Name of the program whose page led to the question; empty for all. */
  readonly program: string;
  /** Id of an institution; empty for all of the agent's. */
  readonly institution: string;
  /** What a search found: these and no others, whatever their state. */
  readonly found: readonly string[];
  /** The page that begins after this ticket, or ends before it. */
  readonly from?: { readonly side: "after" | "before"; readonly id: string } | undefined;
}

/** So many a search shows; whoever has asked more often is narrowed down by another fact. */
export const mostFound = 25;

/** Reads the filter from an address. Whatever makes no sense there is left out: an address is not a form. */
export function readInbox(query: URLSearchParams): InboxFilter {
  const category = query.get("category") ?? "";
  const program = Slug.safeParse(query.get("program")).data ?? "";
  const institution = query.get("institution") ?? "";
  const side = query.has("after") ? "after" : "before";
  const id = query.get(side) ?? "";
  return {
    drawer: ticketDrawers.find((known) => known === query.get("status")) ?? "open",
    category: /^[a-z0-9-]{1,60}$/.test(category) ? category : "",
    program,
    institution: isUuid(institution) ? institution : "",
    found: (query.get("found") ?? "").split(".").filter(isUuid).slice(0, mostFound),
    from: isUuid(id) ? { side, id } : undefined,
  };
}

/** The address of the inbox under a filter. */
export function inboxHref(filter: InboxFilter): string {
  return `${paths.console.tickets}?${queryOf(filter)}`;
}

/** The address of a ticket that remembers the list it was opened from; of the whole inbox it needs not. */
export function ticketHref(ticketId: string, filter: InboxFilter): string {
  const path = paths.console.ticket(ticketId);
  const isWhole = filter.drawer === "open" && !isNarrowed(filter) && filter.from === undefined;
  return isWhole ? path : `${path}?${queryOf(filter)}`;
}

/** An address, saying that what was asked there is done. */
export function doneHref(href: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}done`;
}

/** The address where everything under a filter is answered at once. */
export function bulkHref(filter: InboxFilter): string {
  return `${paths.console.bulkAnswer}?${queryOf({ ...filter, from: undefined })}`;
}

function queryOf({ drawer, category, program, institution, found, from }: InboxFilter): string {
  const query = new URLSearchParams();
  if (found.length > 0) query.set("found", found.join("."));
  else query.set("status", drawer);
  if (category !== "") query.set("category", category);
  if (program !== "") query.set("program", program);
  if (institution !== "") query.set("institution", institution);
  if (from) query.set(from.side, from.id);
  return query.toString();
}

/** Whether anything narrows the list besides its drawer. */
export function isNarrowed({ category, program, institution, found }: InboxFilter): boolean {
  return category !== "" || program !== "" || institution !== "" || found.length > 0;
}
