import { isUuid } from "../../../registry/applications/load.query.ts";
import { isDay } from "../window/window-form.ts";

export const actorKinds = ["staff", "applicant", "visitor", "system"] as const;

/** What the list of records is narrowed to; an empty text narrows nothing. */
export interface AuditFilter {
  readonly action: string;
  readonly actorKind: (typeof actorKinds)[number] | undefined;
  /** Id of one thing. */
  readonly about: string;
  /** Day of the calendar as 2026-12-31, the last one shown. */
  readonly until: string;
  /** Id before which the page begins. */
  readonly before: string;
}

/** Reads the filter of an address; what is none narrows nothing, except a day, which is left as it was typed. */
export function readAuditFilter(asked: URLSearchParams): AuditFilter & { readonly wrongDay: boolean } {
  const text = (name: string) => (asked.get(name) ?? "").trim().slice(0, 60);
  const id = (name: string) => (isUuid(text(name)) ? text(name) : "");
  const until = text("until");
  return {
    action: /^[a-z_]+\.[a-z_]+$/.test(text("action")) ? text("action") : "",
    actorKind: actorKinds.find((kind) => kind === text("who")),
    about: id("about"),
    before: id("before"),
    until,
    wrongDay: until !== "" && !isDay(until),
  };
}

/** The address of the list with this filter. */
export function auditAddress(path: string, filter: Partial<AuditFilter>): string {
  const parts = Object.entries({
    action: filter.action,
    who: filter.actorKind,
    about: filter.about,
    until: filter.until,
    before: filter.before,
  }).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== "");
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`;
}
