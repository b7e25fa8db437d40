/**
 * Text as a forgiving search sees it: without case, accents and punctuation, its words parted by
 * one space. "Résumé–A" and "resume a" become the same.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** Whether every word asked for stands, at least in part, somewhere in the folded text. */
export function matches(folded: string, query: string): boolean {
  const words = fold(query).split(" ");
  return words.every((word) => word !== "" && folded.includes(word));
}
