import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { unknownField } from "../../../registry/canned/fill.ts";
import { listInstitutionNames } from "../../../registry/desk/institution-name.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { answerMany, mostAnswered } from "../../../registry/tickets/answer-many.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { type BulkAnswerErrors, BulkAnswerPage } from "./bulk-answer.page.tsx";
import type { CategoryNames } from "./category-names.ts";
import { type InboxFilter, readInbox } from "./inbox-filter.ts";
import { isAnswerable, listInbox } from "./inbox.query.ts";

/** One answer to several tickets: those ticked in the inbox, or all under its filter. */
export function bulkAnswerRoutes(services: ConsoleServices, names: CategoryNames): Route[] {
  const { bulkAnswer } = paths.console;
  return [
    staff("answer_tickets", "GET", bulkAnswer, (visit) => {
      const query = visit.url.searchParams;
      const ticked = query.getAll("ticket").filter(isUuid);
      // Somebody who ticked nothing and pressed the button has chosen nothing, and not everything.
      const chosen = ticked.length > 0 ? ticked : query.has("status") || query.has("found") ? undefined : [];
      return show(services, visit, names, wanted(query, chosen));
    }),
    staff("answer_tickets", "POST", bulkAnswer, (visit) => send(services, visit, names)),
  ];
}

/** The filter of an address, or exactly the tickets of a list. */
function wanted(query: URLSearchParams, ids: readonly string[] | undefined): InboxFilter | undefined {
  const filter = readInbox(query);
  if (ids === undefined) return filter;
  return ids.length === 0 ? undefined : { ...filter, found: ids.slice(0, mostAnswered), from: undefined };
}

async function send(services: ConsoleServices, visit: StaffVisit, names: CategoryNames): Promise<Response> {
  const { say, form, session, institutions, url } = visit;
  const ticketIds = (form["ticket"] ?? []).filter(isUuid).slice(0, mostAnswered);
  const words = readNote(form, "words", say);
  const unknown = unknownField(words.text);
  const wrong =
    words.error ??
    (words.text === "" ? say("tickets.error_words") : undefined) ??
    (unknown === undefined ? undefined : say("canned.error.field", { field: unknown }));
  const errors: BulkAnswerErrors = {
    ...(wrong === undefined ? {} : { words: wrong }),
    ...(first(form, "checked") === "yes" ? {} : { checked: say("bulk_answer.error_confirm") }),
  };
  if (Object.keys(errors).length > 0 || ticketIds.length === 0)
    return show(services, visit, names, wanted(url.searchParams, ticketIds), errors);
  const places = await listInstitutionNames(services.db, institutions);
  const count = await answerMany(services, {
    ticketIds,
    actorId: session.accountId,
    institutions,
    words: words.text,
    place: ({ institutionId, category, language }) => ({
      kategori: names.get(category)?.[language] ?? category,
      instansi: places.get(institutionId)?.[language] ?? "",
    }),
  });
  return redirect(`${paths.console.tickets}?answered=${count}`);
}

async function show(
  { db, keyring, draw }: ConsoleServices,
  visit: StaffVisit,
  names: CategoryNames,
  filter: InboxFilter | undefined,
  errors: BulkAnswerErrors = {},
): Promise<Response> {
  const { say, session, institutions } = visit;
  const { accountId: actorId } = session;
  const inbox =
    filter &&
    (await withStaff(db, institutions, (trx) =>
      listInbox({ db: trx, keyring }, { filter, actorId, limit: mostAnswered }),
    ));
  const rows = inbox?.rows.filter((row) => isAnswerable(row, actorId)) ?? [];
  // Where nothing is left to answer there is no form in which something could be wrong.
  const wrong = rows.length > 0 ? errors : {};
  return draw(
    visit,
    {
      title: rows.length === 0 ? say("bulk_answer.none_title") : say("bulk_answer.title", { count: rows.length }),
      area: say("console.area"),
      errors: Object.keys(wrong).length > 0,
      back: { href: paths.console.tickets, text: say("tickets.back") },
    },
    <BulkAnswerPage visit={visit} rows={rows} hasMore={inbox?.hasLater === true} names={names} errors={wrong} />,
  );
}
