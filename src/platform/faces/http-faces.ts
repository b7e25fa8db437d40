import * as z from "zod";
import { type Around, carefulPost, type ServiceSettings } from "../sources/careful-post.ts";

/** Something that says whether two pictures show the same person; `unclear` when it cannot. Throws when it is silent. */
export interface FaceComparer {
  compare(selfie: Uint8Array, card: Uint8Array): Promise<"same" | "different" | "unclear">;
}

const Answer = z.object({ outcome: z.enum(["same", "different", "unclear"]) });

/**
 * A service that compares faces over HTTP: `POST {"selfie": …, "card": …}` with both pictures in base64, answered by
 * `{"outcome": "same"}`, `different` or `unclear`. A measure of likeness is the service's own business.
 */
export function httpFaces(settings: ServiceSettings, around: Around): FaceComparer {
  const post = carefulPost("faces", settings, { ...around, answer: Answer });
  return {
    async compare(selfie, card) {
      const { outcome } = await post({ selfie: inBase64(selfie), card: inBase64(card) });
      return outcome;
    },
  };
}

function inBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
