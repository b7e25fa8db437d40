import type { TestApp, Browser } from "../app.ts";
import type { ReviewWorld } from "../applications.ts";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form that somebody stands before: whatever is sent to it beside the fields. */
export interface Place {
  readonly browser: Browser;
  /** Where the form goes. */
  readonly action: string;
  /** Everything of the form but its token, filled in rightly. */
  readonly valid: Fields;
  readonly csrf: string;
}

/** What all places are made from. */
export interface World {
  readonly app: TestApp;
  /** The same database as the helpers for applications know it. */
  readonly reviews: ReviewWorld;
  readonly institutionId: string;
}

/** A field of a form, and the group whose message it shares: the parts of a date have one. */
export interface PostField {
  readonly name: string;
  readonly group?: string;
}

/** A POST route, and how to come to its form. */
export interface Post {
  /** As `method path` of the route. */
  readonly route: string;
  /** Which of the forms of this route; empty for the only one. */
  readonly form?: string;
  /** Comes to the form, each time to a fresh one where posting changes what the route does. */
  readonly open: (world: World) => Promise<Place>;
  /** Fields that are typed, each with its message and the typed value kept; a form of buttons has none. */
  readonly typed: readonly PostField[];
  /** Fields that are typed, with a message but never given back: passwords. */
  readonly secret?: readonly PostField[];
  /** Fields in which one of the offered values is chosen, each with its message. */
  readonly chosen?: readonly PostField[];
  /** Fields that the page fills in by itself and that count for what the route does. */
  readonly hidden?: readonly string[];
  /** The field of the file, for routes that take one. */
  readonly file?: string;
  /** What is in it, where it is no picture; what is right must not begin within its first 300 bytes. */
  readonly text?: string;
  /** Whether that file may come from somebody who is not signed in. */
  readonly fileOfAnyone?: true;
  /** True when `valid` is right in form alone, such as a code that is not the one wanted. */
  readonly refusesValid?: boolean;
}

/** Everything that somebody types or chooses in a form. */
export function fieldsOf({ typed, secret = [], chosen = [] }: Post): readonly PostField[] {
  return [...typed, ...secret, ...chosen];
}
