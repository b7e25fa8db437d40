import type { Say } from "../../texts/texts.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";

/** How many applications a page leaves out, since their owners have restricted the processing; nothing when none. */
export function HeldBack({ say, count }: { readonly say: Say; readonly count: number }) {
  if (count === 0) return <></>;
  return <InsetText text={say("rights.held_back", { count })} />;
}
