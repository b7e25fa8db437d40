import { pairsOf } from "./form-faults.ts";
import type { HostileText } from "./hostile-texts.ts";
import type { Place, Post, PostField, World } from "./place.ts";
import { readPage } from "./read-page.ts";
import { encode, send, urlencoded, type Answered } from "./send.ts";

/** What is put into some fields of a form that is right otherwise. */
export type Typing = ReadonlyMap<PostField, HostileText>;

/** Answers that leave whoever asked before the form as it was. */
const turnedAway: readonly number[] = [400, 403, 404, 413];

/**
 * Where somebody stands after an answer: a form that was given back is filled in again as it stands, which must go as
 * well as with a fresh one. Undefined when the form has to be opened anew.
 */
export function stillBefore(post: Post, place: Place, page: Answered): Place | undefined {
  if (turnedAway.includes(page.status)) return place;
  const { hidden } = readPage(page);
  const csrf = hidden.get("csrf");
  if (page.status !== 422 || csrf === undefined) return undefined;
  const own = (post.hidden ?? []).map((name) => [name, hidden.get(name) ?? ""] as const);
  return { ...place, csrf, valid: { ...place.valid, ...Object.fromEntries(own) } };
}

/** Sends a form again and again, with the texts that are given in their fields; gives the answer and what was sent. */
export function typist(world: World, post: Post) {
  let last: Place | undefined;
  return async (typing: Typing): Promise<{ page: Answered; sent: ReadonlyMap<string, string> }> => {
    await forgetTries(world, post);
    const place = last ?? (await post.open(world));
    const texts = new Map([...typing].map(([{ name }, text]) => [name, text]));
    const pairs = pairsOf(place).filter(([name]) => !texts.has(name));
    const page = await send(place.browser, place.action, {
      body: encode([...pairs, ...[...texts].map(([name, { encoded }]) => [name, encoded] as const)]),
      headers: urlencoded,
    });
    last = stillBefore(post, place, page);
    const sent = new Map(pairs.map(([name, value]) => [name, decodeURIComponent(value)]));
    for (const [name, { arrives }] of texts) sent.set(name, arrives);
    return { page, sent };
  };
}

/** Tries are counted by account and address, and all of these come from one. */
export async function forgetTries({ app }: World, post: Post): Promise<void> {
  if (/^POST \/account\/|\/subscribe$/.test(post.route))
    await app.database.owner.kysely.deleteFrom("rate_limits").execute();
}
