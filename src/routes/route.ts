import type { IncomingMessage } from "node:http";
import type { Form } from "../platform/http/form.ts";
import type { Permission } from "../registry/accounts/permissions.ts";
import type { Session } from "../registry/sessions/session.ts";
import type { Language, Say } from "../texts/texts.ts";

/** What every handler is told about the request. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** Named parts of the address. */
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly say: Say;
  /** The posted form; empty for a GET and for an upload. */
  readonly form: Form;
  /** Token that every form on the page must carry in the field `csrf`. Asking for it may set a cookie. */
  readonly csrf: string;
  readonly session: Session | undefined;
  /** Network address of the browser, for limits only. */
  readonly address: string;
  /** The request as Node has it, for streamed uploads. */
  readonly incoming: IncomingMessage | undefined;
  /** Refuses (403) a token that does not belong to this browser; for uploads, whose form arrives later. */
  readonly checkCsrf: (token: string) => void;
}

export interface PersonVisit extends Visit {
  readonly session: Session;
}

export interface StaffVisit extends PersonVisit {
  /** Institutions in which this person has the permission of the route. */
  readonly institutions: readonly string[];
}

export type Access =
  | { readonly who: "anyone" }
  | {
      readonly who: "person";
      readonly halfway?: boolean;
      readonly fresh?: boolean;
      readonly overdue?: boolean;
      readonly enrols?: boolean;
    }
  | { readonly who: "staff"; readonly may: Permission; readonly fresh?: boolean };

/**
 * How the body of a POST comes: parsed beforehand with its token checked, or streamed by the handler.
 * A `secret` form is parsed like any other, but is never kept when its session has ended. A `bearer` POST is allowed by
 * a secret in its address and comes from machines that have no cookie: its body is never read, and it needs no token.
 * A `signed` POST comes from machines as well: the handler reads its body within a limit and believes only what is signed.
 * `bytes` come from a script of ours, which sends the token in the header `x-csrf`; the handler streams them.
 */
export type Body = "form" | "secret" | "upload" | "bearer" | "signed" | "bytes";

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly access: Access;
  readonly body: Body;
  readonly handle: (visit: StaffVisit) => Response | Promise<Response>;
}

type Handler<V extends Visit> = (visit: V) => Response | Promise<Response>;
type Method = Route["method"];

/** A page for everyone, signed in or not. */
export function anyone(method: Method, path: string, handle: Handler<Visit>, body: Body = "form"): Route {
  return { method, path, access: { who: "anyone" }, body, handle };
}

/** A page for whoever is signed in; others are sent to the login page and come back. */
export function person(method: Method, path: string, handle: Handler<PersonVisit>, body: Body = "form"): Route {
  return { method, path, access: { who: "person" }, body, handle };
}

/** A page also for whoever has given the password but still owes the second factor. */
export function halfway(method: Method, path: string, handle: Handler<PersonVisit>, body: Body = "form"): Route {
  return { method, path, access: { who: "person", halfway: true }, body, handle };
}

/** The same page also for staff who have no second factor yet: where one is set up, and what leads there. */
export function enrolling(route: Route): Route {
  return route.access.who === "person" ? { ...route, access: { ...route.access, enrols: true } } : route;
}

/** A page also for whoever logged in with a password that has expired: only where it is changed. */
export function evenOverdue(method: Method, path: string, handle: Handler<PersonVisit>, body: Body = "form"): Route {
  return { method, path, access: { who: "person", overdue: true }, body, handle };
}

/**
 * A page that shows or changes what is sensitive: whoever gave neither password nor second factor within the last ten
 * minutes is asked for one of them first.
 */
export function freshly(method: Method, path: string, handle: Handler<PersonVisit>, body: Body = "form"): Route {
  return { method, path, access: { who: "person", fresh: true }, body, handle };
}

/** The same for staff, who give the password or the second factor once more when the last was over ten minutes ago. */
export function staffFreshly(may: Permission, method: Method, path: string, handle: Handler<StaffVisit>): Route {
  return { method, path, access: { who: "staff", may, fresh: true }, body: "form", handle };
}

/** A page for staff with a second factor who hold the permission in at least one institution. */
export function staff(
  may: Permission,
  method: Method,
  path: string,
  handle: Handler<StaffVisit>,
  body: Body = "form",
): Route {
  return { method, path, access: { who: "staff", may }, body, handle };
}
