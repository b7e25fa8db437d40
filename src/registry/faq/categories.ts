/** What a question may be about; each has words under `helpdesk.category.<category>`. */
export const categories = [
  "account",
  "login",
  "identity",
  "filling",
  "documents",
  "deadline",
  "result",
  "safety",
  "program",
] as const;

export type Category = (typeof categories)[number];

/** Whether a word, of a row or of a form, is one of the categories. */
export function isCategory(word: string): word is Category {
  return (categories as readonly string[]).includes(word);
}
