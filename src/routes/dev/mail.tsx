import type { KeptLetter } from "../../platform/mail/mailbox.ts";
import { shortMoment } from "../../texts/dates.ts";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import type { Visit } from "../route.ts";

/** Nothing of a letter runs or is fetched: no scripts, forms, frames or addresses beyond inline pictures and styles. */
export const letterPolicy =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What was sent to whom, the newest first; says so when there is nothing yet. */
export function LetterList({ letters, base, visit }: { letters: readonly KeptLetter[]; base: string; visit: Visit }) {
  const { say, language } = visit;
  if (letters.length === 0) return <EmptyState title={say("dev.no_letters")} text={say("dev.no_letters_text")} />;
  return (
    <ol class="daftar-documents">
      {letters.map((letter) => (
        <li class="daftar-documents__item">
          <p class="daftar-documents__name">
            <a class="govuk-link" href={`${base}/${letter.id}`}>
              {letter.subject}
            </a>
          </p>
          <p class="daftar-documents__facts">
            {letter.to.join(", ")} ·{" "}
            <time datetime={letter.at.toISOString()}>{shortMoment(letter.at, "Asia/Jakarta", language)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One letter: its HTML in a frame without any rights, its text beside it with working links. */
export function LetterPage({ letter, base }: { letter: KeptLetter; base: string }) {
  return (
    <article>
      <h1 class="govuk-heading-l">{letter.subject}</h1>
      <p class="govuk-body">
        {letter.from} → {letter.to.join(", ")}
      </p>
      <iframe
        class="daftar-letter"
        title="HTML"
        sandbox=""
        src={`${base}/${letter.id}/html`}
        width="100%"
        height="480"
      />
      <pre class="daftar-letter-text">{linked(letter.text)}</pre>
    </article>
  );
}

/** The frame may not open links, so the way to follow one is the text. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a class="govuk-link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
