import { paths } from "../../../paths.ts";

/** The drawers of the queue. `open` is what a reviewer works through: what waits and what is theirs. */
export const drawers = ["waiting", "mine", "in_review", "returned", "decided", "appealed", "all"] as const;
export type Drawer = (typeof drawers)[number] | "open";

/** Days since the submission from which applications are shown. */
export const ages = [0, 1, 3, 7] as const;

/** A document that keeps an application from being accepted: not uploaded, or refused by the system or a reviewer. */
export interface DocumentProblem {
  readonly state: "missing" | "refused";
  /** Id of the slot in the program. */
  readonly slot: string;
}

export interface QueueFilter {
  readonly drawer: Drawer;
  /** Slug of a program; empty for all. */
  readonly program: string;
  readonly age: number;
  readonly search: string;
  readonly document?: DocumentProblem | undefined;
  /** Code of a reason in the last return. */
  readonly reason?: string | undefined;
  /** Only those with an e-mail address whose domain is on no list. */
  readonly unknownAddress?: boolean;
  /** From 1. */
  readonly page: number;
}

const LONGEST_SEARCH = 100;

/** Reads the filter from an address. Whatever makes no sense there is left out: an address is not a form. */
export function readFilter(query: URLSearchParams): QueueFilter {
  const search = (query.get("q") ?? "")
    .toWellFormed()
    .replace(/[\p{C}\ufffd]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_SEARCH)
    .toWellFormed();
  const drawer = drawers.find((known) => known === query.get("status"));
  const program = query.get("program") ?? "";
  const page = query.get("page") ?? "";
  return {
    // Whoever searches wants to find it wherever it lies.
    drawer: drawer ?? (search === "" ? "waiting" : "all"),
    program: /^[a-z0-9-]{1,60}$/.test(program) ? program : "",
    age: ages.find((days) => String(days) === query.get("age")) ?? 0,
    search,
    document: readDocument(query.get("document") ?? ""),
    reason: idForm.test(query.get("reason") ?? "") ? (query.get("reason") ?? undefined) : undefined,
    ...(query.get("address") === "unknown" ? { unknownAddress: true } : {}),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

// Ids of program files; what no program has finds nothing.
const idForm = /^[a-z][a-z0-9_]{0,59}$/;

function readDocument(text: string): DocumentProblem | undefined {
  const [state, slot = ""] = text.split(".");
  if ((state !== "missing" && state !== "refused") || !idForm.test(slot)) return undefined;
  return { state, slot };
}

/** A document problem as it stands in an address. */
export function documentValue({ state, slot }: DocumentProblem): string {
  return `${state}.${slot}`;
}

/** The address of the queue under a filter. */
export function queueHref(filter: QueueFilter): string {
  const query = new URLSearchParams();
  query.set("status", filter.drawer);
  if (filter.program !== "") query.set("program", filter.program);
  if (filter.age > 0) query.set("age", String(filter.age));
  if (filter.search !== "") query.set("q", filter.search);
  if (filter.document) query.set("document", documentValue(filter.document));
  if (filter.reason !== undefined) query.set("reason", filter.reason);
  if (filter.unknownAddress === true) query.set("address", "unknown");
  if (filter.page > 1) query.set("page", String(filter.page));
  return `${paths.console.queue}?${query.toString()}`;
}

/** Whether anything narrows the list besides its drawer. */
export function isNarrowed(filter: QueueFilter): boolean {
  const { program, age, search, document, reason, unknownAddress } = filter;
  return (
    program !== "" ||
    age > 0 ||
    search !== "" ||
    document !== undefined ||
    reason !== undefined ||
    unknownAddress === true
  );
}
