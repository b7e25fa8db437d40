import type { HeadingLevel } from "../heading-level.ts";
import { Link } from "../link/link.tsx";

interface Run {
  readonly kind: "text" | "strong" | "em" | "code" | "link";
  readonly text: string;
  readonly href?: string;
}

type Block =
  | { readonly kind: "paragraph" | "heading"; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };

export interface ProseProps {
  /** What `platform/markdown.ts` reads out of a text. */
  readonly blocks: readonly Block[];
  /** Of the headings in the text; 2 when not given. */
  readonly headingLevel?: HeadingLevel;
}

/** A text of several paragraphs and lists that was written in Markdown. */
export function Prose({ blocks, headingLevel = 2 }: ProseProps) {
  return (
    <>
      {blocks.map((block) => (
        <Part block={block} level={headingLevel} />
      ))}
    </>
  );
}

function Part({ block, level }: { readonly block: Block; readonly level: HeadingLevel }) {
  const Heading = `h${level}` as const;
  if (block.kind === "list") return <List ordered={block.ordered} items={block.items} />;
  return block.kind === "heading" ? (
    <Heading class="govuk-heading-s">
      <Runs runs={block.runs} />
    </Heading>
  ) : (
    <p class="govuk-body">
      <Runs runs={block.runs} />
    </p>
  );
}

function List({ ordered, items }: { readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }) {
  const lines = items.map((runs) => (
    <li>
      <Runs runs={runs} />
    </li>
  ));
  return ordered ? (
    <ol class="govuk-list govuk-list--number">{lines}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{lines}</ul>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ kind, text, href }) => {
        switch (kind) {
          case "strong":
            return <strong>{text}</strong>;
          case "em":
            return <em>{text}</em>;
          case "code":
            return <code>{text}</code>;
          case "link":
            return <Link href={href ?? ""}>{text}</Link>;
          default:
            return text;
        }
      })}
    </>
  );
}
