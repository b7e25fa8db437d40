const LONGEST = 200;

/**
 * A file name as it may be shown: the last part of what was sent, without control characters or
 * characters that turn the direction of writing (they make "gpj.exe" read as "exe.jpg"), at most
 * 200 code points with its extension kept. Never use it as a path.
 */
export function shownFileName(sent: string): string {
  const base = sent.slice(0, 4096).toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  if (/^\.*$/.test(clean)) return "berkas";
  const points = Array.from(clean);
  if (points.length <= LONGEST) return clean;
  const ending = Array.from(/\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "");
  return [...points.slice(0, LONGEST - ending.length), ...ending].join("");
}

/** The extension in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
