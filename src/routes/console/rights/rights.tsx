import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { conflict } from "../../../platform/refusals.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { type Done, fulfilRight, recordRightSeen, takeRight } from "../../../registry/rights/answer.ts";
import { articlesFor } from "../../../registry/rights/articles.ts";
import type { RightsAct } from "../../../registry/rights/hold.ts";
import { answerRefusal, proposeRefusal, takeBackRefusal } from "../../../registry/rights/refuse.ts";
import { countRestricted } from "../../../registry/rights/restricted.query.ts";
import { getStaffRight, listStaffRights } from "../../../registry/rights/staff-requests.query.ts";
import { redirect } from "../../respond.ts";
import { staff, staffFreshly, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { isMeanwhile, rightsActOf } from "./act-of.ts";
import { correctRoutes } from "./correct.tsx";
import { RightPage, type RightFaults } from "./right.page.tsx";
import { deeds, RightsPage } from "./rights.page.tsx";

/** What people asked about their data, for the data protection officers, who prove themselves once more before they read one. */
export function rightsRoutes(services: ConsoleServices): Route[] {
  const one = paths.console.right(":request");
  return [
    staff("answer_rights", "GET", paths.console.rights, (visit) => list(services, visit)),
    staffFreshly("answer_rights", "GET", one, (visit) => show(services, visit)),
    staffFreshly("answer_rights", "POST", one, (visit) => act(services, visit)),
    ...correctRoutes(services, (visit, written) => show(services, visit, {}, written)),
  ];
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say } = visit;
  const roles = await listStaffRoles(services.db, visit.session.accountId);
  const listed = await withStaff(services.db, visit.institutions, async (trx) => ({
    ...(await listStaffRights(trx, services.keyring)),
    restricted: await countRestricted(trx),
  }));
  const done = deeds.find((one) => one === visit.url.searchParams.get("done"));
  return services.draw(
    visit,
    { title: say("rights.desk.title"), area: say("console.area"), layout: "full" },
    <RightsPage visit={visit} sections={sectionsOf(roles)} {...listed} done={done} />,
  );
}

function show(
  services: ConsoleServices,
  visit: StaffVisit,
  errors: RightFaults = {},
  meanwhile?: string,
): Promise<Response> {
  const { say } = visit;
  const wrong = Object.keys(errors).length > 0;
  const status = meanwhile !== undefined ? 409 : wrong ? 422 : 200;
  const given = rightsActOf(visit);
  return withStaff(services.db, visit.institutions, async (trx) => {
    const request = await getStaffRight(trx, services.keyring, given.requestId);
    await recordRightSeen(trx, given, request);
    return services.draw(
      visit,
      {
        title: `${say(`rights.kind.${request.kind}`)} ${request.number}`,
        area: say("console.area"),
        errors: wrong,
        status,
        back: { href: paths.console.rights, text: say("rights.desk.title") },
      },
      <RightPage visit={visit} request={request} errors={errors} meanwhile={meanwhile} />,
    );
  });
}

/** Takes, answers, or says the second officer's word, as the form says. */
async function act(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const given = rightsActOf(visit);
  try {
    return await carryOut(services, visit, given);
  } catch (refusal) {
    // A colleague was faster: who comes second is told how it stands, and keeps what they wrote.
    if (!isMeanwhile(refusal)) throw refusal;
    return show(services, visit, {}, first(visit.form, "note") || first(visit.form, "why"));
  }
}

async function carryOut(services: ConsoleServices, visit: StaffVisit, given: RightsAct): Promise<Response> {
  switch (first(visit.form, "act")) {
    case "take":
      await takeRight(services, given);
      return redirect(paths.console.right(given.requestId));
    case "second":
      return second(services, visit, given);
    case "answer":
      return answer(services, visit, given);
    case "take_back":
      return takeBack(services, visit, given);
    // Which button it was does not come through: the page says how it stands.
    default:
      return redirect(paths.console.right(given.requestId));
  }
}

async function answer(services: ConsoleServices, visit: StaffVisit, given: RightsAct): Promise<Response> {
  const { say, form } = visit;
  const { kind, takenBy, refusalBy } = await withStaff(services.db, visit.institutions, (trx) =>
    getStaffRight(trx, services.keyring, given.requestId),
  );
  if (takenBy !== given.actorId || (refusalBy !== null && refusalBy !== given.actorId))
    throw conflict("right_meanwhile");
  const wanted = (["fulfilled", "refused"] as const).find((one) => one === first(form, "answer"));
  const article = articlesFor(kind).find((one) => one === first(form, "article"));
  const note = readNote(form, "note", say);
  const noteError = note.error ?? (note.text === "" ? say("rights.desk.error_note") : undefined);
  const errors: RightFaults = {
    ...(wanted === undefined ? { answer: say("rights.desk.error_answer") } : {}),
    ...(wanted === "refused" && article === undefined ? { article: say("rights.desk.error_article") } : {}),
    ...(noteError === undefined ? {} : { note: noteError }),
  };
  if (wanted === undefined || Object.keys(errors).length > 0) return show(services, visit, errors);
  if (wanted === "refused") {
    const proposal = { ...given, note: note.text, article: article ?? "" };
    return afterDeed(given, await proposeRefusal(services, proposal), "proposed");
  }
  return afterDeed(given, await fulfilRight(services, { ...given, note: note.text }), "fulfilled");
}

async function second(services: ConsoleServices, visit: StaffVisit, given: RightsAct): Promise<Response> {
  const said = (["confirmed", "returned"] as const).find((one) => one === first(visit.form, "answer"));
  if (said === undefined) return show(services, visit, { answer: visit.say("rights.desk.error_second") });
  const proposedAt = new Date(first(visit.form, "proposal"));
  const done = await answerRefusal(services, { ...given, confirmed: said === "confirmed", proposedAt });
  return afterDeed(given, done, said === "confirmed" ? "refused" : "returned");
}

async function takeBack(services: ConsoleServices, visit: StaffVisit, given: RightsAct): Promise<Response> {
  const { say, form } = visit;
  const why = readNote(form, "why", say);
  const wrong = why.error ?? (why.text === "" ? say("rights.desk.error_why") : undefined);
  if (wrong !== undefined) return show(services, visit, { why: wrong });
  await takeBackRefusal(services, { ...given, why: why.text });
  return afterDeed(given, "done", "taken_back");
}

/** To the list, which says what was done; who posts the same again is shown what stands. */
function afterDeed({ requestId }: RightsAct, done: Done, deed: (typeof deeds)[number]): Response {
  return redirect(done === "stands" ? paths.console.right(requestId) : `${paths.console.rights}?done=${deed}`);
}
