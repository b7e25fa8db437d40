import { fileHint } from "./file-hint.ts";
import { sendInPieces } from "./send-in-pieces.ts";
import { isShrinkable, shrinkPicture } from "./shrink-picture.ts";
import { startPage } from "./start-page.ts";

/**
 * Sends the form inside it with progress in sight. The answer is the same page the ordinary form would lead to; it
 * replaces the body in place, because asking for it again would lose a message that is shown once.
 */
export class UploadElement extends HTMLElement {
  connectedCallback(): void {
    this.classList.add("daftar-upload--ready");
    this.#say(this.dataset["halfway"]);
    this.addEventListener("change", () => {
      this.#name();
      this.#hint();
    });
    this.addEventListener("submit", (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
      event.preventDefault();
      void this.#prepare(form);
    });
  }

  #name(): void {
    const [name, file] = [this.querySelector(".daftar-upload__chosen"), this.#chosen()];
    if (name !== null && file !== undefined) name.textContent = file.name;
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
    if (this.#hint() !== "too-large" || file === undefined) return this.#send(form, file);
    if (!isShrinkable(file, this.#types())) return;
    this.#say(this.dataset["shrinking"]);
    const smaller = await shrinkPicture(file, Number(this.dataset["maxBytes"]));
    if (smaller === undefined) return this.#say(this.dataset["tooLarge"]);
    return this.#send(form, smaller);
  }

  async #send(form: HTMLFormElement, file: File | undefined): Promise<void> {
    this.#setBusy(form, true);
    const { pieces } = this.dataset;
    // Hashes are only for pages that came by a safe way; without them the file goes in one piece.
    if (pieces === undefined || file === undefined || file.size === 0 || !isSecureContext) this.#sendWhole(form, file);
    else await this.#sendInPieces(form, file, pieces);
  }

  async #sendInPieces(form: HTMLFormElement, file: File, begin: string): Promise<void> {
    const csrf = form.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    const sent = await sendInPieces({
      file,
      begin,
      csrf,
      onProgress: (part) => this.#progress(part),
      onWaiting: () => this.#say(this.dataset["waiting"]),
      onResuming: () => this.#say(this.dataset["resuming"]),
    }).catch(() => undefined);
    if (sent?.outcome === "page") showAnswer(sent.url, sent.html);
    else if (sent?.outcome === "elsewhere") location.reload();
    else this.#fail(form, sent?.outcome === "too-large" ? this.dataset["tooLarge"] : this.dataset["failed"]);
  }

  #sendWhole(form: HTMLFormElement, file: File | undefined): void {
    const data = new FormData(form);
    const name = this.querySelector<HTMLInputElement>("input[type=file]")?.name;
    if (file !== undefined && name !== undefined) data.set(name, file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "text";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) this.#progress(event.loaded / event.total);
    });
    const fail = (): void => this.#fail(form, this.dataset["failed"]);
    request.addEventListener("load", () => {
      const isPage = (request.getResponseHeader("content-type") ?? "").startsWith("text/html");
      if (isPage) showAnswer(request.responseURL, request.responseText);
      else fail();
    });
    request.addEventListener("error", fail);
    request.addEventListener("timeout", fail);
    request.addEventListener("abort", fail);
    request.send(data);
  }

  #setBusy(form: HTMLFormElement, busy: boolean): void {
    for (const button of form.querySelectorAll("button")) button.disabled = busy;
    this.querySelector(".daftar-upload__progress")?.toggleAttribute("hidden", !busy);
  }

  #progress(part: number): void {
    const percent = Math.round(part * 100);
    const bar = this.querySelector("progress");
    if (bar !== null) bar.value = percent;
    const { checking, uploading } = this.dataset;
    this.#say(percent < 100 ? uploading?.replace("%{percent}", String(percent)) : checking);
  }

  #fail(form: HTMLFormElement, text: string | undefined): void {
    this.#setBusy(form, false);
    this.#say(text);
  }

  #say(text: string | undefined): void {
    const status = this.querySelector(".daftar-upload__status");
    if (status !== null) status.textContent = text ?? "";
  }
}

function showAnswer(url: string, html: string): void {
  const answer = new DOMParser().parseFromString(html, "text/html");
  history.pushState(null, "", url);
  window.addEventListener("popstate", () => location.reload(), { once: true });
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  window.scrollTo(0, 0);
  // An error summary or a banner takes the focus next; without one, reading goes on from the content.
  document.querySelector<HTMLElement>("#main-content")?.focus();
  startPage();
}
