import { drawnText, frameField, textOf } from "./form-text.ts";
import { localCopy, type LocalCopy } from "./local-copy.ts";
import { SaveQueue, sendUnsaved, type SavedPage, type Shown, type Unsaved } from "./save-queue.ts";
import { sendSave } from "./save-request.ts";

/** Which words say why the service will not save. */
const refusals: Readonly<Record<string, string>> = {
  signed_out: "signedOut",
  no_session: "signedOut",
  forged: "signedOut",
  stale: "stale",
  withheld: "withheld",
  not_editable: "closed",
};

/** Saves the form inside it while it is typed, and never gives the page up before what was typed is saved. */
export class AutosaveElement extends HTMLElement {
  #queue: SaveQueue | undefined;
  #copy: LocalCopy | undefined;
  #drawn = "";
  #isPressed = false;
  #mayLeave = false;
  #spoken = "";

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (form === null || this.#queue !== undefined) return;
    this.#copy = localCopy(form.action, this.dataset["key"] ?? "");
    this.#drawn = drawnText(form);
    const page: SavedPage = {
      read: () => textOf(form),
      send: (text, how) => sendSave(form, text, how),
      show: (shown) => this.#show(shown),
      keep: (unsaved) => this.#copy?.put(unsaved && JSON.stringify(unsaved)),
    };
    const queue = new SaveQueue(page, { saved: this.#drawn, version: Number(frameField(form, "version")?.value) });
    this.#queue = queue;
    for (const kind of ["input", "change"]) form.addEventListener(kind, () => queue.changed());
    form.addEventListener("submit", (event) => {
      if (this.#mayLeave) return;
      event.preventDefault();
      const { submitter } = event;
      // A named button asks for something else than going on, such as the next choices of a region.
      void (submitter?.hasAttribute("name") === true ? this.#pass(form, queue, submitter) : this.#press(form, queue));
    });
    this.querySelector(".daftar-autosave__again")?.addEventListener("click", () => form.requestSubmit());
    this.#listen(queue);
    void this.#restore(form, page);
  }

  #listen(queue: SaveQueue): void {
    window.addEventListener("online", () => void queue.flush());
    window.addEventListener("focus", () => void queue.flush());
    window.addEventListener("pagehide", () => void queue.flush(true));
    document.addEventListener("visibilitychange", () => void queue.flush(document.visibilityState === "hidden"));
    window.addEventListener("beforeunload", (event) => {
      const isFailing = this.classList.contains("daftar-autosave--failed");
      if (isFailing && !this.#mayLeave && !queue.isSaved()) event.preventDefault();
    });
  }

  async #press(form: HTMLFormElement, queue: SaveQueue): Promise<void> {
    if (this.#isPressed) return;
    this.#isPressed = true;
    const pressed = await queue.press();
    this.#mayLeave = pressed.kind !== "stay";
    if (pressed.kind === "go") location.assign(pressed.to);
    else if (pressed.kind === "form") form.submit();
    else this.querySelector<HTMLElement>(".daftar-autosave__status")?.focus();
    // The next page may not come either, and then the button is needed again.
    setTimeout(() => (this.#isPressed = this.#mayLeave = false), pressed.kind === "stay" ? 0 : 10_000);
  }

  /** Lets a form go by itself once everything is saved, so that it goes with the version that holds. */
  async #pass(form: HTMLFormElement, queue: SaveQueue, submitter: HTMLElement): Promise<void> {
    await queue.flush();
    if (!queue.isSaved()) return this.querySelector<HTMLElement>(".daftar-autosave__status")?.focus();
    // Not within the event that was just refused: a form that is being submitted does not listen.
    setTimeout(() => {
      this.#mayLeave = true;
      form.requestSubmit(submitter);
      this.#mayLeave = false;
    });
  }

  /** Gives back what an earlier page could not save: the service draws it anew, with all that follows from it. */
  async #restore(form: HTMLFormElement, page: SavedPage): Promise<void> {
    const unsaved = readUnsaved(await this.#copy?.read());
    if (unsaved === undefined || unsaved.text === this.#drawn) {
      if (unsaved !== undefined) page.keep(undefined);
      // Something may have been typed, or filled in by the browser, before this script came.
      return this.#queue?.changed();
    }
    form.inert = true;
    this.#show({ kind: "saving" });
    const told = await sendUnsaved(page, unsaved);
    if (told.kind === "cut") {
      this.#show(told);
      setTimeout(() => void this.#restore(form, page), 5_000);
      return;
    }
    form.inert = false;
    if (told.kind === "saved") {
      page.keep(undefined);
      // Not a reload: a page that answered a form would ask whether to send the form again.
      location.assign(location.pathname + location.search);
    } else if (told.code === "stale") {
      // Only its person can say which is right, so both are shown beside each other.
      page.keep(undefined);
      this.#mayLeave = true;
      postAnew(form, unsaved);
    } else this.#show(told);
  }

  /** Shows every step to the eye; says aloud only when something turns, not each time that the clock has moved on. */
  #show(shown: Shown): void {
    const words = shown.kind === "refused" ? (refusals[shown.code] ?? "closed") : shown.kind;
    const text = (this.dataset[words] ?? "").replace("%{time}", shown.kind === "saved" ? shown.time : "");
    const failed = shown.kind === "cut" || shown.kind === "refused";
    if (shown.kind !== "saving") this.classList.toggle("daftar-autosave--failed", failed);
    this.querySelector(".daftar-autosave__status")?.removeAttribute("hidden");
    this.querySelector(".daftar-autosave__sign-in")?.toggleAttribute("hidden", words !== "signedOut");
    this.querySelector(".daftar-autosave__again")?.toggleAttribute("hidden", shown.kind !== "cut");
    put(this.querySelector(".daftar-autosave__text"), text);
    if (shown.kind === "saved") tellTime(shown.time);
    if (shown.kind === "saving" || words === this.#spoken) return;
    this.#spoken = words;
    put(this.querySelector("[role=status]"), text);
  }
}

function readUnsaved(json: string | undefined): Unsaved | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as Unsaved);
}

function postAnew(form: HTMLFormElement, { text, version }: Unsaved): void {
  const anew = document.createElement("form");
  anew.method = "post";
  anew.action = form.action;
  const fields = new URLSearchParams(text);
  fields.set("csrf", frameField(form, "csrf")?.value ?? "");
  fields.set("version", String(version));
  for (const [name, value] of fields) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    anew.append(input);
  }
  document.body.append(anew);
  anew.submit();
}

/** Elsewhere on the page stands when the application was saved last. */
function tellTime(time: string): void {
  const place = document.querySelector<HTMLElement>("[data-saved-at]");
  put(place, (place?.dataset["savedAt"] ?? "").replace("%{time}", time));
}

function put(place: Element | null, text: string): void {
  if (place !== null && place.textContent !== text) place.textContent = text;
}
