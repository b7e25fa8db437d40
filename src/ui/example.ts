import type { Slot } from "./slot.ts";

/** A component in use, for the gallery, the pictures and the accessibility tests. */
export interface Example {
  readonly name: string;
  readonly view: () => Slot;
}
