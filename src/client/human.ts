// Written into the bundle when it is built: the name under which the worker lies beside this script.
declare const HUMAN_WORKER: string;

/** Longer than the hardest work takes on a slow telephone; then the person is asked after all. */
const PATIENCE_MS = 90_000;

/**
 * Works for the person whom a form would ask whether they are human. The work begins when somebody begins to use the
 * form, and a form that is sent earlier waits for it. Where anything is missing the question stands as it was.
 */
export class HumanElement extends HTMLElement {
  #state: "waiting" | "working" | "done" | "failed" = "waiting";
  /** The button of a form that waits for the work. */
  #sent: { readonly button: HTMLElement | null } | undefined;

  connectedCallback(): void {
    const form = this.closest("form");
    const work = this.dataset["work"] ?? "";
    if (!form || work === "" || typeof Worker === "undefined" || !window.isSecureContext) return;
    const begin = () => {
      if (this.#state === "waiting") this.#work(form, work);
    };
    if (this.#proof.value !== "") this.#become("done");
    else this.#become("waiting");
    form.addEventListener("focusin", begin);
    form.addEventListener("submit", (event) => {
      if (this.#state === "done" || this.#state === "failed" || this.#answer.value.trim() !== "") return;
      event.preventDefault();
      this.#sent = { button: event.submitter };
      begin();
      this.#say(this.dataset["working"]);
    });
  }

  #work(form: HTMLFormElement, work: string): void {
    this.#state = "working";
    const challenge: unknown = JSON.parse(work);
    const worker = new Worker(new URL(HUMAN_WORKER, import.meta.url));
    const end = (solution: unknown): void => {
      clearTimeout(patience);
      worker.terminate();
      const solved = typeof solution === "object" && solution !== null && "derivedKey" in solution;
      if (solved) this.#proof.value = JSON.stringify({ challenge, solution });
      this.#become(solved ? "done" : "failed");
      if (solved && this.#sent) form.requestSubmit(this.#sent.button);
      if (!solved && this.#sent) this.#answer.focus();
    };
    const patience = window.setTimeout(() => end(undefined), PATIENCE_MS);
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => end(data));
    worker.addEventListener("error", () => end(undefined));
    worker.postMessage({ type: "work", challenge });
  }

  #become(state: "waiting" | "done" | "failed"): void {
    this.#state = state;
    const question = this.querySelector<HTMLElement>("[data-part=question]");
    // An answer that was refused stays in sight, with what is wrong with it.
    const refused = question?.querySelector(".govuk-error-message") !== null;
    if (question) question.hidden = state === "done" || (state === "waiting" && !refused);
    if (state !== "waiting" || !refused) this.#say(this.dataset[state]);
  }

  #say(text = ""): void {
    const place = this.querySelector<HTMLElement>("[data-part=state]");
    if (!place) return;
    place.textContent = text;
    place.hidden = text === "";
  }

  get #proof(): HTMLInputElement {
    return this.#input("proof");
  }

  get #answer(): HTMLInputElement {
    return this.#input("human");
  }

  #input(name: string): HTMLInputElement {
    const input = this.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (!input) throw new Error(`daftar-human has no field ${name}`);
    return input;
  }
}
