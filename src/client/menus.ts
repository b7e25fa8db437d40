/**
 * Closes the menus of the head by the Escape key and by a click elsewhere; opening needs no script. A menu is a
 * `details` beside what it folds, so what is around both counts as inside.
 */
export function closeMenus(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) {
      if (event.target instanceof Node && menu.parentElement?.contains(event.target) !== true) menu.open = false;
    }
  });
}

function openMenus(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll("details[data-module='daftar-menu'][open]");
}
