import { safeHref } from "../link/safe-href.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface ImageViewerProps {
  readonly title: string;
  /** One rebuilt image per page. */
  readonly pages: readonly { readonly src: string; readonly alt: string }[];
  readonly texts: {
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly rotate: string;
    readonly reset: string;
    /** Name of the scrolling area. */
    readonly frame: string;
  };
  /** A note under the title, such as the size and the date. */
  readonly note?: Slot;
}

/** A document as the reviewer sees it; the tools appear only where JavaScript runs. */
export function ImageViewer(props: ImageViewerProps) {
  const { texts } = props;
  return (
    <daftar-viewer class="daftar-viewer">
      <div class="daftar-viewer__head">
        <h2 class="daftar-viewer__title">{props.title}</h2>
        <div class="daftar-viewer__tools" role="group" aria-label={props.title} hidden>
          <Tool act="zoom-out" shortcut="-" label={texts.zoomOut} sign="−" />
          <Tool act="zoom-in" shortcut="+" label={texts.zoomIn} sign="+" />
          <Tool act="rotate" shortcut="r" label={texts.rotate} sign="↻" />
          <Tool act="reset" label={texts.reset} sign={texts.reset} />
        </div>
      </div>
      {isFilled(props.note) && <p class="daftar-viewer__note">{props.note}</p>}
      <div class="daftar-viewer__frame" tabindex={0} role="region" aria-label={texts.frame}>
        {props.pages.map((page) => (
          <div class="daftar-viewer__page">
            <img class="daftar-viewer__image" src={safeHref(page.src)} alt={page.alt} />
          </div>
        ))}
      </div>
    </daftar-viewer>
  );
}

function Tool(props: {
  readonly act: string;
  readonly shortcut?: string;
  readonly label: string;
  readonly sign: string;
}) {
  return (
    <button
      type="button"
      class="daftar-viewer__tool"
      data-act={props.act}
      data-shortcut={props.shortcut}
      aria-label={props.label}
      title={props.label}
    >
      {props.sign}
    </button>
  );
}
