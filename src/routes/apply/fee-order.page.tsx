import { paths } from "../../paths.ts";
import type { Payment } from "../../registry/fees/payments.ts";
import { dayWords, momentWords } from "../../texts/dates.ts";
import { rupiah } from "../../texts/rupiah.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { drawField } from "../field-views.tsx";
import type { ShownFee } from "./shown-fee.ts";

type Shown = ShownFee & { readonly order: Payment };

/** The open order: how much, where to, until when; and the word that it was paid. */
export function FeeOrder(props: Shown) {
  return props.order.method === "transfer" ? <TransferOrder {...props} /> : <GatewayOrder {...props} />;
}

function lines({ visit, work, order }: Shown) {
  const { say, language } = visit;
  const { zone } = work.application;
  return [
    { key: { text: say("fee.reference") }, value: { text: <strong>{order.reference}</strong> } },
    { key: { text: say("fee.until") }, value: { text: momentWords(order.expiresAt, zone, language) } },
  ];
}

function TransferOrder(props: Shown) {
  const { visit, work, fee, order } = props;
  const { say, language } = visit;
  const exact = rupiah(order.amount, language);
  return (
    <>
      <SummaryList
        card={{ title: { text: say("fee.order_title"), headingLevel: 2 } }}
        rows={[
          { key: { text: say("fee.bank") }, value: { text: fee.transfer?.bank } },
          { key: { text: say("fee.account") }, value: { text: <strong>{fee.transfer?.account}</strong> } },
          { key: { text: say("fee.account_name") }, value: { text: fee.transfer?.name } },
          {
            key: { text: say("fee.exact") },
            value: {
              text: (
                <>
                  <strong>{exact}</strong>
                  {order.tail > 0 && (
                    <>
                      <br />
                      {say("fee.made_of", { fee: rupiah(order.fee, language), tail: rupiah(order.tail, language) })}
                    </>
                  )}
                </>
              ),
            },
          },
          ...lines(props),
        ]}
      />
      <InsetText text={say(order.tail > 0 ? "fee.exactly" : "fee.with_reference", { amount: exact })} />
      {order.toldAt === null ? (
        <ToldForm {...props} />
      ) : (
        <p class="govuk-body">{say("fee.told", { day: dayWords(order.toldAt, work.application.zone, language) })}</p>
      )}
    </>
  );
}

function ToldForm({ visit, work, order, told }: Shown) {
  const { say, language } = visit;
  const errors = new Map(told.errors.map(({ field, text }) => [field, text]));
  const fields = told.form.steps.flatMap((step) => (step.kind === "page" ? step.fields : []));
  return (
    <section>
      <h2 class="govuk-heading-m">{say("fee.told_title")}</h2>
      <p class="govuk-body">{say("fee.told_intro")}</p>
      <form method="post" action={paths.apply.tellFee(work.application.id, order.id)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {fields.map((definition) =>
          drawField({ definition, typed: told.typed, errors, say, language, regions: told.form.regions }),
        )}
        <Button text={say("fee.told_send")} preventDoubleClick />
      </form>
    </section>
  );
}

function GatewayOrder(props: Shown) {
  const { visit, order } = props;
  const { say, language } = visit;
  return (
    <>
      <SummaryList
        card={{ title: { text: say("fee.order_title"), headingLevel: 2 } }}
        rows={[
          {
            key: { text: say("fee.exact") },
            value: { text: <strong>{rupiah(order.amount, language)}</strong> },
          },
          ...lines(props),
        ]}
      />
      {order.gatewayUrl === null ? (
        <GatewayAgain {...props} />
      ) : (
        <p class="govuk-body">
          <Button href={order.gatewayUrl} text={say("fee.pay_now")} />
        </p>
      )}
      <p class="govuk-body">{say("fee.gateway_note")}</p>
    </>
  );
}

/** The order stands, but the service has not answered yet. */
function GatewayAgain({ visit, work }: Shown) {
  const { say } = visit;
  return (
    <form method="post" action={paths.apply.fee(work.application.id)}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="method" value="gateway" />
      <InsetText text={say("fee.gateway_silent")} />
      <Button text={say("fee.gateway_again")} preventDoubleClick />
    </form>
  );
}
