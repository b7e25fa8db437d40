import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
} from "govuk-frontend";
import { offerShortcutToggle } from "./shortcuts.ts";

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
];

/** Wakes what stands on the page; called again when an upload brings a new page without a reload. */
export function startPage(): void {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  for (const component of components) createAll(component);
  offerShortcutToggle();
}
