const sending = new WeakMap<HTMLFormElement, number>();

// Long enough for a slow line, short enough that a stopped request can be sent again.
const waitMs = 10_000;

/** Lets a form be sent once while its answer is on the way: two taps must not make two applications. */
export function guardSubmits(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    const sent = sending.get(form);
    if (sent !== undefined && performance.now() - sent < waitMs) event.preventDefault();
    else sending.set(form, performance.now());
  });
  // A page that comes back from the browser's memory can be sent anew.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sending.delete(form);
  });
}
