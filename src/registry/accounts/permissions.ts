/** What staff may do; each console route names one. */
export type Permission =
  | "review"
  | "manage_numbers"
  | "manage_staff"
  | "manage_claims"
  | "export_applications"
  | "extend_window"
  | "move_announcement"
  | "answer_appeals"
  | "read_programs";

export type Role = "reviewer" | "secretariat" | "institution_admin";

/** What each role of product.md may do in its institution. */
export const permissionsOf = {
  reviewer: ["review", "read_programs"],
  secretariat: ["review", "answer_appeals", "manage_numbers", "export_applications", "read_programs"],
  institution_admin: ["manage_staff", "manage_claims", "extend_window", "move_announcement", "read_programs"],
} as const satisfies Record<Role, readonly Permission[]>;

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => (permissionsOf[role] as readonly Permission[]).includes(permission));
}
