import { paths } from "../../../paths.ts";
import { getTicket } from "../../../registry/tickets/ticket.query.ts";
import { openDoor, ticketDoor } from "../../../registry/tickets/door.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { findOffice } from "../../../registry/tickets/office.query.ts";
import { replyToTicket } from "../../../registry/tickets/reply.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { waitWords } from "../../wait-words.ts";
import { readFields } from "./ask-form.ts";
import { askAgain } from "./ask-again.ts";
import { codeField, ratingFields, replyField } from "./contact-fields.ts";
import type { FieldProblem } from "./fields.tsx";
import { markCookies } from "./mark-cookie.ts";
import type { TicketServices } from "./services.ts";
import type { TicketPageProps } from "./ticket-page-props.ts";
import { TicketPage } from "./ticket.page.tsx";

/** A ticket as its person sees it; an address that is over or another browser's leads to the form that opens it anew. */
export async function showTicket(services: TicketServices, visit: Visit): Promise<Response> {
  const id = openedTicket(services, visit);
  return id === undefined ? redirect(paths.helpdesk.tickets) : drawTicket(services, visit, id, []);
}

/** Adds what the person wrote; where the address is over it waits in the form that opens the ticket anew. */
export async function postReply(services: TicketServices, visit: Visit): Promise<Response> {
  const id = openedTicket(services, visit);
  return id === undefined ? askAgain(services, visit) : takeReply(services, visit, id);
}

/** The same for a ticket that is open to the visitor. */
export async function takeReply(services: TicketServices, visit: Visit, id: string): Promise<Response> {
  const { say, language, form } = visit;
  const { answers, errors } = readFields([replyField], form, { say, language, regions: services.regions });
  if (errors.length > 0) return drawTicket(services, visit, id, errors);
  let taken: boolean;
  try {
    taken = await replyToTicket(services, { ticketId: id, text: String(answers[replyField.id]) });
  } catch (refusal) {
    return drawTicket(services, visit, id, [{ field: replyField.id, text: waitWords(say, refusal) }], 429);
  }
  if (!taken) return drawTicket(services, visit, id, [{ field: replyField.id, text: say("tickets.too_late") }]);
  return redirect(`${paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id))}?replied`);
}

/** The ticket that is open to this browser at this address; undefined where the address is over or another browser's. */
export function openedTicket({ keyring }: TicketServices, { csrf, params }: Visit): string | undefined {
  return openDoor(keyring, csrf, params["ticket"] ?? "");
}

/** The page of a ticket; `problems` name the reply or the document they are about. */
export async function drawTicket(
  services: TicketServices,
  visit: Visit,
  id: string,
  problems: readonly FieldProblem[],
  status = problems.length > 0 ? 422 : 200,
): Promise<Response> {
  const { say, language, form } = visit;
  const { regions } = services;
  const ticket = await getTicket(services, id);
  const category = services.categories.find((one) => one.category === ticket.category);
  const { typed } = readFields([replyField, codeField, ...ratingFields], form, { say, language, regions });
  const page = services.draw(
    visit,
    {
      title: say("tickets.title", { number: ticket.content.number }),
      errors: problems.length > 0,
      status,
      back: { href: paths.helpdesk.home, text: say("helpdesk.title") },
    },
    <TicketPage
      visit={visit}
      ticket={ticket}
      door={visit.params["ticket"] ?? ticketDoor(services.keyring, visit.csrf, id)}
      category={category}
      referral={category?.refer && (await referralOf(services, ticket))}
      typed={typed}
      problems={problems}
      regions={regions}
    />,
  );
  for (const mark of markCookies(services.keyring, visit, ticket.content.number))
    page.headers.append("set-cookie", mark);
  return page;
}

async function referralOf({ db, dukcapil }: TicketServices, { content }: Ticket): Promise<TicketPageProps["referral"]> {
  return { office: await findOffice(db, dukcapil, content.regency ?? ""), nationwide: dukcapil.nationwide };
}
