import * as z from "zod";
import { type Around, carefulPost, type ServiceSettings } from "./careful-post.ts";
import type { Source } from "./source.ts";

const Answer = z.union([
  z.object({ found: z.literal(false) }),
  z.object({
    found: z.literal(true),
    person: z.object({
      kk: z.string().max(20).optional(),
      name: z.string().max(200).optional(),
      birth_place: z.string().max(100).optional(),
      birth_date: z.literal("").or(z.iso.date()).optional(),
    }),
  }),
]);

/**
 * A source that is asked over HTTP: `POST {"nik": …}`, answered by `{"found": false}` or `{"found": true, "person": {…}}`.
 * The NIK stands in the body, because addresses end up in logs.
 */
export function httpSource(name: string, settings: ServiceSettings, around: Around): Source {
  const post = carefulPost(name, settings, { ...around, answer: Answer });
  return {
    async find(nik) {
      const answer = await post({ nik });
      return answer.found ? answer.person : undefined;
    },
  };
}
