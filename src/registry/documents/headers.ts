/**
 * Headers under which document bytes go out: never sniffed, never run, never kept. `inline` is for
 * pictures that we made; what a person sent goes out as `attachment` only.
 */
export function documentHeaders(
  file: { readonly mediaType: string; readonly name: string },
  disposition: "inline" | "attachment",
): Record<string, string> {
  return {
    "Content-Type": file.mediaType,
    "Content-Disposition": `${disposition}; filename="${plain(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

function plain(name: string): string {
  return name.replace(/[^\w .-]/g, "_");
}

/** RFC 8187 leaves fewer characters alone than `encodeURIComponent` does. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
