import type { Say, TextKey } from "../../texts/texts.ts";
import { Details } from "../../ui/details/details.tsx";
import { Shortcuts } from "../../ui/shortcuts/shortcuts.tsx";

/** A key of a page and what it does; the elements themselves carry `data-shortcut`. */
export interface Key {
  readonly key: string;
  readonly does: TextKey;
}

/** All keys of a page in words, opened by the question mark. */
export function Keys({ say, keys }: { readonly say: Say; readonly keys: readonly Key[] }) {
  return (
    <Details summaryText={<span data-shortcut="?">{say("console.keys.help")}</span>}>
      <p>{say("console.keys.help_text")}</p>
      <Shortcuts
        title={say("console.keys.title")}
        turnOff={say("console.keys.off")}
        turnOn={say("console.keys.on")}
        keys={[...keys, { key: "?", does: "console.keys.overview" as const }].map(({ key, does }) => ({
          key,
          text: say(does),
        }))}
      />
    </Details>
  );
}
