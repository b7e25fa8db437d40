import type { Say } from "../texts/texts.ts";
import { StatusTag } from "../ui/status-tag/status-tag.tsx";

interface FileStateProps {
  readonly say: Say;
  readonly status: "ready" | "quarantined" | "refused";
}

/** How the check of a file went, in a word and a colour. */
export function FileState({ say, status }: FileStateProps) {
  const states = {
    ready: { text: say("apply.document_ready"), tone: "good" },
    quarantined: { text: say("apply.document_checking"), tone: "warn" },
    refused: { text: say("apply.document_refused"), tone: "bad" },
  } as const;
  return <StatusTag {...states[status]} />;
}
