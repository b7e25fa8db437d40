import { randomUUID } from "node:crypto";
import { htmlOf } from "../jsx/markup.ts";
import type { Assets } from "../platform/http/assets.ts";
import { paths } from "../paths.ts";
import { sayIn, type Language } from "../texts/texts.ts";
import type { HeaderProps } from "../ui/page/header.tsx";
import { Page, type Layout } from "../ui/page/page.tsx";

/**
 * All that a frame may depend on. Whatever else differs from page to page is a hole, so that nothing of one visitor can
 * stay in the frame that another one gets.
 */
export interface FrameKind {
  readonly language: Language;
  readonly area: string | undefined;
  readonly errors: boolean;
  readonly layout: Layout;
  readonly visitor: "anyone" | "person" | "staff";
  readonly place: "programs" | "console" | "help" | "check" | undefined;
  readonly back: boolean;
  readonly banner: boolean;
  readonly hero: boolean;
  readonly side: boolean;
}

const holes = [
  "title",
  "csrf",
  "back_href",
  "back_text",
  "help_href",
  "in_id",
  "in_en",
  "banner",
  "hero",
  "side",
  "content",
] as const;
export type Hole = (typeof holes)[number];

/** What is drawn, as the bytes that are sent, and between it the names of holes. */
type Frame = readonly (Buffer | Hole)[];

/** Fills a frame: `fill` is asked for the markup of each hole that the frame has, in their order. */
export type DrawFrame = (kind: FrameKind, fill: (hole: Hole) => string) => Buffer<ArrayBuffer>;

// Nobody can write this into a page: it is made at random in each process and never sent.
const secret = randomUUID();
const mark = Object.fromEntries(holes.map((hole) => [hole, `hole-${secret}-${hole}-`])) as Record<Hole, string>;
const marks = new RegExp(`hole-${secret}-([a-z_]+)-`);

/** More than a service has of institutions, languages and layouts; kept frames are a few kilobytes each. */
const limit = 500;

/**
 * Draws frames, each kind once. The head, the menus and the foot are most of a page's elements and the same for
 * everybody, so drawing them anew for each request cost more than all the rest of a request.
 */
export function frameWith(assets: Pick<Assets, "href">): DrawFrame {
  const drawn = new Map<string, Frame>();
  return (kind, fill) => {
    const key = JSON.stringify(kind);
    let frame = drawn.get(key);
    if (!frame) {
      if (drawn.size >= limit) drawn.clear();
      frame = cut(drawFrame(kind, assets));
      drawn.set(key, frame);
    }
    return Buffer.concat(frame.map((part) => (typeof part === "string" ? Buffer.from(fill(part)) : part)));
  };
}

/** A text that is split by a pattern with a group is what stands between and what the group found, by turns. */
function cut(html: string): Frame {
  return html.split(marks).map((part, at) => (at % 2 === 0 ? Buffer.from(part) : (part as Hole)));
}

function drawFrame(kind: FrameKind, assets: Pick<Assets, "href">): string {
  const say = sayIn(kind.language);
  const page = (
    <Page
      lang={kind.language}
      title={mark.title}
      service={say("frame.service")}
      errorPrefix={kind.errors ? say("frame.error_prefix") : undefined}
      skipLink={say("frame.skip")}
      asset={(logical) => assets.href(logical)}
      header={header(kind)}
      footer={footer(kind)}
      back={kind.back ? { href: mark.back_href, text: mark.back_text } : undefined}
      layout={kind.layout}
      side={kind.side ? mark.side : undefined}
      hero={kind.hero ? mark.hero : undefined}
      banner={kind.banner ? mark.banner : undefined}
    >
      {mark.content}
    </Page>
  );
  return htmlOf(page);
}

function header({ language, area, visitor, place }: FrameKind): HeaderProps {
  const say = sayIn(language);
  const staff = { text: say("frame.console"), href: paths.console.start, current: place === "console" };
  return {
    name: say("frame.service"),
    homeHref: paths.portal,
    area: area ?? say("frame.portal"),
    navigationLabel: say("frame.navigation"),
    menuText: say("frame.menu"),
    navigation: [
      { text: say("frame.programs"), href: paths.portal, current: place === "programs" },
      ...(visitor === "staff" ? [staff] : []),
      { text: say("frame.help"), href: mark.help_href, current: place === "help" },
      { text: say("check.nav"), href: paths.check, current: place === "check" },
    ],
    languages: (["id", "en"] as const).map((lang) => ({
      lang,
      text: lang.toUpperCase(),
      label: say(`frame.language_${lang}`),
      href: mark[`in_${lang}`],
      current: lang === language,
    })),
    account:
      visitor === "anyone"
        ? { kind: "signed-out", href: paths.account.login, text: say("frame.sign_in") }
        : {
            kind: "signed-in",
            name: say("frame.account"),
            links: [
              { text: say("frame.home"), href: paths.account.home },
              { text: say("frame.profile"), href: paths.account.profile },
              { text: say("frame.password"), href: paths.account.password },
              { text: say("frame.security"), href: paths.account.security },
            ],
            signOut: {
              action: paths.account.logout,
              text: say("frame.sign_out"),
              hidden: [{ name: "csrf", value: mark.csrf }],
            },
          },
  };
}

function footer({ language }: FrameKind) {
  const say = sayIn(language);
  return {
    links: [
      { text: say("manual.title"), href: paths.manual },
      { text: say("status.title"), href: paths.status },
      { text: say("frame.privacy"), href: paths.privacy },
      { text: say("frame.accessibility"), href: paths.accessibility },
      { text: say("frame.phishing"), href: paths.phishing },
    ],
    note: say("frame.note"),
  };
}
