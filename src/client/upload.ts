import { fileHint } from "./file-hint.ts";
import { isShrinkable, shrinkPicture } from "./shrink-picture.ts";
import { startPage } from "./start-page.ts";

/**
 * Sends the form inside it with progress in sight. The answer is the same page the ordinary form would lead to; it
 * replaces the body in place, because asking for it again would lose a message that is shown once.
 */
export class UploadElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", () => this.#hint());
    this.addEventListener("submit", (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
      event.preventDefault();
      void this.#prepare(form);
    });
  }

  #hint(): "too-large" | "wrong-type" | undefined {
    const file = this.#chosen();
    const { maxBytes, tooLarge, willShrink, wrongType } = this.dataset;
    const hint = file && fileHint(file, { maxBytes: Number(maxBytes), types: this.#types() });
    const tooLargeText = file && isShrinkable(file, this.#types()) ? willShrink : tooLarge;
    this.#say(hint === "too-large" ? tooLargeText : hint === "wrong-type" ? wrongType : "");
    return hint;
  }

  #chosen(): File | undefined {
    return this.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
  }

  #types(): readonly string[] {
    return (this.dataset["types"] ?? "").split(",");
  }

  /** Sends what fits; makes a photograph that does not fit smaller first. */
  async #prepare(form: HTMLFormElement): Promise<void> {
    const file = this.#chosen();
    const data = new FormData(form);
    if (this.#hint() !== "too-large" || file === undefined) return this.#send(form, data);
    if (!isShrinkable(file, this.#types())) return;
    this.#say(this.dataset["shrinking"]);
    const smaller = await shrinkPicture(file, Number(this.dataset["maxBytes"]));
    const name = this.querySelector<HTMLInputElement>("input[type=file]")?.name;
    if (smaller === undefined || name === undefined) return this.#say(this.dataset["tooLarge"]);
    data.set(name, smaller);
    this.#send(form, data);
  }

  #send(form: HTMLFormElement, data: FormData): void {
    const { checking, failed, uploading } = this.dataset;
    const buttons = [...form.querySelectorAll("button")];
    const setBusy = (busy: boolean): void => {
      for (const button of buttons) button.disabled = busy;
      this.querySelector(".daftar-upload__progress")?.toggleAttribute("hidden", !busy);
    };
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "text";
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const percent = Math.round((event.loaded / event.total) * 100);
      const bar = this.querySelector("progress");
      if (bar !== null) bar.value = percent;
      this.#say(percent < 100 ? uploading?.replace("%{percent}", String(percent)) : checking);
    });
    request.addEventListener("load", () => {
      if (!showAnswer(request)) fail();
    });
    const fail = (): void => {
      setBusy(false);
      this.#say(failed);
    };
    request.addEventListener("error", fail);
    request.addEventListener("timeout", fail);
    request.addEventListener("abort", fail);
    setBusy(true);
    request.send(data);
  }

  #say(text: string | undefined): void {
    const status = this.querySelector(".daftar-upload__status");
    if (status !== null) status.textContent = text ?? "";
  }
}

function showAnswer(request: XMLHttpRequest): boolean {
  if (!(request.getResponseHeader("content-type") ?? "").startsWith("text/html")) return false;
  const answer = new DOMParser().parseFromString(request.responseText, "text/html");
  history.pushState(null, "", request.responseURL);
  window.addEventListener("popstate", () => location.reload(), { once: true });
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  window.scrollTo(0, 0);
  // An error summary or a banner takes the focus next; without one, reading goes on from the content.
  document.querySelector<HTMLElement>("#main-content")?.focus();
  startPage();
  return true;
}
