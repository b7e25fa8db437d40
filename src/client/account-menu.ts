/** Closes the account menu by the Escape key and by a click elsewhere; opening needs no script. */
export function closeAccountMenu(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = openMenu();
    if (menu === null) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    const menu = openMenu();
    if (menu !== null && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>("[data-module='daftar-account'][open]");
}
