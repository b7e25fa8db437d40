import { cleanText } from "../../../program/fields/plain-text.ts";
import { first, type Form } from "../../../platform/http/form.ts";
import { permissionsOf, type Role } from "../../../registry/accounts/permissions.ts";
import { rotationDays } from "../../../registry/password-policies/rotation.ts";
import type { Say } from "../../../texts/texts.ts";

/** The roles whose passwords may expire, in the order in which they are offered. */
export const roles = Object.keys(permissionsOf) as readonly Role[];

const fields = [
  "institution",
  "least",
  "kinds",
  "rule_reason",
  "role",
  "days",
  "rule",
  "rotation_reason",
  "which",
  "end_reason",
] as const;
type Field = (typeof fields)[number];

/** What somebody typed, as it goes back into the form. */
export type TypedPolicy = Readonly<Record<Field, string>>;
export type PolicyErrors = Partial<Readonly<Record<Field, string>>>;

export function typedPolicy(form: Form): TypedPolicy {
  return Object.fromEntries(fields.map((field) => [field, first(form, field)])) as Record<Field, string>;
}

type Read<T> = { readonly value: T } | { readonly errors: PolicyErrors };

/** The length and kinds that somebody wants; `floor` is the fewest characters that the platform allows beside a factor. */
export function readRule(
  typed: TypedPolicy,
  say: Say,
  floor: number,
): Read<{ institutionId: string; least: number; kinds: number; reason: string }> {
  const least = wholeBetween(typed.least, floor, 64);
  const kinds = wholeBetween(typed.kinds, 1, 4);
  const reason = line(typed.rule_reason, 500);
  if (least !== undefined && kinds !== undefined && reason !== undefined)
    return { value: { institutionId: typed.institution, least, kinds, reason } };
  return {
    errors: {
      ...(least === undefined ? { least: say("console.passwords.error.least", { floor }) } : {}),
      ...(kinds === undefined ? { kinds: say("console.passwords.error.kinds") } : {}),
      ...(reason === undefined ? { rule_reason: say("console.passwords.error.reason") } : {}),
    },
  };
}

/** The rotation that somebody wants to turn on. */
export function readRotation(
  typed: TypedPolicy,
  say: Say,
): Read<{ institutionId: string; role: Role; maxDays: number; rule: string; reason: string }> {
  const role = roles.find((one) => one === typed.role);
  const maxDays = wholeBetween(typed.days, rotationDays.least, rotationDays.most);
  const rule = line(typed.rule, 200);
  const reason = line(typed.rotation_reason, 500);
  if (role !== undefined && maxDays !== undefined && rule !== undefined && reason !== undefined)
    return { value: { institutionId: typed.institution, role, maxDays, rule, reason } };
  return {
    errors: {
      ...(role === undefined ? { role: say("console.passwords.error.role") } : {}),
      ...(maxDays === undefined ? { days: say("console.passwords.error.days") } : {}),
      ...(rule === undefined ? { rule: say("console.passwords.error.rule") } : {}),
      ...(reason === undefined ? { rotation_reason: say("console.passwords.error.reason") } : {}),
    },
  };
}

/** The request to turn a rotation off. */
export function readEnd(typed: TypedPolicy, say: Say): Read<{ institutionId: string; role: Role; reason: string }> {
  const which = readWhich(typed.which);
  const reason = line(typed.end_reason, 500);
  if (which !== undefined && reason !== undefined) return { value: { ...which, reason } };
  return {
    errors: {
      ...(which === undefined ? { which: say("console.passwords.error.which") } : {}),
      ...(reason === undefined ? { end_reason: say("console.passwords.error.reason") } : {}),
    },
  };
}

/** A rotation as a form names it: the institution and the role. */
export function nameWhich(institutionId: string, role: Role): string {
  return `${institutionId} ${role}`;
}

/** The rotation that a form names; undefined for what is none. */
export function readWhich(typed: string): { readonly institutionId: string; readonly role: Role } | undefined {
  const [institutionId = "", name = "", ...more] = typed.split(" ");
  const role = roles.find((one) => one === name);
  return role === undefined || more.length > 0 ? undefined : { institutionId, role };
}

/** The whole number that was typed, where it lies between these two. */
export function wholeBetween(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim();
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function line(typed: string, max: number): string | undefined {
  const cleaned = cleanText({ line: typed }, "line", { max, lines: true });
  return "text" in cleaned && cleaned.text !== "" ? cleaned.text : undefined;
}
