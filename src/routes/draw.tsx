import { htmlOf } from "../jsx/markup.ts";
import type { Assets } from "../platform/http/assets.ts";
import type { Form } from "../platform/http/form.ts";
import type { Refusal } from "../platform/refusals.ts";
import { paths } from "../paths.ts";
import { Slug } from "../program/ids.ts";
import { isTextKey, type TextKey } from "../texts/texts.ts";
import { safeHref } from "../ui/link/safe-href.ts";
import type { Layout } from "../ui/page/page.tsx";
import { isFilled, type Slot } from "../ui/slot.ts";
import { frameWith, type FrameKind, type Hole } from "./frame.tsx";
import { questionsHref } from "./program-page.ts";
import { html, retryHeader } from "./respond.ts";
import type { Visit } from "./route.ts";
import { TypedForm } from "./typed-form.tsx";
import { waitText } from "./wait-words.ts";
import { WaysIn } from "./ways-in.tsx";

export interface PageOptions {
  readonly title: string;
  /** Institution or area, shown beside the name of the service. */
  readonly area?: string | undefined;
  /** The program that the page belongs to: help begins at its questions. Those at the address of a program need not say so. */
  readonly program?: string;
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
  const drawFrame = frameWith(assets);
  return (visit, options, content) => {
    const { back, banner, hero, side, title } = options;
    const fill: Record<Hole, () => string> = {
      title: () => htmlOf(title),
      csrf: () => htmlOf(visit.csrf),
      back_href: () => htmlOf(safeHref(back?.href ?? "")),
      back_text: () => htmlOf(back?.text ?? visit.say("frame.back")),
      help_href: () => htmlOf(safeHref(helpHref(visit, options))),
      in_id: () => htmlOf(safeHref(languageHref(visit, "id"))),
      in_en: () => htmlOf(safeHref(languageHref(visit, "en"))),
      banner: () => htmlOf(banner),
      hero: () => htmlOf(hero),
      side: () => htmlOf(side),
      content: () => htmlOf(content),
    };
    const page = drawFrame(frameKind(visit, options), (hole) => fill[hole]());
    return html(page, options.status ?? (options.errors ? 422 : 200), options.headers);
  };
}

function frameKind(visit: Visit, options: PageOptions): FrameKind {
  const { language, session, url } = visit;
  return {
    language,
    area: options.area,
    errors: options.errors ?? false,
    layout: options.layout ?? "reading",
    visitor: session ? (session.staff ? "staff" : "person") : "anyone",
    place: placeOf(url.pathname),
    back: options.back !== undefined,
    banner: isFilled(options.banner),
    hero: isFilled(options.hero),
    side: isFilled(options.side),
  };
}

function placeOf(pathname: string): FrameKind["place"] {
  if (pathname === paths.portal) return "programs";
  if (pathname.startsWith(paths.helpdesk.home)) return "help";
  if (pathname === paths.check || pathname.startsWith(`${paths.check}/`)) return "check";
  return pathname.startsWith(paths.console.queue) ? "console" : undefined;
}

/** Help where the page stands in a program: with its questions first, and its name on what is asked from there. */
function helpHref(visit: Visit, options: PageOptions): string {
  const { url, params } = visit;
  const named = url.pathname.startsWith(paths.program("")) ? Slug.safeParse(params["program"]).data : undefined;
  const program = options.program ?? named;
  return program === undefined ? paths.helpdesk.home : questionsHref(visit, program);
}

/** The same page in another language. After a post only its address can be asked for again. */
function languageHref(visit: Visit, language: string): string {
  const query = new URLSearchParams(visit.url.searchParams);
  query.set("lang", language);
  // A path that a browser would take for another host (`//host`) is not repeated.
  const path = visit.url.pathname.startsWith("//") ? paths.portal : visit.url.pathname;
  return `${path}?${query.toString()}`;
}

/** Draws a refusal: what happened, what to do now, and what was typed in a form that comes to nothing. */
export function refusalPageWith(draw: Draw): (visit: Visit, refusal: Refusal, typed?: Form) => Response {
  return (visit, refusal, typed) => {
    const { say } = visit;
    const title = textOf(`refusal.${refusal.code}.title`, "refusal.broken.title");
    const text = textOf(`refusal.${refusal.code}.text`, "refusal.broken.text");
    return draw(
      visit,
      { title: say(title), status: refusal.status, headers: retryHeader(refusal) },
      <>
        <h1 class="govuk-heading-l">{say(title)}</h1>
        <p class="govuk-body">
          {text === "refusal.too_many.text" ? waitText(say, refusal.retryAfterSeconds) : say(text)}
        </p>
        {typed && <TypedForm visit={visit} form={typed} refusal={refusal} />}
        {refusal.status === 429 && visit.url.pathname === paths.account.login && <WaysIn visit={visit} />}
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
