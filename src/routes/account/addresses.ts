import { paths } from "../../paths.ts";

/** Addresses of links in letters without their token, for routes and for forms. */
export const addresses = {
  activate: withoutQuery(paths.account.activate("")),
  reset: withoutQuery(paths.account.reset("")),
  newAddress: withoutQuery(paths.account.newAddress("")),
  objection: withoutQuery(paths.account.objection("")),
} as const;

/** What the login page may congratulate on. */
export const loginDone = ["activated", "reset", "signed_out"] as const;

/** The login page with a banner that says what was just done. */
export function loginAfter(done: (typeof loginDone)[number]): string {
  return `${paths.account.login}?done=${done}`;
}

function withoutQuery(path: string): string {
  return path.split("?")[0] ?? path;
}
