import { fileHint } from "./file-hint.ts";
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
      if (this.#hint() !== "too-large") this.#send(form);
    });
  }

  #hint(): "too-large" | "wrong-type" | undefined {
    const file = this.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
    const { maxBytes, types, tooLarge, wrongType } = this.dataset;
    const hint = file && fileHint(file, { maxBytes: Number(maxBytes), types: (types ?? "").split(",") });
    this.#say(hint === "too-large" ? tooLarge : hint === "wrong-type" ? wrongType : "");
    return hint;
  }

  #send(form: HTMLFormElement): void {
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
    // The data are read before the buttons are disabled: a disabled button sends no value.
    const data = new FormData(form);
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
