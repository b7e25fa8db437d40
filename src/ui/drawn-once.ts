import { randomUUID } from "node:crypto";
import { type Markup, raw } from "../jsx/markup.ts";

// Far more than one service has of menus, feet and stages of a task list in all its languages, and still little memory.
const limit = 400;

/**
 * A component for parts that most pages share, such as the foot: each content is drawn once and then reused. Its
 * props must be plain data without anything personal or secret, since what is drawn stays in memory.
 */
export function drawnOnce<Props>(draw: (props: Props) => Markup): (props: Props) => Markup {
  return keep(draw);
}

/** Stands for the id in the links of a part that `drawnOnceWithId` draws. Made at random, so that no text holds it by chance. */
export const anyId = randomUUID();

/**
 * The same for parts whose links lead to somebody's own pages: these are written with `anyId`, and each page that shows
 * the part puts its own id in. An id has the form of a UUID, so it cannot bring markup with it.
 */
export function drawnOnceWithId<Props>(
  draw: (props: Props) => Markup,
): (props: { readonly id: string; readonly of: Props }) => Markup {
  const split = keep((props: Props) => draw(props).html.split(anyId));
  return ({ id, of }) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("The id of a part must be a UUID");
    return raw(split(of).join(id));
  };
}

function keep<Props, Kept>(make: (props: Props) => Kept): (props: Props) => Kept {
  const kept = new Map<string, Kept>();
  return (props) => {
    const key = JSON.stringify(props);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const fresh = make(props);
    if (kept.size >= limit) kept.clear();
    kept.set(key, fresh);
    return fresh;
  };
}
