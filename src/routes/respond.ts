import { pageHeaders } from "../platform/http/headers.ts";
import type { Refusal } from "../platform/refusals.ts";

/** An HTML page, as the bytes that are sent, with the security headers. */
export function html(body: Uint8Array<ArrayBuffer>, status = 200, headers?: Record<string, string>): Response {
  return new Response(body, {
    status,
    headers: { ...pageHeaders, "content-type": "text/html; charset=utf-8", ...headers },
  });
}

/** Sends the browser on with GET; `to` is a path of ours. */
export function redirect(to: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const cookie of setCookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Tells machines when to come again, where a refusal says so. */
export function retryHeader({ retryAfterSeconds: wait }: Refusal): Record<string, string> {
  return wait === undefined ? {} : { "retry-after": String(wait) };
}

/** Whether a script of ours asks, which wants to know what happened and not to be led to a page. */
export function asksJson(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

/** JSON for our own scripts and for machines that watch us. */
export function json(value: unknown, status = 200, headers?: Record<string, string>): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}

/**
 * A path of ours out of a `next` parameter, or undefined: never another host, never a scheme.
 * Only what `URL` resolves to the same place counts, so `//host`, `/\host` and tabs lead nowhere; and a
 * path may come out of it as `//host` though it went in otherwise (`/.//host`).
 */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith("/")) return undefined;
  const base = "http://own.invalid";
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : undefined;
}
