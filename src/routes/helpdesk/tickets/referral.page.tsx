import type { RegistryOffice } from "../../../registry/tickets/dukcapil-file.ts";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { Visit } from "../../route.ts";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** The office that can help where the institution cannot, with the call centre for all of them. */
export function Referral({ visit, referral }: TicketPageProps) {
  const { say } = visit;
  if (!referral) return <></>;
  const { office, nationwide } = referral;
  return (
    <section class="daftar-section" aria-labelledby="dukcapil">
      <h2 class="govuk-heading-m" id="dukcapil">
        {say("referral.title")}
      </h2>
      <p class="govuk-body">{say(office ? "referral.text" : "referral.text_unknown")}</p>
      {office && <OfficeFacts visit={visit} office={office} />}
      {office && !office.address && <p class="govuk-body">{say("referral.no_address")}</p>}
      <OfficeFacts visit={visit} office={nationwide} />
    </section>
  );
}

interface ShownOffice extends Omit<RegistryOffice, "name"> {
  readonly name?: RegistryOffice["name"];
  readonly hours?: { readonly id: string; readonly en: string } | undefined;
}

/** How an office is reached: what is not known has no row. */
export function OfficeFacts({ visit, office }: { readonly visit: Visit; readonly office: ShownOffice }) {
  const { say, language } = visit;
  const { name, address, telephone, whatsapp, email, web, hours } = office;
  const facts = [
    [say("referral.office"), typeof name === "string" ? name : name?.[language]],
    [say("referral.address"), address],
    [
      say("referral.telephone"),
      telephone && (
        <a class="govuk-link" href={`tel:${dialled(telephone)}`}>
          {telephone}
        </a>
      ),
    ],
    [
      say("referral.whatsapp"),
      whatsapp && (
        <a class="govuk-link" href={`https://wa.me/62${whatsapp.slice(1)}`} rel="noreferrer">
          {whatsapp}
        </a>
      ),
    ],
    [
      say("referral.email"),
      email && (
        <a class="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      ),
    ],
    [
      say("referral.web"),
      web && (
        <a class="govuk-link" href={web} rel="noreferrer">
          {new URL(web).host}
        </a>
      ),
    ],
    [say("referral.hours"), hours?.[language]],
  ] as const;
  return (
    <SummaryList
      rows={facts.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : []))}
    />
  );
}

function dialled(telephone: string): string {
  return telephone.replaceAll(/[^+\d]/g, "");
}
