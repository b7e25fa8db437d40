import { createHash } from "node:crypto";
import type { Regions } from "../../program/regions.ts";
import type { Visit } from "../route.ts";

/** A code of a region as the ministry writes it, or nothing for the provinces. */
const code = /^(?:\d{2}(?:\.\d{2}){0,2})?$/;

/** The children of a region as JSON for the dependent choices; an empty list for whatever is no region. */
export function showRegions(regions: Regions, visit: Visit): Response {
  const parent = visit.url.searchParams.get("parent") ?? "";
  const children = code.test(parent) ? regions.children(parent === "" ? undefined : parent) : [];
  const body = JSON.stringify(children.map((region) => ({ code: region.code, name: region.name })));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`;
  const headers = {
    "content-type": "application/json; charset=utf-8",
    // Villages change by law, not by the hour.
    "cache-control": "public, max-age=86400",
    "x-content-type-options": "nosniff",
    etag,
  };
  if (visit.request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
