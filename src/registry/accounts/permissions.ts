/** What staff may do; each console route names one. */
export type Permission =
  | "review"
  | "manage_numbers"
  | "begin_nik_cases"
  | "decide_nik_cases"
  | "manage_staff"
  | "manage_passwords"
  | "set_retention"
  | "set_email_lists"
  | "read_policies"
  | "manage_claims"
  | "export_applications"
  | "extend_window"
  | "move_announcement"
  | "answer_appeals"
  | "help_accounts"
  | "change_addresses"
  | "confirm_account_help"
  | "manage_faq"
  | "answer_tickets"
  | "manage_incidents"
  | "answer_rights"
  | "read_payments"
  | "keep_payments"
  | "confirm_refunds"
  | "read_audit"
  | "read_programs";

export type Role =
  | "officer"
  | "reviewer"
  | "examiner"
  | "secretariat"
  | "agent"
  | "treasurer"
  | "institution_admin"
  | "auditor"
  | "data_protection_officer";

/**
 * What each role may do in its institution, and nothing else: a route names the permission it needs. Roles whose work has
 * no room in the console yet read programs and figures, which name nobody.
 */
export const permissionsOf = {
  officer: ["read_programs"],
  reviewer: ["review", "decide_nik_cases", "read_programs"],
  examiner: ["read_programs"],
  secretariat: [
    "review",
    "answer_appeals",
    "manage_numbers",
    "begin_nik_cases",
    "decide_nik_cases",
    "export_applications",
    "help_accounts",
    "change_addresses",
    "confirm_account_help",
    "answer_tickets",
    "read_programs",
  ],
  agent: ["help_accounts", "manage_faq", "answer_tickets", "begin_nik_cases", "manage_incidents", "read_programs"],
  treasurer: ["read_payments", "keep_payments", "confirm_refunds", "read_programs"],
  institution_admin: [
    "manage_staff",
    "manage_passwords",
    "set_retention",
    "set_email_lists",
    "read_policies",
    "manage_claims",
    "extend_window",
    "move_announcement",
    "manage_faq",
    "manage_incidents",
    "confirm_account_help",
    "read_payments",
    "confirm_refunds",
    "read_programs",
  ],
  auditor: ["read_audit", "read_policies", "read_programs"],
  data_protection_officer: ["answer_rights", "read_policies", "read_programs"],
} as const satisfies Record<Role, readonly Permission[]>;

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => (permissionsOf[role] as readonly Permission[]).includes(permission));
}
