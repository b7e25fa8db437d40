import type { TicketContent } from "./ticket.ts";

/** A question as it was sent. */
export interface Asked {
  readonly institutionId: string;
  readonly category: string;
  readonly language: "id" | "en";
  readonly content: Omit<TicketContent, "number" | "nik">;
  /** By which agents find it again, where the category asks for it. */
  readonly nik?: string | undefined;
  /** Whose account asks, for somebody who is signed in. */
  readonly accountId?: string | undefined;
  /** The program whose page led to the question. */
  readonly programSlug?: string | undefined;
  /** Which of its pages; see `commonPages` and the steps of its file. */
  readonly programPage?: string | undefined;
}
