import { raw } from "../../jsx/markup.ts";
import { BackLink } from "../back-link/back-link.tsx";
import { drawnOnce } from "../drawn-once.ts";
import { SkipLink } from "../skip-link/skip-link.tsx";
import { isFilled, type Slot } from "../slot.ts";
import { Footer, type FooterProps } from "./footer.tsx";
import { Header, type HeaderProps } from "./header.tsx";

/** How the main part is set: plain width, a width for reading, beside a column, or the reviewer's full window. */
export type Layout = "full" | "reading" | "side" | "workbench";

export interface PageProps {
  readonly lang: "id" | "en";
  /** The page's own title; the error prefix and the service name are added here. */
  readonly title: string;
  readonly service: string;
  /** "Kesalahan" or "Error" when the page shows errors, so that a screen reader hears it first. */
  readonly errorPrefix?: string | undefined;
  readonly description?: string | undefined;
  readonly skipLink: string;
  /** Gives the address of a built file; `platform/http/assets.ts` has one. */
  readonly asset: (logical: string) => string;
  readonly header: HeaderProps;
  readonly footer: FooterProps;
  readonly back?: { readonly href: string; readonly text: string } | undefined;
  /** A notification banner above everything else in the main part. */
  readonly banner?: Slot;
  /** A full-width opening above the main part, as on the portal. */
  readonly hero?: Slot;
  readonly layout?: Layout;
  /** The column beside the main part, when the layout is `side`. */
  readonly side?: Slot;
  readonly children?: Slot;
}

/** A whole HTML document. It carries no inline script or style, so the strictest policy holds for it. */
export function Page(props: PageProps) {
  const { asset } = props;
  const title = `${props.title} – ${props.service}`;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={props.lang} class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{props.errorPrefix === undefined ? title : `${props.errorPrefix}: ${title}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#26348b" />
          <meta name="color-scheme" content="light dark" />
          {props.description !== undefined && <meta name="description" content={props.description} />}
          <HeadLinks
            icon={asset("favicon.svg")}
            font={asset("plus-jakarta-sans-latin.woff2")}
            style={asset("daftar.css")}
            script={asset("daftar.js")}
          />
        </head>
        <body class="govuk-template__body">
          <SkipLink href="#main-content" text={props.skipLink} />
          <Header {...props.header} logo={asset("logo.svg")} />
          <Main {...props} />
          <Footer {...props.footer} />
        </body>
      </html>
    </>
  );
}

const HeadLinks = drawnOnce(drawHeadLinks);

function drawHeadLinks(props: Record<"icon" | "font" | "style" | "script", string>) {
  return (
    <>
      <link rel="icon" type="image/svg+xml" href={props.icon} />
      <link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href={props.font} />
      <link rel="stylesheet" href={props.style} />
      <script type="module" src={props.script} />
    </>
  );
}

function Main(props: PageProps) {
  if (props.layout === "workbench") {
    return (
      <main id="main-content" class="daftar-main daftar-main--workbench" tabindex={-1}>
        {isFilled(props.banner) && <div class="daftar-main__banner">{props.banner}</div>}
        {props.children}
      </main>
    );
  }
  return (
    <main id="main-content" class="daftar-main" tabindex={-1}>
      {props.hero}
      <div class="govuk-width-container daftar-main__inner">
        {props.banner}
        <Columns {...props} />
      </div>
    </main>
  );
}

function Columns(props: PageProps) {
  const work = (
    <>
      {props.back !== undefined && <BackLink href={props.back.href} text={props.back.text} />}
      {props.children}
    </>
  );
  if (props.layout === "side" || isFilled(props.side)) {
    return (
      <div class="daftar-with-side">
        <div>{work}</div>
        <div class="daftar-with-side__side">{props.side}</div>
      </div>
    );
  }
  return props.layout === "reading" ? <div class="daftar-reading">{work}</div> : work;
}
