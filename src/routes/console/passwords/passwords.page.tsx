import { paths } from "../../../paths.ts";
import type { PasswordPolicy } from "../../../registry/password-policies/policies.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Sections } from "../sections.tsx";
import { Deviations } from "./deviations.tsx";
import { EndForm, RotationForm, RuleForm } from "./policy-forms.tsx";
import type { PasswordsPageProps } from "./passwords-view.ts";

const acts = ["rule", "rotation", "ask", "agree", "keep"] as const;

/** What holds, what of it deviates from the standards, and the forms of those who may change it. */
export function PasswordsPage(props: PasswordsPageProps) {
  const { visit, policies, manageable, lengths, errors } = props;
  const { say } = visit;
  const done = acts.find((act) => act === props.done);
  const found = Object.entries(errors);
  return (
    <>
      {done !== undefined && found.length === 0 && (
        <NotificationBanner
          type="success"
          titleText={say("console.success")}
          text={say(`console.passwords.done.${done}`)}
        />
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <Sections say={say} open={props.sections} current="passwords" />
      <h1 class="govuk-heading-l">{say("console.passwords.title")}</h1>
      <p class="govuk-body">{say("console.passwords.lead", { ...lengths })}</p>
      <p class="govuk-body">
        <Link href={paths.passwordRules}>{say("console.passwords.public")}</Link>
      </p>
      {policies.map((policy) => (
        <>
          <h2 class="govuk-heading-m">{policy.name[visit.language]}</h2>
          <StaffRule {...props} policy={policy} />
          <Deviations {...props} policy={policy} />
        </>
      ))}
      {manageable.length > 0 && (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <RuleForm {...props} />
            <RotationForm {...props} />
            <EndForm {...props} />
          </div>
        </div>
      )}
    </>
  );
}

function StaffRule({ visit, policy, names }: PasswordsPageProps & { readonly policy: PasswordPolicy }) {
  const { say, language } = visit;
  const { rule, zone } = policy;
  if (!rule) return <p class="govuk-body">{say("console.passwords.rule_none")}</p>;
  const at = shortMoment(rule.setAt, zone, language);
  const { kinds, least } = rule;
  const rows = {
    least: say("console.passwords.least_value", { least }),
    kinds: kinds > 1 ? say("console.passwords.kinds_value", { kinds }) : say("console.passwords.kinds_none"),
    set: say("console.passwords.set_by", { name: names.get(rule.setBy) ?? "", at }),
    reason: rule.reason,
  };
  return (
    <SummaryList
      rows={(["least", "kinds", "set", "reason"] as const).map((row) => ({
        key: { text: say(`console.passwords.row.${row}`) },
        value: { text: rows[row] },
      }))}
    />
  );
}
