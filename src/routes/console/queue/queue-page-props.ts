import type { StaffVisit } from "../../route.ts";
import type { LostClaim } from "../bulk/lost.query.ts";
import type { Section } from "../sections.tsx";
import type { QueueFilter } from "./filter.ts";
import type { Narrowing } from "./narrowing.ts";
import type { Queue } from "./queue.query.ts";

/** What the page of the queue is drawn from. */
export interface QueuePageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: QueueFilter;
  readonly queue: Queue;
  /** How many applications are left out, since their owners have restricted the processing. */
  readonly heldBack: number;
  readonly programs: readonly { readonly slug: string; readonly title: string }[];
  /** What the programs in question have to narrow by. */
  readonly narrowing: Narrowing;
  /** Whether every box of the page is ticked: asked for by a link, so that it works without scripts. */
  readonly picked: boolean;
  /** What the last act on several applications came to. */
  readonly done: string;
  readonly lost: readonly LostClaim[];
}
