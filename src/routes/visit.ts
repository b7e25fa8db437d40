import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { addressOf } from "../platform/http/address.ts";
import { cookies, readCookie } from "../platform/http/cookies.ts";
import type { Form } from "../platform/http/form.ts";
import { formToken, isToken, newToken, sameToken } from "../platform/http/tokens.ts";
import { forged } from "../platform/refusals.ts";
import type { Session } from "../registry/sessions/session.ts";
import { sayIn, type Language } from "../texts/texts.ts";
import type { Visit } from "./route.ts";

export type Env = { Bindings: Partial<HttpBindings> };

/** A form with nothing in it. */
export const emptyForm: Form = Object.freeze(Object.create(null) as Form);

/** A visit while it is being admitted. `newVisitor` is the cookie to set when the page asked for a form token. */
export type VisitState = Visit & { institutions: readonly string[]; newVisitor: string | undefined };

/** What describing a request needs: the key of form tokens, and how many proxies of ours stand in front. */
export interface Describing {
  readonly signing: Buffer;
  readonly proxyHops: number;
}

/** Describes a request to its handler. */
export function describe(
  context: Context<Env>,
  session: Session | undefined,
  form: Form,
  { signing, proxyHops }: Describing,
): VisitState {
  const header = context.req.header("cookie");
  const chosen = readCookie(header, cookies.language);
  const language: Language = chosen === "en" || chosen === "id" ? chosen : (session?.language ?? "id");
  let cookie = readCookie(header, cookies.session) ?? readCookie(header, cookies.visitor);
  if (cookie !== undefined && !isToken(cookie)) cookie = undefined;
  let url: URL | undefined;
  const state: VisitState = {
    request: context.req.raw,
    // Most requests are described twice and most handlers ask for a part of this, so the parts are made when asked for.
    get url() {
      return (url ??= new URL(context.req.url));
    },
    get params() {
      return context.req.param() as Record<string, string>;
    },
    language,
    say: sayIn(language),
    form,
    session,
    institutions: [],
    newVisitor: undefined,
    get address() {
      return addressOf(context.env.incoming, proxyHops);
    },
    incoming: context.env.incoming,
    get csrf() {
      state.newVisitor ??= cookie === undefined ? newToken() : undefined;
      return formToken(signing, cookie ?? state.newVisitor ?? "");
    },
    checkCsrf(token) {
      if (cookie === undefined || !sameToken(token, formToken(signing, cookie))) throw forged();
    },
  };
  return state;
}
