import { frameField } from "./form-text.ts";
import type { How, Told } from "./save-queue.ts";

/** No answer for so long is a line that was cut. */
const PATIENCE_MS = 30_000;

/** What a browser sends even when its page goes away. */
const MOST_KEPT_ALIVE = 60_000;

interface Said {
  readonly code?: string;
  readonly csrf?: string;
  readonly version?: number;
  readonly time?: string;
  readonly to?: string;
}

/** Sends the text of a form to where the form goes, and moves the form's version on once it is saved. */
export async function sendSave(form: HTMLFormElement, text: string, how: How): Promise<Told> {
  try {
    const { status, said } = await ask(form, text, how);
    const csrf = frameField(form, "csrf");
    if (said.code !== "old_tab" || said.csrf === undefined || csrf === undefined) return settle(form, status, said);
    // Somebody signed in anew, in another tab: the form goes on under the token that holds now.
    csrf.value = said.csrf;
    const second = await ask(form, text, how);
    return settle(form, second.status, second.said);
  } catch {
    return { kind: "cut" };
  }
}

async function ask(form: HTMLFormElement, text: string, how: How): Promise<{ status: number; said: Said }> {
  const body = new URLSearchParams(text);
  body.set("csrf", frameField(form, "csrf")?.value ?? "");
  body.set("version", String(how.version));
  const from = frameField(form, "from")?.value;
  if (from !== undefined) body.set("from", from);
  if (how.byItself) body.set("by_itself", "yes");
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
      credentials: "same-origin",
      keepalive: how.leaving && text.length < MOST_KEPT_ALIVE,
      signal: patience.signal,
    });
    return { status: response.status, said: (await response.json()) as Said };
  } finally {
    clearTimeout(timer);
  }
}

function settle(form: HTMLFormElement, status: number, said: Said): Told {
  const told = toTold(status, said);
  const version = frameField(form, "version");
  if (told.kind === "saved" && version !== undefined) version.value = String(told.version);
  return told;
}

/** What an answer means; a service that is busy or broken is waited for as for a line. */
export function toTold(status: number, said: Said): Told {
  if (status === 200 && said.version !== undefined) {
    return { kind: "saved", version: said.version, time: said.time ?? "", to: said.to };
  }
  if (status >= 500 || status === 429 || said.code === "busy") return { kind: "cut" };
  return { kind: "refused", code: said.code ?? "" };
}
