import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { deskAccount } from "../../../registry/desk/account.query.ts";
import { answerRequest } from "../../../registry/desk/answer.ts";
import { getRequest, listRequests } from "../../../registry/desk/request.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { RequestPage } from "./request.page.tsx";
import { answersGiven, RequestsPage } from "./requests.page.tsx";

/** What waits for a second officer, who gives password or code once more before they look at one. */
export function accountRequestRoutes(services: ConsoleServices): Route[] {
  const one = paths.console.accountRequest(":request");
  return [
    staff("confirm_account_help", "GET", paths.console.accountRequests, (visit) => list(services, visit)),
    staffFreshly("confirm_account_help", "GET", one, (visit) => show(services, visit)),
    staffFreshly("confirm_account_help", "POST", one, (visit) => answer(services, visit)),
  ];
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const requests = await withStaff(services.db, visit.institutions, (trx) => listRequests(trx, services.keyring));
  const done = answersGiven.find((one) => one === visit.url.searchParams.get("done"));
  return services.draw(
    visit,
    { title: say("desk.requests.title"), area: say("console.area"), layout: "full" },
    <RequestsPage visit={visit} sections={sectionsOf(roles)} requests={requests} done={done} />,
  );
}

function show(services: ConsoleServices, visit: StaffVisit, error?: string): Promise<Response> {
  const { say } = visit;
  return withStaff(services.db, visit.institutions, async (trx) => {
    const request = await getRequest(trx, services.keyring, requestOf(visit));
    const account = await deskAccount(trx, services, request);
    return services.draw(
      visit,
      {
        title: say(`desk.ask.kind_${request.kind}`),
        area: say("console.area"),
        errors: error !== undefined,
        back: { href: paths.console.accountRequests, text: say("desk.request.back") },
      },
      <RequestPage visit={visit} request={request} account={account} error={error} />,
    );
  });
}

async function answer(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const given = answersGiven.find((one) => one === first(visit.form, "answer"));
  if (given === undefined) return show(services, visit, visit.say("desk.request.error_answer"));
  await answerRequest(services, {
    actorId: visit.session.accountId,
    institutions: visit.institutions,
    requestId: requestOf(visit),
    answer: given,
  });
  return redirect(`${paths.console.accountRequests}?done=${given}`);
}

function requestOf(visit: StaffVisit): string {
  const id = visit.params["request"] ?? "";
  if (!isUuid(id)) throw notFound();
  return id;
}
