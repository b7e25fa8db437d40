import type { Status } from "../../program/workflow.ts";
import type { Say, TextKey } from "../../texts/texts.ts";
import type { StatusTagProps, Tone } from "../../ui/status-tag/status-tag.tsx";

const states: Readonly<Record<Status, { readonly text: TextKey; readonly tone: Tone }>> = {
  draft: { text: "console.state.draft", tone: "calm" },
  submitted: { text: "console.state.submitted", tone: "info" },
  in_review: { text: "console.state.in_review", tone: "info" },
  returned: { text: "console.state.returned", tone: "warn" },
  decided: { text: "console.state.decided", tone: "info" },
  accepted: { text: "console.state.accepted", tone: "good" },
  rejected: { text: "console.state.rejected", tone: "bad" },
  appealed: { text: "console.state.appealed", tone: "warn" },
  locked: { text: "console.state.locked", tone: "calm" },
  withdrawn: { text: "console.state.withdrawn", tone: "calm" },
  expired: { text: "console.state.expired", tone: "calm" },
};

/** The status of an application as staff read it. */
export function stateTag(status: Status, say: Say): StatusTagProps {
  const { text, tone } = states[status];
  return { text: say(text), tone };
}
