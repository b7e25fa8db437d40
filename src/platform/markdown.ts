import { lexer, type Token } from "marked";

/** A run of text inside a paragraph or an item of a list. */
export type Inline =
  | { readonly kind: "text" | "strong" | "em" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** A paragraph, a small heading or a list. */
export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly runs: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

/**
 * Reads the Markdown that texts of ours may use: paragraphs, headings, lists, links, strong, emphasised and code. It
 * becomes data, never HTML: a tag is a text like any other, and a picture is its description. Never throws.
 */
export function readMarkdown(text: string): Block[] {
  return lexer(text, { gfm: true, breaks: false }).flatMap(blockOf);
}

/** Where the links of a text lead, in their order. */
export function linksOf(blocks: readonly Block[]): string[] {
  const runs = blocks.flatMap((block) => (block.kind === "list" ? block.items.flat() : block.runs));
  return runs.flatMap((run) => (run.kind === "link" ? [run.href] : []));
}

/** The text alone, with a line for each paragraph and item. */
export function plainText(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => (block.kind === "list" ? block.items : [block.runs]));
  return lines.map((runs) => runs.map(({ text }) => text).join("")).join("\n");
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
      return [];
    case "heading":
      return [{ kind: "heading", runs: runsOf(token.tokens) }];
    case "list": {
      const items = (token["items"] as readonly Token[]).map((item) => runsOf("tokens" in item ? item.tokens : []));
      return [{ kind: "list", ordered: token["ordered"] === true, items }];
    }
    case "blockquote":
      return (token.tokens ?? []).flatMap(blockOf);
    default:
      return [
        {
          kind: "paragraph",
          runs: "tokens" in token ? runsOf(token.tokens) : [{ kind: "text", text: token.raw.trim() }],
        },
      ];
  }
}

function runsOf(tokens: readonly Token[] | undefined): Inline[] {
  return (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case "strong":
      case "em":
        return [{ kind: token.type, text: textOf(token) }];
      case "codespan":
        return [{ kind: "code", text: textOf(token) }];
      case "link":
        return [{ kind: "link", text: textOf(token), href: String(token["href"]) }];
      case "br":
        return [{ kind: "text", text: " " }];
      case "text":
      case "paragraph":
        return "tokens" in token && token.tokens ? runsOf(token.tokens) : [{ kind: "text", text: textOf(token) }];
      case "list":
        return (token["items"] as readonly Token[]).flatMap((item) => [
          { kind: "text" as const, text: " – " },
          ...runsOf("tokens" in item ? item.tokens : []),
        ]);
      case "checkbox":
      case "space":
        return [];
      default:
        return [{ kind: "text", text: token.type === "escape" || token.type === "image" ? textOf(token) : token.raw }];
    }
  });
}

/** What stands between the marks; marked gives it as it was written, without entities. */
function textOf(token: Token): string {
  if ("tokens" in token && token.tokens && token.tokens.length > 0) return token.tokens.map(textOf).join("");
  return "text" in token && typeof token.text === "string" ? token.text : token.raw;
}
