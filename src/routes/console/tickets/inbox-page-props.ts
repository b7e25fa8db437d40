import type { StaffVisit } from "../../route.ts";
import type { Section } from "../sections.tsx";
import type { InboxFilter } from "./inbox-filter.ts";
import type { Inbox } from "./inbox.query.ts";
import type { CategoryNames } from "./category-names.ts";

export type SearchErrors = Partial<Readonly<Record<"sought" | "purpose", string>>>;

/** What the page of the inbox is drawn from. */
export interface InboxPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: InboxFilter;
  readonly inbox: Inbox;
  readonly names: CategoryNames;
  /** Programs of the agent's institutions, by their names in addresses. */
  readonly programs: readonly { readonly slug: string; readonly title: string }[];
  readonly institutions: readonly { readonly id: string; readonly name: string }[];
  readonly errors: SearchErrors;
}
