import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser";

/** Lets the person's device answer a form: it makes a passkey, or signs in with one. */
export class PasskeyElement extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || !browserSupportsWebAuthn()) return;
    form.hidden = false;
    this.querySelector<HTMLElement>("[data-part=fallback]")?.remove();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#answer(form);
    });
  }

  async #answer(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    this.#say("");
    try {
      const options = await this.#post(this.dataset["ask"] ?? "", new URLSearchParams({ csrf: csrfOf(form) }));
      const response = await this.#askDevice(options);
      if (response === undefined) return this.#say(this.dataset["failed"] ?? "");
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      body.set("response", JSON.stringify(response));
      const { to, message } = (await this.#post(form.action, body)) as { to?: string; message?: string };
      if (to === undefined) this.#say(message ?? this.dataset["failed"] ?? "");
      else location.assign(to);
    } catch {
      this.#say(this.dataset["cut"] ?? "");
    } finally {
      if (button) button.disabled = false;
    }
  }

  /** The device's answer; undefined when the person called it off or the device has nothing to offer. */
  async #askDevice(options: unknown): Promise<unknown> {
    try {
      return this.dataset["kind"] === "add"
        ? await startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"] })
        : await startAuthentication({
            optionsJSON: options as Parameters<typeof startAuthentication>[0]["optionsJSON"],
          });
    } catch {
      return undefined;
    }
  }

  async #post(address: string, body: URLSearchParams): Promise<unknown> {
    const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    return answer.json();
  }

  #say(text: string): void {
    const place = this.querySelector<HTMLElement>("[role=alert]");
    if (!place) return;
    place.textContent = text;
    place.hidden = text === "";
  }
}

function csrfOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
}
