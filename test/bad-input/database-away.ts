import { sql } from "kysely";
import { pairsOf } from "./form-faults.ts";
import type { Place, Post, World } from "./place.ts";
import { readPage } from "./read-page.ts";
import { encode, send, urlencoded } from "./send.ts";

/**
 * Sends a right form while the database does not know who is signed in: what was typed must stand on the page, to be sent
 * again, and of a form in which something is secret nothing at all.
 */
export async function whileAway({ app }: World, post: Post, place: Place): Promise<string[]> {
  const db = app.database.owner.kysely;
  await sql`alter table sessions rename to sessions_away`.execute(db);
  const form = { body: encode(pairsOf(place)), headers: urlencoded };
  const page = await send(place.browser, place.action, form);
  await sql`alter table sessions_away rename to sessions`.execute(db);
  if (page.status !== 503) return [`answers ${page.status} without the database`];
  const { hidden } = readPage(page);
  const isOpen = app.routes.find(({ method, path }) => `${method} ${path}` === post.route)?.body === "form";
  const names = isOpen ? post.typed.map(({ name }) => name) : [];
  const lost = names.filter((name) => hidden.get(name) !== [place.valid[name] ?? []].flat()[0]);
  const told = (post.secret ?? []).filter(({ name }) => page.html.includes(`name="${name}"`));
  const given = isOpen ? [] : [...hidden.keys()].filter((name) => name !== "csrf");
  return [
    ...lost.map((name) => `loses ${name} without the database`),
    ...told.map(({ name }) => `gives ${name} back without the database`),
    ...given.map((name) => `gives ${name} of a secret form back`),
  ];
}
