import { Hono, type Context } from "hono";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { paths } from "../paths.ts";
import type { DB } from "../platform/db/generated/schema.ts";
import { cookies, readCookie, setCookie } from "../platform/http/cookies.ts";
import { first, readForm, type Form } from "../platform/http/form.ts";
import { isToken, sameToken } from "../platform/http/tokens.ts";
import { forged, notAllowed, notFound, Refusal } from "../platform/refusals.ts";
import { institutionsWhere, listStaffRoles } from "../registry/accounts/staff.query.ts";
import { findSession, type Session } from "../registry/sessions/session.ts";
import { asksJson, json, ownPath, redirect } from "./respond.ts";
import { anyone, type Route, type StaffVisit, type Visit } from "./route.ts";
import { describe, emptyForm, type Describing, type Env, type VisitState } from "./visit.ts";

export interface MountServices extends Describing {
  readonly db: Kysely<DB>;
  /** For what each request reads, see `Db`. */
  readonly reads: Kysely<DB>;
  readonly log: Logger;
  /** Keeps a form that arrived after its session had ended; see `registry/sessions/held-form.ts`. */
  readonly holdForm: (held: { sessionToken: string; path: string; form: Form }) => Promise<string | undefined>;
  /** Draws the page of a refusal; `code` has a text under `refusal.<code>`. `typed` is a form of ours that comes to nothing. */
  readonly refusalPage: (visit: Visit, refusal: Refusal, typed?: Form) => Response;
}

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
  let form = emptyForm;
  try {
    const switched = switchLanguage(visit);
    if (switched) return switched;
    if (route.method === "POST") checkOrigin(context);
    // Before the database is asked anything: where that fails, what was typed stands on the page that says so.
    if (takesForm(route)) form = await readForm(context.req.raw);
    const known = await sessionOf(context, services);
    const owes = known !== undefined && owesFirst(known, route) !== undefined;
    // To pages for everybody, somebody who is half signed in is nobody yet.
    const session = owes && route.access.who === "anyone" ? undefined : known;
    visit = describe(context, session, form, services);
    if (!session && route.access.who !== "anyone" && asksJson(context.req.raw)) {
      // A browser that still has its old cookie can send the form itself, and finds it again after the login.
      const held = readCookie(context.req.header("cookie"), cookies.session) !== undefined;
      return json({ code: held ? "signed_out" : "no_session" }, 401);
    }
    if (takesForm(route)) {
      if (isOldTab(context, route, visit)) {
        // A script still has its page and sends again with the token that holds now; a form would be lost.
        if (asksJson(context.req.raw)) return json({ code: "old_tab", csrf: visit.csrf }, 403);
        return await hold(context, route, visit, services);
      }
      visit.checkCsrf(first(form, "csrf"));
    }
    const refused = await admit(context, route, visit, services);
    if (refused) return refused;
    if (route.body === "bytes") visit.checkCsrf(context.req.header("x-csrf") ?? "");
    return withCookies(visit, await route.handle(visit as unknown as StaffVisit));
  } catch (error) {
    const refusal = asRefusal(error, services, route);
    if (asksJson(context.req.raw)) return withCookies(visit, json({ code: refusal.code }, refusal.status));
    if (visit.form !== form) visit = describe(context, undefined, form, services);
    return withCookies(visit, services.refusalPage(visit, refusal, typedIn(context, route, visit)));
  }
}

function takesForm({ method, body }: Route): boolean {
  return method === "POST" && (body === "form" || body === "secret");
}

/** What may be given back of a form that was refused: one from a page of ours, in which nothing is secret. */
function typedIn(context: Context<Env>, { body }: Route, visit: Visit): Form | undefined {
  const token = first(visit.form, "csrf");
  if (body !== "form" || !isToken(token)) return undefined;
  return isVouchedFor(context) || sameToken(token, visit.csrf) ? visit.form : undefined;
}

function asRefusal(error: unknown, services: MountServices, route: Route): Refusal {
  if (error instanceof Refusal) return error;
  services.log.error({ err: error, route: `${route.method} ${route.path}` }, "a request failed");
  return new Refusal(503, "broken", { cause: error });
}

async function sessionOf(context: Context<Env>, services: MountServices): Promise<Session | undefined> {
  const token = readCookie(context.req.header("cookie"), cookies.session);
  return token ? findSession(services, token) : undefined;
}

