import { sayIn, type Language } from "./texts.ts";

interface Somewhere {
  readonly kind: "own" | "local" | "unknown" | "country";
  readonly country?: string;
  readonly town?: Readonly<Record<string, string>>;
  readonly operator?: string | undefined;
}

const countries = {
  id: new Intl.DisplayNames("id", { type: "region" }),
  en: new Intl.DisplayNames("en", { type: "region" }),
};

/** "Bandung, Indonesia · Operator Contoh": a place as people know it, as far as it is known. */
export function placeWords(place: Somewhere, language: Language): string {
  const { kind, country, town, operator } = place;
  if (kind !== "country" || country === undefined)
    return sayIn(language)(`places.${kind === "country" ? "unknown" : kind}`);
  const name = town?.[language] ?? town?.["en"];
  const where = [name, countries[language].of(country)].filter((part) => part !== undefined).join(", ");
  return operator === undefined ? where : `${where} · ${operator}`;
}
