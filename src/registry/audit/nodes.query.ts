import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Node, Place } from "./merkle.ts";

/** The subtrees at these places, in their order; throws when one is not kept, which a whole record never lacks. */
export async function readNodes(db: Kysely<DB>, places: readonly Place[]): Promise<Node[]> {
  if (places.length === 0) return [];
  const wanted = JSON.stringify(places.map(({ level, position }) => [level, position]));
  const { rows } = await sql<Node>`
    with wanted as (
      select (place ->> 0)::smallint as level, (place ->> 1)::bigint as position
        from jsonb_array_elements((${wanted}::text)::jsonb) as place)
    select n.level, n.position, n.hash from wanted w join audit_nodes n on n.level = w.level and n.position = w.position
    union all
    select 0::smallint, l.position, l.hash from wanted w join audit_leaves l on w.level = 0 and l.position = w.position
  `.execute(db);
  const found = new Map(rows.map((node) => [`${node.level}/${node.position}`, node]));
  return places.map(({ level, position }) => {
    const node = found.get(`${level}/${position}`);
    if (!node) throw new Error(`The record lacks the subtree ${level}/${position}: run the audit's verify.`);
    return node;
  });
}
