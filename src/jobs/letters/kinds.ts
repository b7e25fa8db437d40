import { paths } from "../../paths.ts";
import type { NoticeKind } from "../../registry/notices/notice-kinds.ts";
import type { OutgoingNotice } from "../../registry/notices/outgoing.ts";

/** What differs between letters beyond their words, which stand under `letter.<kind>`. */
interface LetterKind {
  /** Where the button leads, as a path of ours. */
  readonly leadsTo: (notice: OutgoingNotice) => string;
  /** Whether whoever holds the letter could do harm with it. */
  readonly secret: boolean;
}

/** Every kind of letter. */
export const letterKinds = {
  activate: { leadsTo: (notice) => paths.account.activate(tokenOf(notice)), secret: true },
  already_registered: { leadsTo: () => paths.account.login, secret: false },
  reset: { leadsTo: (notice) => paths.account.reset(tokenOf(notice)), secret: true },
  password_changed: { leadsTo: () => paths.account.forgot, secret: true },
  password_due: { leadsTo: () => paths.account.password, secret: true },
  factor_added: { leadsTo: () => paths.account.security, secret: true },
  factor_leaving: { leadsTo: (notice) => paths.account.objection(tokenOf(notice)), secret: true },
  factor_removed: { leadsTo: () => paths.account.security, secret: true },
  recovery_code_used: { leadsTo: () => paths.account.security, secret: true },
  recovery_code: { leadsTo: () => paths.account.recoverProof, secret: true },
  questions_changed: { leadsTo: () => paths.account.security, secret: true },
  recovered: { leadsTo: () => paths.account.forgot, secret: true },
  unlocked_by_staff: { leadsTo: () => paths.account.login, secret: true },
  reset_by_staff: { leadsTo: (notice) => paths.account.reset(tokenOf(notice)), secret: true },
  email_moving: { leadsTo: (notice) => paths.account.objection(tokenOf(notice)), secret: true },
  phone_moving: { leadsTo: (notice) => paths.account.objection(tokenOf(notice)), secret: true },
  phone_claim: { leadsTo: (notice) => paths.account.newAddress(tokenOf(notice)), secret: true },
  email_claim: { leadsTo: (notice) => paths.account.newAddress(tokenOf(notice)), secret: true },
  your_names: { leadsTo: () => paths.account.login, secret: true },
  copy_ready: { leadsTo: () => paths.account.data, secret: true },
  erasure_asked: { leadsTo: () => paths.account.erase, secret: true },
  erasure_void: { leadsTo: () => paths.account.erase, secret: false },
  erased: { leadsTo: () => paths.account.data, secret: false },
  closed: { leadsTo: () => paths.portal, secret: false },
  right_asked: { leadsTo: rightOf, secret: true },
  consent_withdrawn: { leadsTo: rightOf, secret: true },
  right_fulfilled: { leadsTo: rightOf, secret: false },
  right_refused: { leadsTo: rightOf, secret: false },
  rights_pressing: { leadsTo: rightsDesk, secret: false },
  rights_overdue: { leadsTo: rightsDesk, secret: false },
  nik_case_opened: { leadsTo: () => paths.account.nikCase, secret: false },
  nik_case_begun: { leadsTo: () => paths.account.nikCase, secret: false },
  nik_case_told: { leadsTo: () => paths.account.nikCase, secret: false },
  nik_case_withdrawn: { leadsTo: () => paths.account.nikCase, secret: false },
  nik_yours: { leadsTo: () => paths.account.nikCase, secret: false },
  nik_not_yours: { leadsTo: () => paths.account.nikCase, secret: false },
  identity_stated: { leadsTo: () => paths.account.identity, secret: true },
  number_code: { leadsTo: (notice) => paths.proveNumber(programOf(notice)), secret: true },
  number_proved: { leadsTo: () => paths.account.home, secret: false },
  number_denied: { leadsTo: (notice) => paths.ownNumber(programOf(notice)), secret: false },
  number_moved: { leadsTo: () => paths.help, secret: false },
  email_code: { leadsTo: () => paths.account.email, secret: true },
  email_changed: { leadsTo: () => paths.account.forgot, secret: true },
  phone_changed: { leadsTo: () => paths.account.security, secret: true },
  login_code: { leadsTo: () => paths.account.security, secret: true },
  new_device: { leadsTo: () => paths.account.sessions, secret: true },
  ticket_linked: { leadsTo: () => paths.account.tickets, secret: false },
  tickets_overdue: { leadsTo: () => paths.console.start, secret: false },
  submitted: { leadsTo: (notice) => paths.apply.receipt(applicationOf(notice)), secret: false },
  returned: { leadsTo: (notice) => paths.apply.tasks(applicationOf(notice)), secret: false },
  accepted: { leadsTo: (notice) => paths.apply.receipt(applicationOf(notice)), secret: false },
  rejected: { leadsTo: (notice) => paths.apply.status(applicationOf(notice)), secret: false },
  appealed: { leadsTo: (notice) => paths.apply.appeal(applicationOf(notice)), secret: false },
  appeal_denied: { leadsTo: (notice) => paths.apply.appeal(applicationOf(notice)), secret: false },
  appeal_granted: { leadsTo: (notice) => paths.apply.appeal(applicationOf(notice)), secret: false },
  locked: { leadsTo: (notice) => paths.apply.status(applicationOf(notice)), secret: false },
  extended: { leadsTo: (notice) => paths.apply.tasks(applicationOf(notice)), secret: false },
  reminder: { leadsTo: (notice) => paths.apply.tasks(applicationOf(notice)), secret: false },
  payment_received: { leadsTo: (notice) => paths.apply.fee(applicationOf(notice)), secret: false },
  payment_expired: { leadsTo: (notice) => paths.apply.fee(applicationOf(notice)), secret: false },
  refunded: { leadsTo: (notice) => paths.apply.fee(applicationOf(notice)), secret: false },
  refund_due: { leadsTo: (notice) => paths.apply.fee(applicationOf(notice)), secret: false },
} as const satisfies Record<NoticeKind, LetterKind>;

function tokenOf(notice: OutgoingNotice): string {
  if ("token" in notice.data) return notice.data.token;
  throw new Error(`The letter ${notice.id} (${notice.kind}) has no link.`);
}

function programOf(notice: OutgoingNotice): string {
  if ("program" in notice.data) return notice.data.program;
  throw new Error(`The letter ${notice.id} (${notice.kind}) names no program.`);
}

function rightOf(notice: OutgoingNotice): string {
  if ("number" in notice.data && notice.data.number !== undefined)
    return paths.account.rights.request(notice.data.number);
  throw new Error(`The letter ${notice.id} (${notice.kind}) has no number.`);
}

/** Administrators may not read what was asked: they see to it that somebody does. */
function rightsDesk(notice: OutgoingNotice): string {
  return "officer" in notice.data && notice.data.officer ? paths.console.rights : paths.console.staff;
}

function applicationOf(notice: OutgoingNotice): string {
  if (notice.applicationId !== null) return notice.applicationId;
  throw new Error(`The letter ${notice.id} (${notice.kind}) belongs to no application.`);
}
