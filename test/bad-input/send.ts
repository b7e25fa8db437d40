import type { Browser, Page } from "../app.ts";

/** A request as it is sent, with nothing put right on its way. */
export interface Raw {
  readonly method?: "GET" | "POST";
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every answer on the way to the last one. */
export interface Answered extends Page {
  readonly milliseconds: number;
  readonly hops: readonly { readonly status: number; readonly location: string; readonly headers: Headers }[];
}

export const urlencoded = { "content-type": "application/x-www-form-urlencoded" } as const;

/** Sends a request to a whole address with a browser's cookies, keeps those that come back, and follows where it leads. */
export async function send(browser: Browser, address: string, raw: Raw): Promise<Answered> {
  const hops: { status: number; location: string; headers: Headers }[] = [];
  const began = performance.now();
  let next: Raw = raw;
  let url = new URL(address);
  for (;;) {
    const headers = new Headers(next.headers);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookie) headers.set("cookie", cookie);
    const body = typeof next.body === "string" ? Buffer.from(next.body, "latin1") : next.body;
    const response = await fetch(url, {
      method: next.method ?? "POST",
      headers,
      redirect: "manual",
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    const location = response.headers.get("location");
    for (const line of response.headers.getSetCookie()) keep(browser, line);
    if (!location || hops.length > 10) {
      const html = await response.text();
      const milliseconds = performance.now() - began;
      return { status: response.status, url: url.href, html, headers: response.headers, milliseconds, hops };
    }
    await response.arrayBuffer();
    hops.push({ status: response.status, location, headers: response.headers });
    url = new URL(location, url);
    next = { method: "GET" };
  }
}

/** A body from pairs whose values are encoded already. */
export function encode(pairs: Iterable<readonly [name: string, encoded: string]>): string {
  return [...pairs].map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join("&");
}

function keep(browser: Browser, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const removes = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
  if (removes) browser.cookies.delete(pair.slice(0, at));
  else browser.cookies.set(pair.slice(0, at), pair.slice(at + 1));
}
