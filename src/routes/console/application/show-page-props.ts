import type { StaffVisit } from "../../route.ts";
import type { Queue } from "../queue/queue.query.ts";
import type { Review, ReviewItem } from "./review.query.ts";
import type { TypedVerdict, VerdictError } from "./verdict-form.ts";

/** What the workbench is drawn from. */
export interface ShowPageProps {
  readonly visit: StaffVisit;
  readonly review: Review;
  readonly queue: Queue;
  /** The document beside the answers. */
  readonly document: ReviewItem | undefined;
  readonly shown: ReadonlySet<string>;
  /** What the last act came to, for its banner. */
  readonly done: string | undefined;
  readonly typed: ReadonlyMap<string, TypedVerdict>;
  readonly errors: readonly VerdictError[];
}
