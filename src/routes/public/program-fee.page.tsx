import { inLanguage, type Program } from "../../program/definition.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { Visit } from "../route.ts";
import { priceWords } from "./price-words.ts";

/** What it costs, how it is paid and when it is given back, before one begins. */
export function ProgramFee({ program, visit }: { readonly program: Program; readonly visit: Visit }) {
  const { say, language } = visit;
  const { fee } = program;
  if (fee === undefined) return <></>;
  return (
    <>
      <SummaryList
        rows={[
          { key: { text: say("fee.covers") }, value: { text: inLanguage(fee.covers, language) } },
          { key: { text: say("fee.amount") }, value: { text: priceWords(program, visit) } },
          { key: { text: say("fee.when") }, value: { text: say(`fee.due_${fee.due}`) } },
          {
            key: { text: say("fee.method") },
            value: { text: fee.methods.map((method) => say(`fee.method_${method}`)).join(", ") },
          },
          { key: { text: say("fee.refund_title") }, value: { text: inLanguage(fee.refund.text, language) } },
        ]}
      />
      <p class="govuk-body">{say("fee.refund_always")}</p>
    </>
  );
}
