import type { DemonstrationPerson } from "./people.ts";

const roles = {
  applicant: "pendaftar / applicant",
  reviewer: "verifikator / reviewer",
  secretariat: "sekretariat / secretariat",
  institution_admin: "admin instansi / institution admin",
} as const satisfies Record<DemonstrationPerson["role"], string>;

/** The people as lines for the terminal: who signs in with what. */
export function announcePeople(people: readonly DemonstrationPerson[]): string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.flatMap((person) => {
    const line = `  ${person.email.padEnd(width)}  ${person.password}  ${roles[person.role]}`;
    return person.totpSecret === undefined
      ? [line]
      : [line, `  ${" ".repeat(width)}  authenticator key ${person.totpSecret}`];
  });
  return ["", "People of this demonstration, with passwords made for this data folder:", ...lines, ""];
}
