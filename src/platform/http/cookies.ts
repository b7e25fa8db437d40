/** Names of our cookies. `__Host-` makes the browser insist on Secure, Path=/ and no Domain. */
export const cookies = {
  session: "__Host-daftar-session",
  visitor: "__Host-daftar-visitor",
  language: "__Host-daftar-language",
  held: "__Host-daftar-held",
  next: "__Host-daftar-next",
  remembered: "__Host-daftar-remembered",
} as const;

/** The value of a cookie, or undefined. The first one wins, as browsers send the most specific first. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** A Set-Cookie line. `maxAgeSeconds` 0 removes it; without it the cookie ends with the browser. */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}
