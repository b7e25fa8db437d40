import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { paths } from "../paths.ts";
import type { DB } from "../platform/db/generated/schema.ts";
import { cookies, readCookie, setCookie } from "../platform/http/cookies.ts";
import { first, readForm, type Form } from "../platform/http/form.ts";
import { formToken, isToken, newToken, sameToken } from "../platform/http/tokens.ts";
import { forged, notAllowed, notFound, Refusal } from "../platform/refusals.ts";
import { institutionsWhere, listStaffRoles } from "../registry/accounts/staff.query.ts";
import { findSession, type Session } from "../registry/sessions/session.ts";
import { sayIn, type Language } from "../texts/texts.ts";
import { redirect } from "./respond.ts";
import { anyone, type Route, type StaffVisit, type Visit } from "./route.ts";

type Env = { Bindings: Partial<HttpBindings> };

export interface MountServices {
  readonly db: Kysely<DB>;
  readonly signing: Buffer;
  readonly log: Logger;
  /** Draws the page of a refusal; `code` has a text under `refusal.<code>`. */
  readonly refusalPage: (visit: Visit, refusal: Refusal) => Response;
}

const emptyForm: Form = Object.freeze(Object.create(null) as Form);

/**
 * Makes one app of all routes. Whatever no route allows is refused: a route says who may come,
 * every POST must come from our own page with this browser's form token, and whatever a handler
 * throws becomes a page in the person's language.
 */
export function mount(routes: readonly Route[], services: MountServices): Hono<Env> {
  const app = new Hono<Env>();
  for (const route of routes) {
    app.on(route.method, route.path, (context) => serve(context, route, services));
  }
  const nowhere = anyone("GET", "*", () => {
    throw notFound();
  });
  app.notFound((context) => serve(context, nowhere, services));
  app.onError((error, context) => {
    services.log.error({ err: error, path: context.req.path }, "a request failed outside its handler");
    const visit = describe(context, undefined, emptyForm, services);
    return services.refusalPage(visit, new Refusal(503, "broken", { cause: error }));
  });
  return app;
}

async function serve(context: Context<Env>, route: Route, services: MountServices): Promise<Response> {
  let visit: VisitState = describe(context, undefined, emptyForm, services);
  try {
    const switched = switchLanguage(visit);
    if (switched) return switched;
    const session = await sessionOf(context, services);
    visit = describe(context, session, emptyForm, services);
    const refused = await admit(route, visit, services);
    if (refused) return refused;
    if (route.method === "POST") {
      checkOrigin(context);
      if (route.body === "form") {
        const form = await readForm(context.req.raw);
        const institutions = visit.institutions;
        visit = describe(context, session, form, services);
        visit.institutions = institutions;
        visit.checkCsrf(first(form, "csrf"));
      }
    }
    return withCookies(visit, await route.handle(visit as unknown as StaffVisit));
  } catch (error) {
    return withCookies(visit, services.refusalPage(visit, asRefusal(error, services, route)));
  }
}

function asRefusal(error: unknown, services: MountServices, route: Route): Refusal {
  if (error instanceof Refusal) return error;
  services.log.error({ err: error, route: `${route.method} ${route.path}` }, "a request failed");
  return new Refusal(503, "broken", { cause: error });
}

async function sessionOf(context: Context<Env>, services: MountServices): Promise<Session | undefined> {
  const token = readCookie(context.req.header("cookie"), cookies.session);
  return token ? findSession(services.db, token) : undefined;
}

/** Nothing when the visitor may come in; otherwise where to go instead. Throws when never. */
async function admit(route: Route, visit: VisitState, services: MountServices): Promise<Response | undefined> {
  if (route.access.who === "anyone") return undefined;
  const { session } = visit;
  if (!session) {
    const back = route.method === "GET" ? visit.url.pathname + visit.url.search : paths.account.home;
    return redirect(paths.account.loginThenGo(back));
  }
  if (route.access.who === "person") return undefined;
  if (!session.staff) throw notAllowed();
  if (!session.factor) return redirect(paths.account.authenticator);
  const roles = await listStaffRoles(services.db, session.accountId);
  visit.institutions = institutionsWhere(roles, route.access.may);
  if (visit.institutions.length === 0) throw notAllowed();
  return undefined;
}

/** Browsers say where a form comes from; one that says "from elsewhere" is refused even with a token. */
function checkOrigin(context: Context<Env>): void {
  const site = context.req.header("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") throw forged();
  const origin = context.req.header("origin");
  if (!origin || origin === "null") return;
  if (!URL.canParse(origin) || new URL(origin).host !== context.req.header("host")) throw forged();
}

function switchLanguage(visit: Visit): Response | undefined {
  const wanted = visit.url.searchParams.get("lang");
  if (visit.request.method !== "GET" || (wanted !== "id" && wanted !== "en")) return undefined;
  const rest = new URLSearchParams(visit.url.searchParams);
  rest.delete("lang");
  const query = rest.size > 0 ? `?${rest.toString()}` : "";
  return redirect(visit.url.pathname + query, [setCookie(cookies.language, wanted, 31_536_000)]);
}

type VisitState = Visit & { institutions: readonly string[]; newVisitor: string | undefined };

function describe(
  context: Context<Env>,
  session: Session | undefined,
  form: Form,
  services: MountServices,
): VisitState {
  const header = context.req.header("cookie");
  const chosen = readCookie(header, cookies.language);
  const language: Language = chosen === "en" || chosen === "id" ? chosen : (session?.language ?? "id");
  let cookie = readCookie(header, cookies.session) ?? readCookie(header, cookies.visitor);
  if (cookie !== undefined && !isToken(cookie)) cookie = undefined;
  const state: VisitState = {
    request: context.req.raw,
    url: new URL(context.req.url),
    params: context.req.param() as Record<string, string>,
    language,
    say: sayIn(language),
    form,
    session,
    institutions: [],
    newVisitor: undefined,
    address: context.env.incoming?.socket.remoteAddress ?? "unknown",
    incoming: context.env.incoming,
    get csrf() {
      state.newVisitor ??= cookie === undefined ? newToken() : undefined;
      return formToken(services.signing, cookie ?? state.newVisitor ?? "");
    },
    checkCsrf(token) {
      if (cookie === undefined || !sameToken(token, formToken(services.signing, cookie))) throw forged();
    },
  };
  return state;
}

function withCookies(visit: VisitState, response: Response): Response {
  if (visit.newVisitor) response.headers.append("set-cookie", setCookie(cookies.visitor, visit.newVisitor));
  return response;
}
