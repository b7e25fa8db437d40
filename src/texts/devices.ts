import bowser from "bowser";
import type { Language } from "./texts.ts";

/** "Chrome di Android": a browser in the two words by which its owner knows it, from what it says of itself. */
export function deviceWords(agent: string, language: Language): string {
  const unknown = language === "id" ? "Peramban tidak dikenal" : "Unknown browser";
  if (agent === "") return unknown;
  const { browser, os } = bowser.parse(agent);
  const on = language === "id" ? "di" : "on";
  if (browser.name === undefined || browser.name === "") return unknown;
  return os.name === undefined || os.name === "" ? browser.name : `${browser.name} ${on} ${os.name}`;
}
