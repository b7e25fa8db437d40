import type { Say, TextKey } from "../texts/texts.ts";

/** The parts of the privacy notice; the texts stand under `privacy.<part>`. */
export const privacyParts = ["who", "what", "how", "cookies", "rights"] as const;

/** What whoever registers agrees to, as one text: the sentence with the tick and the whole notice that it names. */
export function privacyText(say: Say): string {
  const parts = privacyParts.flatMap((part) =>
    (["title", "text"] as const).map((piece) => say(`privacy.${part}.${piece}` as TextKey)),
  );
  return [say("account.agree.item"), say("privacy.title"), say("privacy.lead"), ...parts].join("\n\n");
}
