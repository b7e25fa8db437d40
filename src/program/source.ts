import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, Scalar, visit } from "yaml";
import { strangeSigns } from "./fields/plain-text.ts";
import type { Path, Problem } from "./problem.ts";

/** The largest program file, in UTF-16 units. The largest real ones are about a tenth of it. */
const largest = 256 * 1024;
/** Brackets and indents nested deeper than any program; the parser recurses, so this is decided before it runs. */
const deepest = 40;

export interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

export type ReadYaml =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads YAML and keeps where everything stands. Anchors, aliases and tags are refused: nothing here needs them. */
export function readYaml(yaml: string): ReadYaml {
  if (yaml.length > largest) return refuse(1, 1, `the file is larger than ${largest / 1024} KiB`);
  const nested = findTooDeep(yaml);
  if (nested !== undefined) return refuse(nested, 1, `is nested deeper than ${deepest} levels`);
  const lines = new LineCounter();
  try {
    const document = parseDocument(yaml, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      logLevel: "silent",
    });
    const problems = [
      ...document.errors.map((error) => place(lines, error.pos[0], error.message)),
      ...document.warnings.map((warning) => place(lines, warning.pos[0], warning.message)),
      ...findRefused(document, lines),
    ];
    if (problems.length > 0) return { ok: false, problems: problems.slice(0, 100) };
    return { ok: true, source: { document, lines, value: document.toJS({ maxAliasCount: 0 }) } };
  } catch (error) {
    return refuse(1, 1, `cannot be read: ${error instanceof Error ? error.message : "unknown error"}`);
  }
}

interface Spot {
  /** How far into a text of one line. */
  readonly offset?: number | undefined;
  /** The key rather than its value. */
  readonly atKey?: boolean | undefined;
}

/** Line and column of a path, or of the nearest thing around it that exists. */
export function positionOf(
  { document, lines }: Source,
  path: Path,
  { offset = 0, atKey = false }: Spot = {},
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const whole = length === path.length;
    const start =
      (whole && atKey ? undefined : startOf(document, path.slice(0, length), whole ? offset : 0)) ??
      keyOf(document, path.slice(0, length));
    if (start === undefined) continue;
    const { line, col } = lines.linePos(start);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function startOf(document: Document, path: Path, offset: number): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range) {
    const isText = isScalar(node) && offset > 0;
    const quote = isText && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) ? 1 : 0;
    const inOneLine = isText && (quote === 1 || node.type === Scalar.PLAIN);
    return node.range[0] + (inOneLine ? offset + quote : 0);
  }
  return undefined;
}

function keyOf(document: Document, path: Path): number | undefined {
  const around =
    path.length === 0 ? undefined : path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(around)) return undefined;
  const pair = around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}

/**
 * Anchors, aliases and tags, and keys given twice. The parser can find the last too, but takes quadratic time for it, so
 * that a file of many keys would keep it busy for half a minute.
 */
function findRefused(document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  const report = (node: { readonly range?: readonly number[] | null }, message: string): void => {
    problems.push(place(lines, node.range?.[0] ?? 0, message));
  };
  visit(document, {
    Alias: (_key, node) => report(node, "aliases are not allowed"),
    Map: (_key, node) => {
      const seen = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) report(key, `${String(key.value)} is given twice; map keys are unique`);
        seen.add(key.value);
      }
    },
    Node: (_key, node) => {
      if ("anchor" in node && node.anchor !== undefined) report(node, "anchors are not allowed");
      else if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) {
        report(node, "tags are not allowed; put a text that begins with ! in quotes");
      }
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== "string" || !strangeSigns.test(node.value)) return;
      report(node, "holds a sign that no text has, such as NUL, half a character or a change of direction");
    },
  });
  return problems;
}

/** The line on which brackets or indents go deeper than allowed, however they are meant: strings count too. */
function findTooDeep(yaml: string): number | undefined {
  let brackets = 0;
  for (const [at, line] of yaml.split("\n").entries()) {
    const indent = /^[\s?:-]*/.exec(line)?.[0].length ?? 0;
    for (const character of line) {
      if (character === "[" || character === "{") brackets += 1;
      else if ((character === "]" || character === "}") && brackets > 0) brackets -= 1;
    }
    if (brackets > deepest || indent > 4 * deepest) return at + 1;
  }
  return undefined;
}

function place(lines: LineCounter, offset: number, message: string): Problem {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, path: "", message };
}

function refuse(line: number, column: number, message: string): ReadYaml {
  return { ok: false, problems: [{ line, column, path: "", message }] };
}
