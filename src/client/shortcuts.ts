const storageKey = "daftar-shortcuts";

/** Keys of the console: an element with `data-shortcut="a"` is clicked, or focused if it is a field, by that key. */
export function listenToShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || isOff()) return;
    const key = event.key.toLowerCase();
    const found = [...document.querySelectorAll<HTMLElement>("[data-shortcut]")].find(
      (element) => element.dataset["shortcut"]?.toLowerCase() === key,
    );
    if (found === undefined) return;
    event.preventDefault();
    if (isField(found)) found.focus();
    else found.click();
  });
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
