import { paths } from "../../../paths.ts";
import { getNames } from "../../../registry/accounts/name.query.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { readEmailLists } from "../../../registry/email-lists/lists.query.ts";
import { setEmailLists } from "../../../registry/email-lists/set-lists.ts";
import { asksPersonal } from "../../../registry/email-lists/under-lists.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { readLists, typedLists, type ListErrors } from "./email-lists-form.ts";
import { EmailListsPage } from "./email-lists.page.tsx";

const at = paths.console.emailLists;

/** Which e-mail domains institutions take for personal: read by whoever reads policies, set by their administrators. */
export function emailListRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_policies", "GET", at, (visit) => show(services, visit)),
    staff("set_email_lists", "POST", at, (visit) => save(services, visit)),
  ];
}

async function save(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { form, session, institutions, say } = visit;
  const typed = typedLists(form);
  const read = readLists(typed, say);
  if ("errors" in read) return show(services, visit, read.errors);
  const act = { actorId: session.accountId, institutions, institutionId: typed.institution };
  if (await setEmailLists(services.db, { ...act, ...read.lists, seen: typed.seen })) return redirect(`${at}?done`);
  return show(services, visit, { allow: say("email_lists.error_changed") });
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: ListErrors = {}): Promise<Response> {
  const { say, session } = visit;
  const { db, keyring, catalog } = services;
  const roles = await listStaffRoles(db, session.accountId);
  const readable = institutionsWhere(roles, "read_policies");
  const lists = await withStaff(db, readable, (trx) => readEmailLists(trx, readable));
  const wrong = Object.keys(errors).length > 0;
  return services.draw(
    visit,
    {
      title: say("email_lists.title"),
      area: say("console.area"),
      layout: "full",
      errors: wrong,
      status: wrong ? 422 : 200,
    },
    <EmailListsPage
      visit={visit}
      sections={sectionsOf(roles)}
      lists={lists}
      programs={(await catalog.list()).filter(({ compiled }) => asksPersonal(compiled))}
      names={await getNames(
        db,
        keyring,
        lists.flatMap(({ set }) => set?.by ?? []),
      )}
      settable={institutionsWhere(roles, "set_email_lists")}
      typed={wrong ? typedLists(visit.form) : undefined}
      errors={errors}
    />,
  );
}
