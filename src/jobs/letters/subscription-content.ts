import { paths } from "../../paths.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { linkToken } from "../../registry/subscriptions/link.ts";
import type { SubscriptionLetter } from "../../registry/subscriptions/letter.ts";
import { sayIn } from "../../texts/texts.ts";
import type { LetterContent } from "./content.ts";

/** The addresses of a letter that a mail reader's own button calls, and that its link shows. */
export function leaveAddresses(
  keyring: Keyring,
  subscriptionId: string,
  publicUrl: string,
): { readonly page: string; readonly oneClick: string } {
  const token = linkToken(keyring, "leave", subscriptionId);
  return {
    page: publicUrl + paths.subscriptions.leave(token),
    oneClick: publicUrl + paths.subscriptions.oneClick(token),
  };
}

/** Writes a letter about a subscription in its language. `publicUrl` has no slash at its end. */
export function subscriptionContent(letter: SubscriptionLetter, keyring: Keyring, publicUrl: string): LetterContent {
  const { kind, language, program } = letter;
  const say = sayIn(language);
  const title = program.title[language] === "" ? program.title.id : program.title[language];
  const leads =
    kind === "confirm"
      ? paths.subscriptions.confirm(linkToken(keyring, "confirm", letter.id))
      : paths.program(program.slug);
  return {
    language,
    subject: `${say(`subscribe.letter.${kind}.subject`)} – ${title}`,
    heading: say(`subscribe.letter.${kind}.heading`),
    greeting: say("letter.greeting", { name: letter.name }),
    text: say(`subscribe.letter.${kind}.text`),
    facts: [say("letter.program", { title })],
    lines: [],
    button: { text: say(`subscribe.letter.${kind}.button`), href: publicUrl + leads },
    plainLink: say("letter.plain_link"),
    note: say(`subscribe.letter.${kind}.note`),
    warning: undefined,
    // Whoever has not confirmed is on no list, so there is nothing to leave.
    ...(kind === "confirm"
      ? {}
      : {
          leave: {
            text: say("subscribe.letter.leave"),
            href: leaveAddresses(keyring, letter.subscriptionId, publicUrl).page,
          },
        }),
    footer: say("letter.footer"),
  };
}
