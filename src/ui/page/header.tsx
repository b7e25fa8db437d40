import { classes } from "../classes.ts";
import { drawnOnce } from "../drawn-once.ts";
import { Fold } from "../fold/fold.tsx";
import { safeHref } from "../link/safe-href.ts";
import { AccountMenu, type Account } from "./account-menu.tsx";

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
}

export interface LanguageChoice {
  readonly lang: string;
  /** Short form shown, such as "ID". */
  readonly text: string;
  /** Full form for screen readers, in its own language. */
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
}

export interface HeaderProps {
  readonly name: string;
  readonly homeHref: string;
  /** The institution or the area the page belongs to. */
  readonly area?: string | undefined;
  /** Accessible name of the navigation. */
  readonly navigationLabel: string;
  /** The button that opens the navigation where there is no room for it. */
  readonly menuText: string;
  readonly navigation?: readonly NavigationItem[];
  readonly languages?: readonly LanguageChoice[];
  readonly account?: Account;
}

/** The service's head: name, area, navigation, languages and the account, over the kawung band. One row on a phone. */
export function Header(props: HeaderProps & { readonly logo: string }) {
  const { account } = props;
  return (
    <>
      <header class="daftar-header">
        <div class="govuk-width-container daftar-header__row">
          <Brand logo={props.logo} name={props.name} homeHref={props.homeHref} area={props.area} />
          <Fold
            summaryText={props.menuText}
            classes="daftar-header__fold"
            attributes={{ "data-module": "daftar-menu" }}
          />
          <nav class="daftar-header__nav" aria-label={props.navigationLabel}>
            <ul class="daftar-header__menu">
              <Navigation items={props.navigation ?? []} />
              {props.languages !== undefined && <Languages languages={props.languages} />}
              {account?.kind === "signed-in" && <AccountMenu account={account} />}
            </ul>
          </nav>
          {account?.kind === "signed-out" && (
            <a class="daftar-header__link daftar-header__link--strong" href={safeHref(account.href)}>
              {account.text}
            </a>
          )}
        </div>
      </header>
      <div class="daftar-band" aria-hidden="true" />
    </>
  );
}

const Brand = drawnOnce(drawBrand);

function drawBrand(props: Pick<HeaderProps, "name" | "homeHref" | "area"> & { readonly logo: string }) {
  return (
    <div class="daftar-header__brand">
      <a class="daftar-header__home" href={safeHref(props.homeHref)}>
        <img src={props.logo} alt="" width="32" height="32" />
        {props.name}
      </a>
      {props.area !== undefined && <span class="daftar-header__area">{props.area}</span>}
    </div>
  );
}

const Navigation = drawnOnce(drawNavigation);

function drawNavigation(props: { readonly items: readonly NavigationItem[] }) {
  return (
    <>
      {props.items.map((item) => (
        <li>
          <a
            class="daftar-header__link"
            href={safeHref(item.href)}
            aria-current={item.current === true ? "page" : undefined}
          >
            {item.text}
          </a>
        </li>
      ))}
    </>
  );
}

function Languages(props: { readonly languages: readonly LanguageChoice[] }) {
  return (
    <li class="daftar-languages">
      {props.languages.map((choice, index) => (
        <>
          {index > 0 && <span aria-hidden="true">·</span>}
          <a
            class={classes(
              "daftar-header__link",
              "daftar-languages__item",
              choice.current === true && "daftar-languages__item--current",
            )}
            href={safeHref(choice.href)}
            lang={choice.lang}
            hreflang={choice.lang}
            aria-current={choice.current === true ? "true" : undefined}
          >
            <span aria-hidden="true">{choice.text}</span>
            <span class="govuk-visually-hidden">{choice.label}</span>
          </a>
        </>
      ))}
    </li>
  );
}
