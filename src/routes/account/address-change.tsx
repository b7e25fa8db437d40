import { first } from "../../platform/http/form.ts";
import {
  findAddressChange,
  objectToAddress,
  proveNewAddress,
  type AddressChange,
  type Side,
} from "../../registry/desk/address-change.ts";
import { maskEmail } from "../../registry/identifiers/email.ts";
import { momentWords } from "../../texts/dates.ts";
import type { TextParams } from "../../texts/texts.ts";
import { anyone, type Route, type Visit } from "../route.ts";
import { addresses } from "./addresses.ts";
import { PostForm, SubmitButton } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";

/** Accounts are of no institution: their moments are told in the time of the capital. */
const ZONE = "Asia/Jakarta";

/** The links in the two letters about another address. Mail scanners follow links, so each shows a button only. */
export function addressChangeRoutes(services: AccountRouteServices): Route[] {
  return [
    anyone("GET", addresses.newAddress, (visit) => show(services, visit, "proof", tokenIn(visit))),
    anyone("POST", addresses.newAddress, (visit) => prove(services, visit)),
    anyone("GET", addresses.objection, (visit) => show(services, visit, "objection", tokenIn(visit))),
    anyone("POST", addresses.objection, (visit) => object(services, visit)),
  ];
}

async function show(services: AccountRouteServices, visit: Visit, side: Side, token: string): Promise<Response> {
  const { say, language } = visit;
  const change = await findAddressChange(services, side, token);
  // Objecting is possible for as long as nothing was changed, also after the proof and when that comes too late.
  const asks =
    change?.state === "open" || (side === "objection" && (change?.state === "proved" || change?.state === "late"));
  if (change === undefined || !asks) return tell(services, visit, change?.state ?? "unknown", change);
  const words = { email: shown(side, change), moment: momentWords(change.from, ZONE, language) };
  return services.draw(
    visit,
    { title: say(`address_change.${side}.title`) },
    <>
      <h1 class="govuk-heading-l">{say(`address_change.${side}.title`)}</h1>
      <p class="govuk-body">{say(`address_change.${side}.text`, words)}</p>
      <PostForm visit={visit} action={side === "proof" ? addresses.newAddress : addresses.objection} hidden={{ token }}>
        <SubmitButton text={say(`address_change.${side}.button`)} />
      </PostForm>
    </>,
  );
}

async function prove(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const outcome = await proveNewAddress(services, token);
  const change = await findAddressChange(services, "proof", token);
  return tell(services, visit, outcome === "taken" ? "taken" : (change?.state ?? "unknown"), change);
}

async function object(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  await objectToAddress(services, token);
  const change = await findAddressChange(services, "objection", token);
  return tell(services, visit, change?.state ?? "unknown", change);
}

type Told = Exclude<AddressChange["state"], "open"> | "taken" | "unknown";

/** How it stands, and what to do now. */
function tell(
  services: AccountRouteServices,
  visit: Visit,
  state: AddressChange["state"] | Told,
  change: AddressChange | undefined,
): Response {
  const { say, language } = visit;
  const told = state === "open" ? "late" : state;
  const words: TextParams = change ? { email: change.email, moment: momentWords(change.from, ZONE, language) } : {};
  return services.draw(
    visit,
    { title: say(`address_change.${told}.title`), status: told === "unknown" ? 404 : 200 },
    <>
      <h1 class="govuk-heading-l">{say(`address_change.${told}.title`)}</h1>
      <p class="govuk-body">{say(`address_change.${told}.text`, words)}</p>
    </>,
  );
}

/** Whoever is at the old address is told as much of the new one as they need to know whether it is theirs. */
function shown(side: Side, { email }: AddressChange): string {
  return side === "proof" ? email : maskEmail(email);
}

function tokenIn(visit: Visit): string {
  return visit.url.searchParams.get("token") ?? "";
}
