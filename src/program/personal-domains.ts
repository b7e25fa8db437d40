/**
 * Domains at which private people have mailboxes. Written by hand from what providers offer to everybody, and kept
 * here: facts only, no list of others was copied. An institution adds its own with `allow` and `deny`.
 */
export const personalDomains: ReadonlySet<string> = new Set([
  "aol.com",
  "fastmail.com",
  "gmail.com",
  "gmx.com",
  "gmx.net",
  "googlemail.com",
  "hey.com",
  "hotmail.co.id",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mac.com",
  "mail.com",
  "me.com",
  "msn.com",
  "outlook.co.id",
  "outlook.com",
  "plasa.com",
  "pm.me",
  "proton.me",
  "protonmail.com",
  "rocketmail.com",
  "tuta.com",
  "tutanota.com",
  "yahoo.co.id",
  "yahoo.com",
  "yandex.com",
  "ymail.com",
  "zohomail.com",
]);

/** Endings that registries give to organisations only: those of .id as PANDI has them, and the old ones of the net. */
export const officeEndings: readonly string[] = [
  "ac.id",
  "co.id",
  "desa.id",
  "edu",
  "go.id",
  "gov",
  "mil",
  "mil.id",
  "or.id",
  "ponpes.id",
  "sch.id",
];
