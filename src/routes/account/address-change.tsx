import { first } from "../../platform/http/form.ts";
import { paths } from "../../paths.ts";
import {
  findAddressChange,
  objectToAddress,
  proveNewAddress,
  type AddressChange,
  type Side,
} from "../../registry/desk/address-change.ts";
import { sendNumberCode } from "../../registry/desk/number-code.ts";
import { findRemoval, objectToRemoval, type Removal } from "../../registry/recovery/lost-factor.ts";
import { redirect } from "../respond.ts";
import { anyone, type Route, type Visit } from "../route.ts";
import {
  AddressChangePage,
  ChangeStatePage,
  ObjectionCodePage,
  RemovalPage,
  type ToldState,
} from "./address-change.page.tsx";
import { addresses } from "./addresses.ts";
import type { AccountRouteServices } from "./services.ts";
import { codeTyped, readTyped, type Problems } from "./typed.ts";
import * as z from "zod";

const SentCode = z.object({ sent_code: codeTyped });

/** The links in the letters about another address or telephone. Mail scanners follow links, so each shows a button only. */
export function addressChangeRoutes(services: AccountRouteServices): Route[] {
  return [
    anyone("GET", addresses.newAddress, (visit) => show(services, visit, "proof", tokenIn(visit))),
    anyone("POST", addresses.newAddress, (visit) => prove(services, visit), "secret"),
    anyone("POST", paths.account.newNumberCode, (visit) => sendCode(services, visit)),
    anyone("GET", addresses.objection, (visit) => showObjection(services, visit)),
    anyone("POST", addresses.objection, (visit) => object(services, visit)),
  ];
}

async function show(
  services: AccountRouteServices,
  visit: Visit,
  side: Side,
  token: string,
  problems: Problems = {},
): Promise<Response> {
  const change = await findAddressChange(services, side, token);
  // Objecting is possible for as long as nothing was changed, also after the proof and when that comes too late.
  const asks =
    change?.state === "open" || (side === "objection" && (change?.state === "proved" || change?.state === "late"));
  if (change === undefined || !asks) return tell(services, visit, change?.state ?? "unknown", change);
  const { title, page } = AddressChangePage({ visit, side, token, change, problems });
  return services.draw(visit, { title, errors: Object.keys(problems).length > 0 }, page);
}

/** By the link of a letter, or else by the code of a message. */
async function showObjection(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = tokenIn(visit);
  const isTyped = visit.url.searchParams.has("typed");
  const removal = await findRemoval(services.db, token);
  if (removal) return showRemoval(services, visit, token, removal);
  if (token !== "" && (!isTyped || (await findAddressChange(services, "objection", token)))) {
    return show(services, visit, "objection", token);
  }
  const { title, page } = ObjectionCodePage({ visit, typed: token.slice(0, 60), isWrong: isTyped });
  return services.draw(visit, { title, errors: isTyped, back: { href: paths.account.forgot } }, page);
}

async function sendCode(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const change = await findAddressChange(services, "proof", token);
  if (change?.state === "open" && change.to.kind === "phone") await sendNumberCode(services, change);
  return redirect(paths.account.newAddress(encodeURIComponent(token.slice(0, 60))));
}

async function prove(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const before = await findAddressChange(services, "proof", token);
  const asksCode = before?.state === "open" && before.to.kind === "phone";
  const typed = asksCode ? readTyped(SentCode, visit.form) : undefined;
  if (typed && "problems" in typed) return show(services, visit, "proof", token, typed.problems);
  const outcome = await proveNewAddress(services, token, typed?.value.sent_code);
  if (outcome === "wrong")
    return show(services, visit, "proof", token, { sent_code: { key: "account.error.sent_code_wrong" } });
  const change = await findAddressChange(services, "proof", token);
  return tell(services, visit, outcome === "taken" ? "taken" : (change?.state ?? "unknown"), change);
}

async function object(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  await objectToRemoval(services.db, token);
  const removal = await findRemoval(services.db, token);
  if (removal) return showRemoval(services, visit, token, removal);
  await objectToAddress(services, token);
  const change = await findAddressChange(services, "objection", token);
  return tell(services, visit, change?.state ?? "unknown", change);
}

/** How it stands, and what to do now. */
function tell(
  services: AccountRouteServices,
  visit: Visit,
  state: AddressChange["state"] | ToldState,
  change: AddressChange | undefined,
): Response {
  const { title, page } = ChangeStatePage({ visit, state: state === "open" ? "late" : state, change });
  return services.draw(visit, { title, status: state === "unknown" ? 404 : 200 }, page);
}

function showRemoval(services: AccountRouteServices, visit: Visit, token: string, removal: Removal): Response {
  const { title, page } = RemovalPage({ visit, token, removal });
  return services.draw(visit, { title }, page);
}

function tokenIn(visit: Visit): string {
  return visit.url.searchParams.get("token") ?? "";
}
