const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** The remaining time in its two largest units, such as "2 hari 3 jam"; nothing is left at zero or below. */
export function remainingTime(milliseconds: number, language: string): string | undefined {
  let seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 0) return undefined;
  const largest = units.findIndex(([, size]) => seconds >= size);
  const words: string[] = [];
  for (const [unit, size] of units.slice(largest, largest + 2)) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0)
      words.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
  }
  return words.join(" ");
}
