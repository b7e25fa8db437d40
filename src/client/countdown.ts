import { remainingTime } from "./remaining-time.ts";

/** Counts down to a moment by the server's clock: `data-now` says what it was when the page was made. */
export class CountdownElement extends HTMLElement {
  #timer: number | undefined;
  #arrived = performance.now();

  connectedCallback(): void {
    this.#arrived = performance.now();
    this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #tick(): void {
    const { now, until, template, over } = this.dataset;
    const left = Date.parse(until ?? "") - Date.parse(now ?? "") - (performance.now() - this.#arrived);
    if (Number.isNaN(left)) return;
    const words = remainingTime(left, document.documentElement.lang);
    this.textContent = words === undefined ? (over ?? "") : (template ?? "%{time}").replace("%{time}", words);
    if (words !== undefined) this.#timer = window.setTimeout(() => this.#tick(), left > 3_600_000 ? 30_000 : 1_000);
  }
}
