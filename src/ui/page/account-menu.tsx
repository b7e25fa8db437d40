import { drawnOnce } from "../drawn-once.ts";
import { safeHref } from "../link/safe-href.ts";

/** A hidden field of a form, such as the one against forged requests. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

export interface SignedOut {
  readonly kind: "signed-out";
  readonly href: string;
  readonly text: string;
}

export interface SignedIn {
  readonly kind: "signed-in";
  /** The person's name, as they know themselves. */
  readonly name: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly signOut: {
    readonly action: string;
    readonly text: string;
    readonly hidden: readonly HiddenField[];
  };
}

export type Account = SignedOut | SignedIn;

/**
 * The person's own menu: behind its name where there is room, and part of the whole menu on a phone. Signing out is a
 * form, since a link could be followed by a preview.
 */
export function AccountMenu({ account }: { readonly account: SignedIn }) {
  return (
    <li class="daftar-account">
      <details class="daftar-account__fold" data-module="daftar-menu">
        <summary class="daftar-account__name">
          <span class="daftar-account__text">{account.name}</span>
        </summary>
      </details>
      <div class="daftar-account__panel">
        <AccountLinks links={account.links} />
        <form class="daftar-account__form" method="post" action={safeHref(account.signOut.action)}>
          {account.signOut.hidden.map((field) => (
            <input type="hidden" name={field.name} value={field.value} />
          ))}
          <button class="daftar-account__sign-out" type="submit">
            {account.signOut.text}
          </button>
        </form>
      </div>
    </li>
  );
}

const AccountLinks = drawnOnce(drawAccountLinks);

function drawAccountLinks(props: Pick<SignedIn, "links">) {
  return (
    <ul class="daftar-account__list">
      {props.links.map((link) => (
        <li>
          <a href={safeHref(link.href)}>{link.text}</a>
        </li>
      ))}
    </ul>
  );
}
