import { first } from "../../../platform/http/form.ts";
import { paths } from "../../../paths.ts";
import { inLanguage } from "../../../program/definition.ts";
import { cleanText } from "../../../program/fields/plain-text.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { listInstitutionNames } from "../../../registry/desk/institution-name.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { readSought, searchPurposes, searchTickets } from "../../../registry/tickets/search.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { inboxHref, mostFound, readInbox } from "./inbox-filter.ts";
import type { SearchErrors } from "./inbox-page-props.ts";
import { InboxPage } from "./inbox.page.tsx";
import { listInbox } from "./inbox.query.ts";
import type { CategoryNames } from "./category-names.ts";

/** What waits at the institutions of an agent, and finding any ticket there. */
export function inboxRoutes(services: ConsoleServices, names: CategoryNames): Route[] {
  const { tickets } = paths.console;
  return [
    staff("answer_tickets", "GET", tickets, (visit) => list(services, visit, names)),
    staff("answer_tickets", "POST", tickets, (visit) => search(services, visit, names)),
  ];
}

async function list(
  { db, keyring, catalog, draw }: ConsoleServices,
  visit: StaffVisit,
  names: CategoryNames,
  errors: SearchErrors = {},
): Promise<Response> {
  const { say, session, institutions, language, url } = visit;
  const filter = readInbox(url.searchParams);
  const { accountId: actorId } = session;
  const inbox = await withStaff(db, institutions, (trx) => listInbox({ db: trx, keyring }, { filter, actorId }));
  const named = await listInstitutionNames(db, institutions);
  const programs = (await catalog.list()).filter(({ institutionId }) => institutions.includes(institutionId));
  const wrong = Object.keys(errors).length > 0;
  return draw(
    visit,
    {
      title: say("tickets.inbox"),
      area: say("console.area"),
      layout: "full",
      errors: wrong,
      status: wrong ? 422 : 200,
    },
    <InboxPage
      visit={visit}
      sections={sectionsOf(await listStaffRoles(db, actorId))}
      filter={filter}
      inbox={inbox}
      names={names}
      programs={programs.map(({ slug, compiled }) => ({ slug, title: inLanguage(compiled.program.title, language) }))}
      institutions={[...named].map(([id, name]) => ({ id, name: name[language] }))}
      errors={errors}
    />,
  );
}

async function search(services: ConsoleServices, visit: StaffVisit, names: CategoryNames): Promise<Response> {
  const { say, form, session, institutions, url } = visit;
  const typed = cleanText({ sought: first(form, "sought") }, "sought", { max: 300, lines: false });
  const sought = "text" in typed ? readSought(typed.text) : undefined;
  const purpose = searchPurposes.find((one) => one === first(form, "purpose"));
  if (!sought || !purpose) {
    return list(services, visit, names, {
      ...(sought ? {} : { sought: say("inbox.error_sought") }),
      ...(purpose ? {} : { purpose: say("inbox.error_purpose") }),
    });
  }
  const { accountId: actorId } = session;
  const found = await searchTickets(services, { actorId, institutions, sought, purpose, most: mostFound });
  if (found.length === 0) return list(services, visit, names, { sought: say("inbox.error_none") });
  return redirect(inboxHref({ ...readInbox(url.searchParams), found, from: undefined }));
}
