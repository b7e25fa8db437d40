import { estimatePassword, strengths } from "../registry/accounts/password-strength.ts";

/** Long enough that a screen reader is not interrupted while the person types. */
const PAUSE_MS = 1000;

/**
 * Says how well a new password stands while it is typed, by the rules of the server. It only advises: nothing is sent,
 * nothing is blocked. Its words come from the page, so that it speaks the page's language.
 */
export class PasswordMeterElement extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    const input = document.getElementById(this.dataset["for"] ?? "");
    if (!(input instanceof HTMLInputElement)) return;
    // A name or an address that is typed later changes what a password is worth.
    input.form?.addEventListener("input", () => this.#show(input));
    this.#show(input);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #show(input: HTMLInputElement): void {
    const { level, words } = this.#judge(input);
    this.dataset["level"] = String(level);
    write(this, "[data-meter-text]", words);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => write(this, "[data-meter-spoken]", words), PAUSE_MS);
  }

  #judge(input: HTMLInputElement): { readonly level: number; readonly words: string } {
    if (input.value === "") return { level: 0, words: "" };
    const typed = (name: string) => input.form?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
    const { least, kinds, known, words = "{}" } = this.dataset;
    const estimate = estimatePassword(input.value, {
      least: Number(least),
      kinds: Number(kinds),
      name: `${typed("name")} ${known ?? ""}`,
      email: typed("email"),
    });
    const texts = JSON.parse(words) as Readonly<Record<string, string>>;
    return "strength" in estimate
      ? { level: 2 + strengths.indexOf(estimate.strength), words: texts[estimate.strength] ?? "" }
      : { level: 1, words: texts[estimate.problem] ?? "" };
  }
}

function write(within: HTMLElement, part: string, words: string): void {
  const place = within.querySelector(part);
  if (place !== null && place.textContent !== words) place.textContent = words;
}
