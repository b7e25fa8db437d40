import { safeHref } from "../link/safe-href.ts";
import type { Slot } from "../slot.ts";

export interface AutosaveProps {
  /** Seals what this device keeps until it is saved: 32 bytes in hexadecimal, the same for the same person and page. */
  readonly copyKey: string;
  readonly signInHref: string;
  readonly texts: {
    readonly saving: string;
    /** With `%{time}`. */
    readonly saved: string;
    /** The line is cut; the page tries again by itself. */
    readonly cut: string;
    readonly again: string;
    readonly signedOut: string;
    readonly signIn: string;
    /** Another tab or device saved the same page meanwhile. */
    readonly stale: string;
    /** Half a change of a complete application waits for the button. */
    readonly withheld: string;
    /** Nothing can be saved any more. */
    readonly closed: string;
  };
  /** The form. */
  readonly children?: Slot;
}

/** A form that saves itself while it is typed and says so in one line; an ordinary form without JavaScript. */
export function Autosave({ children, copyKey, signInHref, texts }: AutosaveProps) {
  return (
    <daftar-autosave
      data-key={copyKey}
      data-saving={texts.saving}
      data-saved={texts.saved}
      data-cut={texts.cut}
      data-signed-out={texts.signedOut}
      data-stale={texts.stale}
      data-withheld={texts.withheld}
      data-closed={texts.closed}
    >
      {children}
      <div class="daftar-autosave__status" tabindex={-1} hidden>
        <span class="daftar-autosave__text" />
        <a
          class="govuk-link daftar-autosave__sign-in"
          href={safeHref(signInHref)}
          target="_blank"
          rel="noopener"
          hidden
        >
          {texts.signIn}
        </a>
        <button type="button" class="daftar-autosave__again" hidden>
          {texts.again}
        </button>
      </div>
      <p class="govuk-visually-hidden" role="status" />
    </daftar-autosave>
  );
}
