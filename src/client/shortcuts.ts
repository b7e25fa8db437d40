const storageKey = "daftar-shortcuts";

/** Keys of the console: an element with `data-shortcut="a"` is clicked, or focused if it is a field, by that key. */
export function listenToShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || isOff()) return;
    const key = event.key.toLowerCase();
    if (actOnRow(key)) {
      event.preventDefault();
      return;
    }
    if (goToNext(key)) {
      event.preventDefault();
      return;
    }
    const found = [...document.querySelectorAll<HTMLElement>("[data-shortcut]")].find(
      (element) => element.dataset["shortcut"]?.toLowerCase() === key,
    );
    if (found === undefined) return;
    event.preventDefault();
    if (isField(found)) focusUnfolded(found);
    else found.click();
    // What was opened is where one goes on.
    found.closest("summary")?.focus();
  });
}

/** On a narrow screen a field may be folded away, by the button before what it is in. */
function focusUnfolded(field: HTMLElement): void {
  const fold = field.closest(".daftar-fold:not([open]) + *")?.previousElementSibling;
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  field.focus();
}

/** Goes to the next of the elements with this `data-shortcut-cycle`, after the last to the first; says whether there is one. */
function goToNext(key: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-shortcut-cycle]")]
    .filter((element) => element.dataset["shortcutCycle"] === key)
    .map((element) => element.closest<HTMLElement>("summary") ?? element);
  const at = all.findIndex((element) => element === document.activeElement);
  all[(at + 1) % all.length]?.focus();
  return all.length > 0;
}

/**
 * Rows of a list, each by its link with `data-shortcut-row`: J goes to the next, K to the one before,
 * X picks it, O opens it, as Enter does on any link. Says whether there was something to do.
 */
function actOnRow(key: string): boolean {
  if (key !== "j" && key !== "k" && key !== "x" && key !== "o") return false;
  const links = [...document.querySelectorAll<HTMLElement>("[data-shortcut-row]")];
  const row = document.activeElement?.closest("tr");
  const at = links.findIndex((link) => row?.contains(link) === true);
  if (key === "x") {
    const box = at === -1 ? null : row?.querySelector<HTMLInputElement>("input[type=checkbox]");
    box?.click();
    return box !== null && box !== undefined;
  }
  if (key === "o") {
    links[at]?.click();
    return at !== -1;
  }
  const next = key === "j" ? at + 1 : at === -1 ? links.length - 1 : at - 1;
  links[next]?.focus();
  return links.length > 0;
}

/** Names the keys and offers to turn them off, for people whose software types for them. */
export function offerShortcutToggle(): void {
  const line = document.querySelector<HTMLElement>("[data-module='daftar-shortcuts']");
  const button = line?.querySelector("button") ?? null;
  if (line === null || button === null) return;
  const turnOff = button.textContent;
  const turnOn = button.dataset["turnOn"] ?? turnOff;
  line.hidden = false;
  button.textContent = isOff() ? turnOn : turnOff;
  button.addEventListener("click", () => {
    remember(!isOff());
    button.textContent = isOff() ? turnOn : turnOff;
  });
}

let off = readStored();

function isOff(): boolean {
  return off;
}

function remember(value: boolean): void {
  off = value;
  try {
    localStorage.setItem(storageKey, value ? "off" : "on");
  } catch {
    // Storage can be forbidden; the choice then holds for this page.
  }
}

function readStored(): boolean {
  try {
    return localStorage.getItem(storageKey) === "off";
  } catch {
    return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return isField(target) || target.isContentEditable;
}

function isField(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !["button", "submit", "checkbox", "radio"].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
