const zoomSteps = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const actual = zoomSteps.indexOf(1);

/** Turns and enlarges the pages of a document; the pages themselves are ordinary images. */
export class ViewerElement extends HTMLElement {
  #step = actual;
  #turns = 0;

  connectedCallback(): void {
    this.querySelector(".daftar-viewer__tools")?.removeAttribute("hidden");
    this.addEventListener("click", (event) => {
      const tool = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
      if (tool !== null) this.#act(tool.dataset["act"]);
    });
    this.addEventListener("load", () => this.#draw(), { capture: true });
  }

  #act(act: string | undefined): void {
    if (act === "zoom-in") this.#step = Math.min(this.#step + 1, zoomSteps.length - 1);
    else if (act === "zoom-out") this.#step = Math.max(this.#step - 1, 0);
    else if (act === "rotate") this.#turns = (this.#turns + 1) % 4;
    else if (act === "reset") {
      this.#step = actual;
      this.#turns = 0;
    }
    this.#draw();
  }

  #draw(): void {
    const frame = this.querySelector<HTMLElement>(".daftar-viewer__frame");
    if (frame === null) return;
    const width = frame.clientWidth * (zoomSteps[this.#step] ?? 1);
    for (const page of frame.querySelectorAll<HTMLElement>(".daftar-viewer__page")) {
      const image = page.querySelector("img");
      if (image !== null && image.naturalWidth > 0) place(page, image, width, this.#turns);
    }
  }
}

/** On its side an image is as wide as it was high, so the box around it takes the turned size. */
function place(page: HTMLElement, image: HTMLImageElement, width: number, turns: number): void {
  const ratio = image.naturalHeight / image.naturalWidth;
  const onSide = turns % 2 === 1;
  const imageWidth = onSide ? width / ratio : width;
  const imageHeight = imageWidth * ratio;
  page.style.width = `${onSide ? imageHeight : imageWidth}px`;
  page.style.height = `${onSide ? imageWidth : imageHeight}px`;
  image.style.maxWidth = "none";
  image.style.width = `${imageWidth}px`;
  image.style.transform = `translate(-50%, -50%) rotate(${turns * 90}deg)`;
  image.classList.add("daftar-viewer__image--placed");
}
