const allowed = new Set(["http", "https", "mailto", "tel"]);

/**
 * The address itself when a browser may follow it, else `#`. Browsers ignore tabs and line breaks inside an
 * address and control characters before it, so these go before the scheme is read.
 */
export function safeHref(href: string): string {
  const read = href.replace(/^[\u0000-\u0020]+/, "").replace(/[\t\n\r]/g, "");
  const scheme = /^([^/?#:]*):/.exec(read)?.[1];
  return scheme === undefined || allowed.has(scheme.toLowerCase()) ? href : "#";
}
