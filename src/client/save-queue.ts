/** What a save came to. */
export type Told =
  | { readonly kind: "saved"; readonly version: number; readonly time: string; readonly to?: string | undefined }
  /** No answer, or one that only waiting mends. */
  | { readonly kind: "cut" }
  /** The service will not; `code` says why. */
  | { readonly kind: "refused"; readonly code: string };

/** What the person is shown of it. */
export type Shown = Told | { readonly kind: "saving" };

/** How a press on the button ends: elsewhere, as an ordinary form, or on this page, where the reason is shown. */
export type Pressed =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "form" }
  | { readonly kind: "stay" };

/** What is not saved yet: the text, the version it was made from, and an older text that may have arrived. */
export interface Unsaved {
  readonly text: string;
  readonly version: number;
  readonly unanswered?: string | undefined;
}

export interface How {
  readonly version: number;
  /** Nobody pressed the button. */
  readonly byItself: boolean;
  /** The page goes away and will not read the answer. */
  readonly leaving: boolean;
}

export interface SavedPage {
  /** The form as it stands, as one text. */
  read(): string;
  send(text: string, how: How): Promise<Told>;
  show(shown: Shown): void;
  /** Keeps on this device what is not saved yet; undefined once it is. */
  keep(unsaved: Unsaved | undefined): void;
}

/** So long after the last key a page is saved, and at the latest so long after the first. */
const IDLE_MS = 3_000;
const LATEST_MS = 20_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Saves a page while it is typed. At most one save is on its way. One whose answer got lost on the line is sent again
 * unchanged before anything newer: the service may have taken it, and knows it again by its text, so that a page never
 * comes into conflict with itself. After a conflict with another tab nothing is sent by itself any more.
 */
export class SaveQueue {
  readonly #page: SavedPage;
  #saved: string;
  #version: number;
  #unanswered: string | undefined;
  #running: Promise<unknown> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstChange: number | undefined;
  #wait = FIRST_WAIT_MS;
  #refused: { readonly code: string; readonly text: string } | undefined;

  constructor(page: SavedPage, start: { readonly saved: string; readonly version: number }) {
    this.#page = page;
    this.#saved = start.saved;
    this.#version = start.version;
  }

  isSaved(): boolean {
    return this.#unanswered === undefined && this.#page.read() === this.#saved;
  }

  /** Something was typed: saves once the typing stops. */
  changed(): void {
    this.#keep();
    if (this.isSaved()) return this.#stopWaiting();
    this.#firstChange ??= Date.now();
    const latest = this.#firstChange + LATEST_MS - Date.now();
    // While the line is cut the next try has its time already.
    if (this.#wait === FIRST_WAIT_MS) this.#saveIn(Math.max(0, Math.min(IDLE_MS, latest)));
  }

  /** Saves now what is not saved, after the save on its way: the line is back, or the person looks elsewhere. */
  async flush(leaving = false): Promise<void> {
    if (leaving && this.#running !== undefined) return;
    // What is on its way may fail by what is mended already: the cut line, the session that was over.
    while (this.#running !== undefined) await this.#running;
    if (this.isSaved() || !this.#mayTry()) return;
    this.#stopWaiting();
    await this.#run(this.#save(leaving));
    if (!leaving && !this.isSaved() && this.#timer === undefined && this.#mayTry()) this.#saveIn(IDLE_MS);
  }

  /** The button was pressed: whatever is on its way first, then the page as its person wants it saved. */
  async press(): Promise<Pressed> {
    await this.#running;
    this.#stopWaiting();
    return this.#run(this.#saveAsPressed());
  }

  #run<T>(work: Promise<T>): Promise<T> {
    this.#running = work;
    return work.finally(() => (this.#running = undefined));
  }

  async #saveAsPressed(): Promise<Pressed> {
    this.#page.show({ kind: "saving" });
    const text = this.#page.read();
    if (this.#unanswered !== undefined && this.#unanswered !== text) {
      const told = await this.#send(this.#unanswered, true, false);
      if (told.kind === "cut") return this.#stay(told, text);
    }
    const told = await this.#send(text, false, false);
    if (told.kind === "saved") return told.to === undefined ? { kind: "form" } : { kind: "go", to: told.to };
    return told.kind === "refused" && isForForm(told.code) ? { kind: "form" } : this.#stay(told, text);
  }

  #stay(told: Told, text: string): Pressed {
    this.#settle(told, text);
    return { kind: "stay" };
  }

  async #save(leaving: boolean): Promise<void> {
    const text = this.#unanswered ?? this.#page.read();
    this.#page.show({ kind: "saving" });
    this.#settle(await this.#send(text, true, leaving), text);
  }

  async #send(text: string, byItself: boolean, leaving: boolean): Promise<Told> {
    this.#unanswered = text;
    this.#keep();
    const told = await this.#page.send(text, { version: this.#version, byItself, leaving });
    if (told.kind === "cut" || (told.kind === "refused" && isAboutSession(told.code))) return told;
    this.#unanswered = undefined;
    if (told.kind === "saved") {
      this.#saved = text;
      this.#version = told.version;
      this.#refused = undefined;
      this.#wait = FIRST_WAIT_MS;
      this.#firstChange = undefined;
    }
    this.#keep();
    return told;
  }

  #keep(): void {
    const [text, version, unanswered] = [this.#page.read(), this.#version, this.#unanswered];
    this.#page.keep(this.isSaved() ? undefined : { text, version, unanswered });
  }

  #settle(told: Told, text: string): void {
    this.#page.show(told);
    if (told.kind === "refused") this.#refused = { code: told.code, text };
    if (told.kind !== "cut") return;
    this.#saveIn(this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** A refusal stands until what it depends on may have changed. */
  #mayTry(): boolean {
    if (this.#refused === undefined || isAboutSession(this.#refused.code)) return true;
    return this.#refused.code === "withheld" && this.#refused.text !== this.#page.read();
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, milliseconds);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#firstChange = undefined;
  }
}

/**
 * Sends what an earlier page could not save: first what may have arrived already, then what was typed after it, so that
 * this is no conflict with itself either.
 */
export async function sendUnsaved(
  { send }: Pick<SavedPage, "send">,
  { text, version, unanswered }: Unsaved,
): Promise<Told> {
  const how = { byItself: true, leaving: false };
  if (unanswered === undefined || unanswered === text) return send(text, { ...how, version });
  const told = await send(unanswered, { ...how, version });
  if (told.kind === "cut") return told;
  return send(text, { ...how, version: told.kind === "saved" ? told.version : version });
}

/** Whether somebody who signs in again mends it. */
function isAboutSession(code: string): boolean {
  return code === "signed_out" || code === "no_session" || code === "forged";
}

/**
 * Whether the form, sent as a form, leads to where nothing is lost: to both texts beside each other, or over the login
 * back to what was sent.
 */
function isForForm(code: string): boolean {
  return code === "stale" || code === "signed_out";
}
