import type { Program, Text } from "../program/definition.ts";
import { Details } from "../ui/details/details.tsx";

/** The questions that the file of a program answers, each behind its own words. */
export function Questions({ faq, say }: { readonly faq: Program["faq"]; readonly say: (text: Text) => string }) {
  return (
    <div class="daftar-questions">
      {faq.map(({ question, answer }) => (
        <Details summaryText={say(question)}>
          <Paragraphs text={say(answer)} />
        </Details>
      ))}
    </div>
  );
}

/** A text of a program's file, paragraph by paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/u)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== "")
        .map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
    </>
  );
}
