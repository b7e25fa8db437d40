import { paths } from "../../paths.ts";
import { pageHeaders } from "../../platform/http/headers.ts";
import type { Mailbox } from "../../platform/mail/mailbox.ts";
import { notFound } from "../../platform/refusals.ts";
import { BackLink } from "../../ui/back-link/back-link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";
import { LetterList, LetterPage, letterPolicy } from "./mail.tsx";

/** The page holds the letter in a frame, which no other page of ours may have. */
const framing = {
  "content-security-policy": `${pageHeaders["content-security-policy"] ?? ""}; frame-src 'self'`,
};

export async function showLetters(draw: Draw, mailbox: Mailbox, visit: Visit): Promise<Response> {
  const title = visit.say("dev.letters");
  return draw(
    visit,
    { title },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{visit.say("dev.letters_lead")}</p>
      <LetterList letters={await mailbox.list()} base={paths.dev.mail} visit={visit} />
    </>,
  );
}

export async function showLetter(draw: Draw, mailbox: Mailbox, visit: Visit): Promise<Response> {
  const letter = await letterOf(mailbox, visit);
  return draw(
    visit,
    { title: letter.subject, layout: "full", headers: framing },
    <>
      <BackLink href={paths.dev.mail} text={visit.say("dev.letters")} />
      <LetterPage letter={letter} base={paths.dev.mail} />
    </>,
  );
}

/** The letter's own HTML, for the frame: nothing of it runs or is fetched. */
export async function showLetterHtml(mailbox: Mailbox, visit: Visit): Promise<Response> {
  const letter = await letterOf(mailbox, visit);
  return new Response(letter.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": letterPolicy,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

async function letterOf(mailbox: Mailbox, visit: Visit) {
  const letter = await mailbox.find(visit.params["letter"] ?? "");
  if (!letter) throw notFound();
  return letter;
}
