import type { KeptLetter } from "../../platform/mail/mailbox.ts";

/** Nothing of a letter runs or is fetched: no scripts, forms, frames or addresses beyond inline pictures and styles. */
export const letterPolicy =
  "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The list alone, for a page around it. */
export function LetterList({ letters, base }: { letters: readonly KeptLetter[]; base: string }) {
  if (letters.length === 0) return <p class="govuk-body">Belum ada surat.</p>;
  return (
    <ol class="govuk-list">
      {letters.map((letter) => (
        <li>
          <a class="govuk-link" href={`${base}/${letter.id}`}>
            {letter.subject}
          </a>{" "}
          {letter.to.join(", ")} <time datetime={letter.at.toISOString()}>{letter.at.toLocaleString("id")}</time>
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
