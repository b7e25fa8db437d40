import { eraseOldTickets } from "../registry/tickets/erase-old.ts";

/** Erases answered tickets whose time is over; due once a night. */
export function eraseOldTicketsJob(services: Parameters<typeof eraseOldTickets>[0]): () => Promise<void> {
  return async () => {
    await eraseOldTickets(services);
  };
}
