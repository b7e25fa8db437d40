interface Region {
  readonly code: string;
  readonly name: string;
}

/** Dependent choices: picking a region fills the next list with its children and empties those below. */
export class RegionElement extends HTMLElement {
  #asked = 0;

  connectedCallback(): void {
    this.#offerStep(false);
    this.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement) void this.#narrow(event.target);
    });
  }

  /** The button of those without scripts. Hidden alone it would still be what Enter presses in every field of the form. */
  #offerStep(isOffered: boolean): void {
    const step = this.querySelector<HTMLButtonElement>("button[data-region-step]");
    if (step === null) return;
    step.hidden = !isOffered;
    step.type = isOffered ? "submit" : "button";
  }

  async #narrow(changed: HTMLSelectElement): Promise<void> {
    const lists = [...this.querySelectorAll("select")];
    const [next, ...below] = lists.slice(lists.indexOf(changed) + 1);
    if (next === undefined) return;
    for (const list of [next, ...below]) fill(list, []);
    this.#asked += 1;
    const asked = this.#asked;
    if (changed.value === "") return;
    next.setAttribute("aria-busy", "true");
    try {
      const regions = await fetchChildren((this.dataset["src"] ?? "") + encodeURIComponent(changed.value));
      // A slower answer to an earlier choice must not overwrite the later one.
      if (asked === this.#asked) fill(next, regions);
    } catch {
      // The server can always fill the list: the button that asks for it comes back.
      this.#offerStep(true);
    } finally {
      next.removeAttribute("aria-busy");
    }
  }
}

async function fetchChildren(address: string): Promise<readonly Region[]> {
  const response = await fetch(address, {
    headers: { accept: "application/json" },
    credentials: "same-origin",
  });
  if (!response.ok) throw new Error(`Regions answered ${response.status}`);
  return (await response.json()) as readonly Region[];
}

function fill(list: HTMLSelectElement, regions: readonly Region[]): void {
  const empty = list.options[0];
  list.replaceChildren(
    ...(empty === undefined ? [] : [empty]),
    ...regions.map(({ code, name }) => new Option(name, code)),
  );
  list.selectedIndex = 0;
}
