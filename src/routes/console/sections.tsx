import { paths } from "../../paths.ts";
import { may, type Permission, type Role } from "../../registry/accounts/permissions.ts";
import type { Say } from "../../texts/texts.ts";
import { Fold } from "../../ui/fold/fold.tsx";
import { Link } from "../../ui/link/link.tsx";

export type Section =
  | "queue"
  | "claims"
  | "numbers"
  | "nik_cases"
  | "rights"
  | "payments"
  | "figures"
  | "audit"
  | "programs"
  | "accounts"
  | "requests"
  | "tickets"
  | "canned"
  | "questions"
  | "incidents"
  | "staff"
  | "passwords"
  | "retention"
  | "email_lists";

const needed = {
  queue: "review",
  claims: "manage_claims",
  numbers: "manage_numbers",
  nik_cases: "decide_nik_cases",
  rights: "answer_rights",
  payments: "read_payments",
  figures: "read_programs",
  audit: "read_audit",
  programs: "read_programs",
  accounts: "help_accounts",
  requests: "confirm_account_help",
  tickets: "answer_tickets",
  canned: "manage_faq",
  questions: "manage_faq",
  incidents: "manage_incidents",
  staff: "manage_staff",
  passwords: "read_policies",
  retention: "read_policies",
  email_lists: "read_policies",
} as const satisfies Record<Section, Permission>;

const hrefs = {
  queue: paths.console.queue,
  claims: paths.console.claims,
  numbers: paths.console.numbers,
  nik_cases: paths.console.nikCases,
  rights: paths.console.rights,
  payments: paths.console.payments,
  figures: paths.console.figures,
  audit: paths.console.audit,
  programs: paths.console.programs,
  accounts: paths.console.accounts,
  requests: paths.console.accountRequests,
  tickets: paths.console.tickets,
  canned: paths.console.cannedAnswers,
  questions: paths.console.questions,
  incidents: paths.console.incidents,
  staff: paths.console.staff,
  passwords: paths.console.passwords,
  retention: paths.console.ticketRetention,
  email_lists: paths.console.emailLists,
} as const satisfies Record<Section, string>;

/** The parts of the console that a person's roles open. */
export function sectionsOf(roles: ReadonlyMap<string, readonly Role[]>): Section[] {
  const held = [...roles.values()].flat();
  return (Object.keys(needed) as Section[]).filter((section) => may(held, needed[section]));
}

/** Where somebody with these roles begins; staff of every role have a part that is theirs. */
export function firstSection(roles: ReadonlyMap<string, readonly Role[]>): string {
  return hrefs[sectionsOf(roles)[0] ?? "programs"];
}

/** The way between the parts of the console, above each of their pages. */
export function Sections(props: { readonly say: Say; readonly open: readonly Section[]; readonly current: Section }) {
  const { say, open, current } = props;
  const parts = [
    { section: "queue", text: say("console.to_queue") },
    { section: "claims", text: say("console.to_claims") },
    { section: "numbers", text: say("console.to_numbers") },
    { section: "nik_cases", text: say("console.nik_cases.to") },
    { section: "rights", text: say("rights.desk.to") },
    { section: "payments", text: say("console.payments.to") },
    { section: "figures", text: say("console.to_figures") },
    { section: "audit", text: say("audit.to") },
    { section: "programs", text: say("console.to_programs") },
    { section: "accounts", text: say("desk.to_accounts") },
    { section: "requests", text: say("desk.to_requests") },
    { section: "tickets", text: say("tickets.inbox") },
    { section: "canned", text: say("canned.title") },
    { section: "questions", text: say("console.to_questions") },
    { section: "incidents", text: say("console.to_incidents") },
    { section: "staff", text: say("console.to_staff") },
    { section: "passwords", text: say("console.to_passwords") },
    { section: "retention", text: say("ticket_retention.to") },
    { section: "email_lists", text: say("email_lists.to") },
  ] as const;
  const shown = parts.filter(({ section }) => open.includes(section));
  const here = parts.find(({ section }) => section === current)?.text ?? "";
  return (
    <nav class="daftar-sections" aria-label={say("console.sections")}>
      <Fold summaryText={say("console.section", { here })} />
      <ul class="daftar-sections__list">
        {shown.map(({ section, text }) => (
          <li>
            {section === current ? (
              <strong class="daftar-sections__part" aria-current="page">
                {text}
              </strong>
            ) : (
              <Link href={hrefs[section]} classes="daftar-sections__part govuk-link--no-underline">
                {text}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
