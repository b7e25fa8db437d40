import { paths } from "../../paths.ts";
import type { Mailbox } from "../../platform/mail/mailbox.ts";
import type { KeptMessages } from "../../platform/sms/kept-messages.ts";
import type { Draw } from "../draw.tsx";
import { anyone, type Route } from "../route.ts";
import { showGallery } from "./gallery.tsx";
import { showSourcePeople } from "./sources.tsx";
import { showMessages } from "./sms.tsx";
import { showLetter, showLetterHtml, showLetters } from "./letters.tsx";

/** Pages for development only: the components, and the letters and short messages that were kept. */
export function devRoutes(services: {
  readonly draw: Draw;
  readonly mailbox: Mailbox | undefined;
  readonly messages: KeptMessages | undefined;
}): Route[] {
  const { draw, mailbox, messages } = services;
  const { dev } = paths;
  return [
    anyone("GET", dev.gallery, (visit) => showGallery(draw, visit)),
    anyone("GET", dev.sources, (visit) => showSourcePeople(draw, visit)),
    ...(messages ? [anyone("GET", dev.sms, (visit) => showMessages(draw, messages, visit))] : []),
    ...(mailbox
      ? [
          anyone("GET", dev.mail, (visit) => showLetters(draw, mailbox, visit)),
          anyone("GET", `${dev.letter(":letter")}/html`, (visit) => showLetterHtml(mailbox, visit)),
          anyone("GET", dev.letter(":letter"), (visit) => showLetter(draw, mailbox, visit)),
        ]
      : []),
  ];
}
