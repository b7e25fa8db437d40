/*
 * The life of an application. Its status is never set, it follows from its recorded events: foldEvents is the truth,
 * and the status column beside them is written in the same statement and compared with it by tests.
 *
 *   draft → submitted → in_review → accepted | rejected
 *             ↑  ↖ released ↙  ↘ returned ─┐
 *             └────────── submitted again, next round
 *
 * Where a program announces its verdicts together, in_review → decided, which says no more than that, and the
 * announcement makes it accepted or rejected. A rejection may be appealed: appealed → rejected as before, or in_review
 * again.
 *
 * A draft may also become locked (not complete at closing), from where an extension reopens it, or expired; and whatever
 * is undecided may be withdrawn.
 * An event that its status does not allow is a defect of the caller: the fold throws instead of guessing.
 */

export const statuses = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "decided",
  "accepted",
  "rejected",
  "appealed",
  "locked",
  "withdrawn",
  "expired",
] as const;
export type Status = (typeof statuses)[number];

/** What was marked at a return: a page, a field or a document by its id. */
export interface Mark {
  readonly id: string;
  readonly reason: string;
  readonly note?: string;
}

export type ApplicationEvent =
  | { readonly type: "submitted"; readonly round: number; readonly by: "applicant" | "deadline" | "officer" }
  | { readonly type: "claimed" }
  | { readonly type: "released" }
  | { readonly type: "returned"; readonly marks: readonly Mark[] }
  | { readonly type: "decided" }
  | { readonly type: "accepted"; readonly number: string }
  | { readonly type: "rejected"; readonly reasons: readonly string[]; readonly note?: string }
  | { readonly type: "appealed" }
  | { readonly type: "appeal_denied" }
  | { readonly type: "appeal_granted" }
  | { readonly type: "withdrawn" }
  | { readonly type: "locked" }
  | { readonly type: "reopened" }
  | { readonly type: "expired" };

export type EventType = ApplicationEvent["type"];

export const actions = [
  "edit",
  "submit",
  "correct",
  "withdraw",
  "claim",
  "release",
  "return",
  "decide",
  "accept",
  "reject",
  "appeal",
  "deny_appeal",
  "grant_appeal",
  "lock",
  "reopen",
  "expire",
] as const;
export type Action = (typeof actions)[number];

/** What may be done next. Permission is a second question; this is whether it makes sense at all. */
export const nextActions = {
  draft: ["edit", "submit", "withdraw", "lock", "expire"],
  submitted: ["claim", "withdraw"],
  in_review: ["release", "return", "decide", "accept", "reject", "withdraw"],
  returned: ["correct", "submit", "withdraw", "expire"],
  decided: ["accept", "reject"],
  accepted: [],
  rejected: ["appeal"],
  appealed: ["deny_appeal", "grant_appeal"],
  locked: ["reopen"],
  withdrawn: [],
  expired: [],
} as const satisfies Record<Status, readonly Action[]>;

/** Whether an action makes sense in a status. */
export function isAllowed(status: Status, action: Action): boolean {
  const allowed: readonly Action[] = nextActions[status];
  return allowed.includes(action);
}

const outcomes = {
  submitted: { action: "submit", status: "submitted" },
  claimed: { action: "claim", status: "in_review" },
  released: { action: "release", status: "submitted" },
  returned: { action: "return", status: "returned" },
  decided: { action: "decide", status: "decided" },
  accepted: { action: "accept", status: "accepted" },
  rejected: { action: "reject", status: "rejected" },
  appealed: { action: "appeal", status: "appealed" },
  appeal_denied: { action: "deny_appeal", status: "rejected" },
  appeal_granted: { action: "grant_appeal", status: "in_review" },
  withdrawn: { action: "withdraw", status: "withdrawn" },
  locked: { action: "lock", status: "locked" },
  reopened: { action: "reopen", status: "draft" },
  expired: { action: "expire", status: "expired" },
} as const satisfies Record<EventType, { action: Action; status: Status }>;

export interface ApplicationState {
  readonly status: Status;
  /** How often it was submitted: 0 for a first draft. */
  readonly round: number;
  /** The marks of the last return while it is being corrected, else none. */
  readonly marks: readonly Mark[];
  readonly number: string | undefined;
  readonly reasons: readonly string[];
}

const begun: ApplicationState = { status: "draft", round: 0, marks: [], number: undefined, reasons: [] };

/** The state that an application's events add up to. Throws on an event that could not have happened. */
export function foldEvents(events: Iterable<ApplicationEvent>): ApplicationState {
  let state = begun;
  for (const event of events) state = applyEvent(state, event);
  return state;
}

/** The state after one more event. */
export function applyEvent(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  const { action, status } = outcomes[event.type];
  if (!isAllowed(state.status, action))
    throw new Error(`An application that is ${state.status} cannot have been ${event.type}`);
  if (event.type === "submitted") {
    if (event.round !== state.round + 1) throw new Error(`Round ${event.round} cannot follow round ${state.round}`);
    return { ...state, status, round: event.round, marks: [] };
  }
  if (event.type === "returned") return { ...state, status, marks: event.marks };
  if (event.type === "accepted") return { ...state, status, number: event.number };
  if (event.type === "rejected") return { ...state, status, reasons: event.reasons };
  return { ...state, status };
}
