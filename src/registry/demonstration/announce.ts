import { demonstrationName } from "./institutions.ts";
import type { DemonstrationPerson } from "./people.ts";

const roles = {
  applicant: "pendaftar / applicant",
  reviewer: "verifikator / reviewer",
  secretariat: "sekretariat / secretariat",
  institution_admin: "admin instansi / institution admin",
  agent: "petugas helpdesk / agent",
  treasurer: "bendahara / treasurer",
  auditor: "auditor / auditor",
  data_protection_officer: "pejabat pelindungan data / data protection officer",
} as const satisfies Record<DemonstrationPerson["role"], string>;

/** The people as lines for the terminal, institution by institution: who signs in with what. */
export function announcePeople(people: readonly DemonstrationPerson[]): string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.flatMap((person, index) => {
    const { institution } = person;
    const isFirst = institution !== undefined && people[index - 1]?.institution !== institution;
    return [...(isFirst ? ["", `  ${demonstrationName(institution).id}`] : []), ...linesOf(person, width)];
  });
  return ["", "People of this demonstration, with passwords made for this data folder:", ...lines, ""];
}

function linesOf({ email, password, role, also, totpSecret }: DemonstrationPerson, width: number): string[] {
  const work = also === undefined ? roles[role] : `${roles[role]}, ${roles[also]}`;
  const line = `  ${email.padEnd(width)}  ${password}  ${work}`;
  return totpSecret === undefined ? [line] : [line, `  ${" ".repeat(width)}  authenticator key ${totpSecret}`];
}
