import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { Refusal } from "../../../platform/refusals.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { actOnTicket, receiveTicket, type TicketAct } from "../../../registry/tickets/act.ts";
import { loadCategories } from "../../../registry/tickets/category-file.ts";
import { getTicket } from "../../../registry/tickets/ticket.query.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { ticketAccountRoutes } from "./account-acts.ts";
import { ticketCaseRoutes } from "./case-acts.ts";
import { furtherRoutes, type ShowAgain } from "./further-acts.ts";
import { loadFurther } from "./further.query.ts";
import type { TicketProblem } from "./act-form.tsx";
import { insertCanned } from "./insert-canned.ts";
import { doneHref, inboxHref, readInbox, ticketHref } from "./inbox-filter.ts";
import { findNext } from "./inbox.query.ts";
import { inboxRoutes } from "./inbox.tsx";
import { bulkAnswerRoutes } from "./bulk-answer.tsx";
import type { CategoryNames } from "./category-names.ts";
import { AgentTicketPage } from "./ticket.page.tsx";

/** What may have happened to a ticket before an act on it. */
const meanwhile = ["ticket_held", "ticket_written", "ticket_changed"] as const;

const acts: readonly string[] = ["take", "release", "answer", "note"] satisfies TicketAct[];

/** The inbox of agents, and a ticket with everything that was written about it. */
export function ticketRoutes(services: ConsoleServices): Route[] {
  const { ticket } = paths.console;
  const names = new Map(loadCategories().map(({ category, title }) => [category, title]));
  const again: ShowAgain = (visit, problem) => show(services, visit, names, problem);
  return [
    ...inboxRoutes(services, names),
    ...bulkAnswerRoutes(services, names),
    staff("answer_tickets", "GET", ticket(":ticket"), (visit) => show(services, visit, names)),
    staff("answer_tickets", "POST", ticket(":ticket"), (visit) => act(services, visit, names)),
    ...furtherRoutes(services, again),
    ...ticketAccountRoutes(services, again),
    ...ticketCaseRoutes(services, again),
  ];
}

async function show(
  { db, keyring, catalog, draw }: ConsoleServices,
  visit: StaffVisit,
  names: CategoryNames,
  problem?: TicketProblem,
): Promise<Response> {
  const { say, session, institutions, params, language } = visit;
  const { accountId: actorId } = session;
  const filter = readInbox(visit.url.searchParams);
  const { ticket, further, next } = await withStaff(db, institutions, async (trx) => {
    const found = await getTicket({ db: trx, keyring }, params["ticket"] ?? "");
    const { id: ticketId, institutionId } = found;
    await receiveTicket(trx, { ticketId, institutionId, actorId });
    const around = await loadFurther({ db: trx, keyring, catalog }, { ticket: found, actorId, language });
    return { ticket: found, further: around, next: await findNext(trx, { filter, actorId, after: ticketId }) };
  });
  const inserting = first(visit.form, "act") === "insert";
  const inserted = inserting ? insertCanned(visit, ticket, { further, names }) : undefined;
  const unchosen = inserting && inserted === undefined;
  const wrong: TicketProblem | undefined = unchosen ? { field: "canned", text: say("canned.error.choose") } : problem;
  return draw(
    visit,
    {
      title: say("tickets.title", { number: ticket.content.number }),
      area: say("console.area"),
      errors: wrong !== undefined,
      ...(wrong?.status === undefined ? {} : { status: wrong.status }),
      back: { href: inboxHref(filter), text: say("tickets.back") },
    },
    <AgentTicketPage
      filter={filter}
      next={next}
      visit={visit}
      ticket={ticket}
      names={names}
      typed={inserted ?? first(visit.form, "words")}
      further={further}
      problem={wrong}
    />,
  );
}

/** How many messages of whoever asked the agent had before them. */
function seenIn({ form }: StaffVisit): number | undefined {
  const text = first(form, "seen");
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

async function act(services: ConsoleServices, visit: StaffVisit, names: CategoryNames): Promise<Response> {
  const { say, form, session, institutions, params } = visit;
  const ticketId = params["ticket"] ?? "";
  const goesOn = first(form, "act") === "answer_next";
  const pressed = goesOn ? "answer" : first(form, "act");
  const writes = pressed === "answer" || pressed === "note";
  const words = readNote(form, "words", say);
  const error = words.error ?? (words.text === "" ? say("tickets.error_words") : undefined);
  if (pressed === "insert") return show(services, visit, names);
  if (!acts.includes(pressed)) return show(services, visit, names, { field: "words", text: say("tickets.error_act") });
  if (writes && error !== undefined) return show(services, visit, names, { field: "words", text: error });
  const { accountId: actorId } = session;
  try {
    await actOnTicket(services, {
      ticketId,
      actorId,
      institutions,
      act: pressed as TicketAct,
      text: words.text,
      seen: seenIn(visit),
    });
  } catch (refusal) {
    // A colleague was faster, or whoever asked wrote more: what was written is not lost with it.
    if (!(refusal instanceof Refusal) || refusal.status !== 409 || words.text === "") throw refusal;
    const why = meanwhile.find((code) => code === refusal.code) ?? "ticket_changed";
    return show(services, visit, names, { field: "words", text: say(`refusal.${why}.text`), status: 409 });
  }
  const filter = readInbox(visit.url.searchParams);
  if (pressed !== "answer") return redirect(doneHref(ticketHref(ticketId, filter)));
  const next = goesOn
    ? await withStaff(services.db, institutions, (trx) => findNext(trx, { filter, actorId, after: ticketId }))
    : undefined;
  return redirect(doneHref(next === undefined ? inboxHref(filter) : ticketHref(next, filter)));
}
