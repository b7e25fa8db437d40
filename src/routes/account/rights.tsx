import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { notFound } from "../../platform/refusals.ts";
import { type OwnConsent, listConsents } from "../../registry/consents/consents.query.ts";
import { askForRight, type NewRight } from "../../registry/rights/ask.ts";
import { liftRestriction } from "../../registry/rights/lift.ts";
import { getOwnRight } from "../../registry/rights/own-request.query.ts";
import { listSubjects } from "../../registry/rights/subjects.query.ts";
import { withdrawOwnConsent } from "../../registry/rights/withdraw-consent.ts";
import { settled } from "../cooling.tsx";
import { redirect } from "../respond.ts";
import { freshly, type PersonVisit, type Route } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { RightPage } from "./right.page.tsx";
import { readRight, type RightsErrors, subjectsFor } from "./rights-form.ts";
import { RightsPage } from "./rights.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { WithdrawalPage } from "./withdrawal.page.tsx";

/** Asking an institution about one's data; a day after a recovery nothing is asked in somebody's name. */
export function rightsRoutes(services: AccountRouteServices): Route[] {
  const { rights } = paths.account;
  const settling = (
    method: Route["method"],
    path: string,
    handle: (visit: PersonVisit) => Response | Promise<Response>,
  ) => freshly(method, path, settled(services, handle));
  return [
    ...(["correction", "restriction", "objection"] as const).flatMap((kind) => [
      settling("GET", rights[kind], (visit) => showForm(services, visit, kind)),
      settling("POST", rights[kind], (visit) => postForm(services, visit, kind)),
    ]),
    settling("GET", rights.withdrawal, async (visit) =>
      showWithdrawal(services, visit, await consentOf(services, visit, visit.url.searchParams.get("consent"))),
    ),
    settling("POST", rights.withdrawal, (visit) => postWithdrawal(services, visit)),
    freshly("GET", rights.request(":number"), (visit) => showRight(services, visit)),
    settling("POST", rights.lift(":number"), (visit) => postLift(services, visit)),
  ];
}

async function showForm(
  services: AccountRouteServices,
  visit: PersonVisit,
  kind: NewRight["kind"],
  errors: RightsErrors = {},
): Promise<Response> {
  const subjects = subjectsFor(kind, await listSubjects(services.db, visit.session.accountId));
  return services.draw(
    visit,
    frameOf(visit, visit.say(`account.rights.link.${kind}`), errors),
    <RightsPage visit={visit} kind={kind} subjects={subjects} errors={errors} />,
  );
}

async function postForm(services: AccountRouteServices, visit: PersonVisit, kind: NewRight["kind"]): Promise<Response> {
  const subjects = subjectsFor(kind, await listSubjects(services.db, visit.session.accountId));
  const read = readRight(visit.form, kind, subjects);
  if ("errors" in read) return showForm(services, visit, kind, read.errors);
  const asked = await askForRight(services, visit.session, read.asked);
  if ("number" in asked) return redirect(paths.account.rights.request(asked.number));
  const key = asked.problem === "unknown" ? "rights.error.about" : (`rights.error.${asked.problem}` as const);
  return showForm(services, visit, kind, { about: { key } });
}

/** A consent of this person that holds. Throws (404) for any other. */
async function consentOf(services: AccountRouteServices, visit: PersonVisit, id: string | null): Promise<OwnConsent> {
  const own = await listConsents(services.db, visit.session.accountId);
  const consent = own.find((one) => one.id === id && one.withdrawnAt === null);
  if (!consent) throw notFound();
  return consent;
}

function showWithdrawal(
  services: AccountRouteServices,
  visit: PersonVisit,
  consent: OwnConsent,
  errors: RightsErrors = {},
): Response {
  return services.draw(
    visit,
    frameOf(visit, visit.say("rights.kind.withdrawal"), errors),
    <WithdrawalPage visit={visit} consent={consent} errors={errors} />,
  );
}

async function postWithdrawal(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const consent = await consentOf(services, visit, first(visit.form, "consent"));
  if (first(visit.form, "sure") !== "yes") {
    return showWithdrawal(services, visit, consent, { sure: { key: "rights.error.sure" } });
  }
  const number = await withdrawOwnConsent(services, visit.session, consent.id);
  return redirect(number === undefined ? paths.account.data : paths.account.rights.request(number));
}

async function showRight(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { say, session, url } = visit;
  const number = visit.params["number"] ?? "";
  const right = await getOwnRight(services.db, services.keyring, { accountId: session.accountId, number });
  return services.draw(
    visit,
    {
      ...frameOf(visit, `${say(`rights.kind.${right.kind}`)} ${right.number}`, {}),
      ...(url.searchParams.get("done") === "lifted" ? { banner: doneBanner(say, "rights.lifted") } : {}),
    },
    <RightPage visit={visit} right={right} />,
  );
}

async function postLift(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { accountId } = visit.session;
  const { number } = await getOwnRight(services.db, services.keyring, {
    accountId,
    number: visit.params["number"] ?? "",
  });
  const lifted = await liftRestriction(services, visit.session, number);
  return redirect(`${paths.account.rights.request(number)}${lifted ? "?done=lifted" : ""}`);
}

function frameOf({ say }: PersonVisit, title: string, errors: RightsErrors) {
  const wrong = Object.keys(errors).length > 0;
  return {
    title,
    errors: wrong,
    ...(wrong ? { status: 422 as const } : {}),
    back: { href: paths.account.data, text: say("account.data.title") },
  };
}
