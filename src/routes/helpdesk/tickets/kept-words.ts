import { first } from "../../../platform/http/form.ts";
import type { Visit } from "../../route.ts";
import { ratingFields, replyField } from "./contact-fields.ts";

/** What was typed on the page of a ticket whose address was over, as the form that opens it anew carries it. */
export interface KeptWords {
  readonly ticketId: string;
  /** Whether they are about the answer; otherwise they are a reply. */
  readonly isRating: boolean;
  /** Hidden fields of the form; `untuk` is the ticket. */
  readonly fields: Readonly<Record<string, string>>;
}

const ratings = ratingFields.map(({ id }) => id);

/** What the visitor has typed; undefined where that is nothing. */
export function keptWords({ form, params }: Visit): KeptWords | undefined {
  const [before = ""] = (params["ticket"] ?? "").split(".");
  const ticketId = first(form, "untuk") || before;
  const typed = [replyField.id, ...ratings]
    .map((name) => [name, first(form, name)] as const)
    .filter(([, value]) => value.trim() !== "");
  if (ticketId === "" || typed.length === 0) return undefined;
  return {
    ticketId,
    isRating: typed.every(([name]) => ratings.includes(name)),
    fields: { untuk: ticketId, ...Object.fromEntries(typed) },
  };
}
