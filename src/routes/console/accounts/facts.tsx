import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import { shortDay } from "../../../texts/dates.ts";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { StaffVisit } from "../../route.ts";

/** Days of accounts are told in the time of the capital: an account is of no institution. */
export const ZONE = "Asia/Jakarta";

/** The masked facts of an account. */
export function AccountFacts({ visit, account }: { readonly visit: StaffVisit; readonly account: DeskAccount }) {
  const { say, language } = visit;
  const day = shortDay(account.emailSince, ZONE, language);
  const { failures } = account;
  return (
    <SummaryList
      rows={[
        { key: { text: say("desk.account.status") }, value: { text: say(`desk.account.status_${account.status}`) } },
        {
          key: { text: say("desk.account.email") },
          value: { text: say("desk.account.email_since", { email: account.email, day }) },
        },
        { key: { text: say("desk.account.phone") }, value: { text: account.phone ?? say("desk.account.no_phone") } },
        {
          key: { text: say("desk.account.password") },
          value: { text: say(account.stopped ? "desk.account.stopped" : "desk.account.heard", { failures }) },
        },
      ]}
    />
  );
}
