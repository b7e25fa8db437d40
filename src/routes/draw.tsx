import type { Assets } from "../platform/http/assets.ts";
import type { Refusal } from "../platform/refusals.ts";
import { paths } from "../paths.ts";
import { isTextKey, type TextKey } from "../texts/texts.ts";
import { Page, type Layout } from "../ui/page/page.tsx";
import type { HeaderProps } from "../ui/page/header.tsx";
import type { Slot } from "../ui/slot.ts";
import { html } from "./respond.ts";
import type { Visit } from "./route.ts";

export interface PageOptions {
  readonly title: string;
  /** Institution or area, shown beside the name of the service. */
  readonly area?: string | undefined;
  /** True when the page shows errors: the title says so first and the status is 422. */
  readonly errors?: boolean;
  readonly status?: number;
  readonly back?: { readonly href: string; readonly text?: string } | undefined;
  readonly layout?: Layout;
  readonly side?: Slot;
  readonly hero?: Slot;
  readonly banner?: Slot;
  readonly headers?: Record<string, string>;
}

/** Draws a whole page around what a route shows: head, menu, languages, foot, in the visitor's language. */
export type Draw = (visit: Visit, options: PageOptions, content: Slot) => Response;

/** Makes the drawer once, with the addresses of the built assets. */
export function drawWith(assets: Pick<Assets, "href">): Draw {
  return (visit, options, content) => {
    const { say } = visit;
    const page = (
      <Page
        lang={visit.language}
        title={options.title}
        service={say("frame.service")}
        errorPrefix={options.errors ? say("frame.error_prefix") : undefined}
        skipLink={say("frame.skip")}
        asset={assets.href}
        header={header(visit, options.area)}
        footer={footer(visit)}
        back={options.back && { href: options.back.href, text: options.back.text ?? say("frame.back") }}
        layout={options.layout ?? "reading"}
        side={options.side}
        hero={options.hero}
        banner={options.banner}
      >
        {content}
      </Page>
    );
    return html(page, options.status ?? (options.errors ? 422 : 200), options.headers);
  };
}

function header(visit: Visit, area: string | undefined): HeaderProps {
  const { say, session, url } = visit;
  const staff = session?.staff ? [{ text: say("frame.console"), href: paths.console.queue }] : [];
  return {
    name: say("frame.service"),
    homeHref: paths.portal,
    area: area ?? say("frame.portal"),
    navigationLabel: say("frame.navigation"),
    navigation: [
      { text: say("frame.programs"), href: paths.portal, current: url.pathname === paths.portal },
      ...staff.map((item) => ({ ...item, current: url.pathname.startsWith(item.href) })),
      { text: say("frame.help"), href: paths.help, current: url.pathname === paths.help },
    ],
    languages: (["id", "en"] as const).map((lang) => ({
      lang,
      text: lang.toUpperCase(),
      label: say(`frame.language_${lang}`),
      href: languageHref(visit, lang),
      current: lang === visit.language,
    })),
    account: session
      ? {
          kind: "signed-in",
          name: say("frame.account"),
          links: [
            { text: say("frame.home"), href: paths.account.home },
            { text: say("frame.profile"), href: paths.account.profile },
            { text: say("frame.password"), href: paths.account.password },
          ],
          signOut: {
            action: paths.account.logout,
            text: say("frame.sign_out"),
            hidden: [{ name: "csrf", value: visit.csrf }],
          },
        }
      : { kind: "signed-out", href: paths.account.login, text: say("frame.sign_in") },
  };
}

/** The same page in another language. After a post only its address can be asked for again. */
function languageHref(visit: Visit, language: string): string {
  const query = new URLSearchParams(visit.url.searchParams);
  query.set("lang", language);
  return `${visit.url.pathname}?${query.toString()}`;
}

function footer(visit: Visit) {
  const { say } = visit;
  return {
    links: [
      { text: say("frame.privacy"), href: paths.privacy },
      { text: say("frame.accessibility"), href: paths.accessibility },
      { text: say("frame.phishing"), href: paths.phishing },
    ],
    note: say("frame.note"),
  };
}

/** Draws a refusal: what happened, and what to do now. */
export function refusalPageWith(draw: Draw): (visit: Visit, refusal: Refusal) => Response {
  return (visit, refusal) => {
    const { say } = visit;
    const title = textOf(`refusal.${refusal.code}.title`, "refusal.broken.title");
    const text = textOf(`refusal.${refusal.code}.text`, "refusal.broken.text");
    const wait = refusal.retryAfterSeconds;
    return draw(
      visit,
      {
        title: say(title),
        status: refusal.status,
        headers: wait === undefined ? {} : { "retry-after": String(wait) },
      },
      <>
        <h1 class="govuk-heading-l">{say(title)}</h1>
        <p class="govuk-body">{say(text, { minutes: Math.ceil((wait ?? 60) / 60) })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={visit.session ? paths.account.home : paths.portal}>
            {say(visit.session ? "frame.home" : "frame.to_portal")}
          </a>
        </p>
      </>,
    );
  };
}

function textOf(key: string, otherwise: TextKey): TextKey {
  return isTextKey(key) ? key : otherwise;
}

