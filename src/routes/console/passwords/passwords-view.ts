import type { PasswordLengths } from "../../../registry/accounts/password-rules.ts";
import type { PasswordPolicy } from "../../../registry/password-policies/policies.query.ts";
import type { StaffVisit } from "../../route.ts";
import type { Section } from "../sections.tsx";
import type { PolicyErrors, TypedPolicy } from "./passwords-form.ts";

/** What the page on passwords of staff shows. */
export interface PasswordsPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly policies: readonly PasswordPolicy[];
  /** Names of people by their account. */
  readonly names: ReadonlyMap<string, string>;
  /** Institutions whose policy this person may change. */
  readonly manageable: readonly string[];
  readonly lengths: PasswordLengths;
  readonly typed: TypedPolicy;
  readonly errors: PolicyErrors;
  readonly done: string;
}
