import { pageHeaders } from "../../src/platform/http/headers.ts";
import type { Answered } from "./send.ts";
import type { HostileText } from "./hostile-texts.ts";
import type { Post, PostField } from "./place.ts";
import { readPage, type ReadPage } from "./read-page.ts";
import type { Typing } from "./standing.ts";

/** What is wrong with an answer whatever was asked: nothing, if it is a whole page of ours in the person's language. */
export function judgePage(page: Answered, language: "id" | "en" = "id"): string[] {
  const wrong: string[] = [];
  // Generous for a busy machine; what grows with the square of its input takes longer.
  if (page.milliseconds > 10_000) wrong.push(`takes ${Math.round(page.milliseconds / 1000)} seconds`);
  if (page.status >= 500) wrong.push(`answers ${page.status}`);
  if (!page.headers.get("content-type")?.startsWith("text/html")) wrong.push("is no HTML page");
  for (const [name, value] of Object.entries(pageHeaders)) {
    if (page.headers.get(name) !== value) wrong.push(`has not the header ${name}`);
  }
  for (const { headers } of [page, ...page.hops]) {
    if (headers.getSetCookie().some((line) => line.startsWith("xssprobe")))
      wrong.push("sets a cookie of the visitor's");
  }
  for (const { location } of page.hops) {
    if (!/^\/(?![/\\])/.test(location)) wrong.push(`leads away, to ${location.slice(0, 60)}`);
  }
  const read = readPage(page);
  if (read.language !== language) wrong.push(`is in the language ${read.language ?? "none"}`);
  if (read.title === "") wrong.push("has no title");
  if (read.injected.length > 0) wrong.push(`holds what was sent as markup: ${read.injected.join(", ")}`);
  if (read.passwords.length > 0) wrong.push("gives a password back");
  wrong.push(...judgeErrors(read));
  if (page.status === 422 && read.summary.length === 0) wrong.push("is refused without a word");
  return wrong;
}

/** Every line of the summary leads to a field that says the same. */
function judgeErrors(read: ReadPage): string[] {
  const said = [...read.messages.values()];
  return read.summary.flatMap(({ target, text }) => [
    ...(target !== "" && !read.ids.has(target) ? [`names a field that is not there: #${target}`] : []),
    ...(target !== "" && !said.some((message) => message.includes(text))
      ? [`says nothing at the field ${target}`]
      : []),
  ]);
}

/** Whether a message at `target` speaks about this field: one of a group speaks for all of it. */
export function isAt({ name, group }: PostField, target: string): boolean {
  return target === name || (group !== undefined && (target === group || target.startsWith(`${group}.`)));
}

/**
 * What is wrong with the answer to hostile texts in some fields of a form that is right otherwise; and which of these
 * fields would have had to be named, in the summary and at the field, and were not.
 */
export function judgeTexts(
  post: Post,
  typing: Typing,
  page: Answered,
  sent: ReadonlyMap<string, string>,
): { readonly wrong: readonly string[]; readonly silent: readonly PostField[] } {
  const wrong = judgePage(page);
  const read = readPage(page);
  const refused = [...typing].filter(([field, text]) => mustRefuse(post, field, text)).map(([field]) => field);
  if (page.status !== 422) {
    if (refused.length > 0) wrong.push(`is taken (${page.status})`);
    if (page.status !== 200) wrong.push(`answers ${page.status}`);
    return { wrong, silent: [] };
  }
  const messages = [...read.messages.keys()].map((id) => id.replace(/-error$/, ""));
  const silent = refused.filter(
    (field) => !read.summary.some(({ target }) => isAt(field, target)) || !messages.some((id) => isAt(field, id)),
  );
  for (const { name } of post.typed) {
    const kept = read.typed.get(name);
    if (kept === undefined || asShown(kept) !== asShown(sent.get(name) ?? "")) {
      wrong.push(`does not keep what was typed in ${name}: ${JSON.stringify(kept?.slice(0, 40))}`);
    }
  }
  return { wrong, silent };
}

function mustRefuse(post: Post, field: PostField, { never }: HostileText): boolean {
  if (never === "everywhere" || (post.chosen ?? []).includes(field)) return true;
  return never === "in texts" && post.typed.includes(field);
}

/** A text as HTML can hold it: lines end in one way only, and NUL has no place in it. */
function asShown(text: string): string {
  return text.replaceAll("\0", "\ufffd").replace(/\r\n?/g, "\n").replace(/^\n/, "");
}