/** Nothing when the visitor may come in; otherwise where to go instead. Throws when never. */
async function admit(
  context: Context<Env>,
  route: Route,
  visit: VisitState,
  services: MountServices,
): Promise<Response | undefined> {
  if (route.access.who === "anyone") return undefined;
  const { session } = visit;
  if (!session) return toLogin(context, route, visit, services);
  const owed = owesFirst(session, route);
  if (owed !== undefined) return toPay(context, route, visit, services, owed);
  if (route.access.who === "person") {
    return route.access.fresh === true && !session.fresh ? toConfirm(context, route, visit, services) : undefined;
  }
  if (!session.staff) throw notAllowed();
  if (!session.factor) return redirect(paths.account.authenticator);
  const roles = await listStaffRoles(services.reads, session.accountId);
  visit.institutions = institutionsWhere(roles, route.access.may);
  if (visit.institutions.length === 0) throw notAllowed();
  return route.access.fresh === true && !session.fresh ? toConfirm(context, route, visit, services) : undefined;
}

/** Sends the visitor to the login page and back. A form that came too late is kept for its person meanwhile. */
async function toLogin(context: Context<Env>, route: Route, visit: Visit, services: MountServices): Promise<Response> {
  if (route.method === "GET") return redirect(paths.account.loginThenGo(visit.url.pathname + visit.url.search));
  return hold(context, route, visit, services);
}

function isHalfway({ access }: Route): boolean {
  return access.who === "person" && access.halfway === true;
}

/** What the session owes before it may have this route: the second factor, then another password for an expired one. */
function owesFirst(session: Session, route: Route): "factor" | "password" | undefined {
  if (isHalfway(route)) return undefined;
  if (session.awaitsFactor) return "factor";
  const { access } = route;
  // Staff whose factor was taken away, or who became staff just now, set one up before anything else.
  if (session.staff && !session.factor && access.who === "person" && access.enrols !== true) return "factor";
  const changes = access.who === "person" && access.overdue === true;
  return session.owesPassword && !changes ? "password" : undefined;
}

/** Asks once more who it is; a form that came too late for that is kept meanwhile. */
async function toConfirm(
  context: Context<Env>,
  route: Route,
  visit: Visit,
  services: MountServices,
): Promise<Response> {
  if (route.method === "GET") return redirect(paths.account.confirmThenGo(visit.url.pathname + visit.url.search));
  const kept = await hold(context, route, visit, services);
  kept.headers.set(
    "location",
    paths.account.confirmThenGo(route.body === "form" ? paths.account.held : paths.account.security),
  );
  return kept;
}

const payment = {
  factor: (next: string) => paths.account.factorThenGo(next),
  password: (next: string) => paths.account.passwordThenGo(next),
};

/** Asks for what is owed first; a form that came without it is kept meanwhile. */
async function toPay(
  context: Context<Env>,
  route: Route,
  visit: Visit,
  services: MountServices,
  owed: keyof typeof payment,
): Promise<Response> {
  if (asksJson(context.req.raw)) return json({ code: "signed_out" }, 401);
  if (route.method === "GET") return redirect(payment[owed](visit.url.pathname + visit.url.search));
  const kept = await hold(context, route, visit, services);
  kept.headers.set("location", payment[owed](paths.account.held));
  return kept;
}

/** Keeps a form and leads to the page that gives it back, by way of the login where nobody is signed in. */
async function hold(context: Context<Env>, route: Route, visit: Visit, services: MountServices): Promise<Response> {
  const sessionToken = readCookie(context.req.header("cookie"), cookies.session);
  const token =
    sessionToken &&
    route.body === "form" &&
    (await services.holdForm({ sessionToken, path: visit.url.pathname, form: visit.form }));
  const to = token ? paths.account.held : paths.account.home;
  const held = token ? [setCookie(cookies.held, token, 3600)] : [];
  return redirect(visit.session ? to : paths.account.loginThenGo(to), held);
}

/**
 * Whether a form comes from a tab that was opened before the person signed in anew elsewhere: its token
 * is an old one, but the browser vouches that the form is ours. It is then asked for once more.
 */
function isOldTab(context: Context<Env>, route: Route, visit: VisitState): boolean {
  const token = first(visit.form, "csrf");
  return (
    visit.session !== undefined &&
    route.access.who !== "anyone" &&
    route.body === "form" &&
    isVouchedFor(context) &&
    isToken(token) &&
    !sameToken(token, visit.csrf)
  );
}

/** Whether the browser says that a page of ours sent this. */
function isVouchedFor(context: Context<Env>): boolean {
  return context.req.header("sec-fetch-site") === "same-origin";
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
  // `//host` is a path to us and another host to a browser.
  return redirect(ownPath(visit.url.pathname + query) ?? paths.portal, [
    setCookie(cookies.language, wanted, 31_536_000),
  ]);
}

function withCookies(visit: VisitState, response: Response): Response {
  if (visit.newVisitor) response.headers.append("set-cookie", setCookie(cookies.visitor, visit.newVisitor));
  return response;
}
