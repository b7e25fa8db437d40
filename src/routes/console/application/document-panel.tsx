import { paths } from "../../../paths.ts";
import { ImageViewer } from "../../../ui/image-viewer/image-viewer.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import type { StaffVisit } from "../../route.ts";
import { documentFacts, documentState } from "./answers.tsx";
import type { Review, ReviewItem } from "./review.query.ts";
import { Way } from "./way.tsx";

export interface DocumentPanelProps {
  readonly visit: StaffVisit;
  readonly review: Review;
  readonly document: ReviewItem | undefined;
  /** Where a document of specific data is shown. */
  readonly showHref: string;
  /** Whether the visitor may judge. */
  readonly judging: boolean;
}

/** The document beside the answers: always pictures that we made, never what was sent. */
export function DocumentPanel(props: DocumentPanelProps) {
  const { say } = props.visit;
  const { document: item } = props;
  if (!item?.document) return <p class="govuk-body">{say("console.app.no_documents")}</p>;
  const { document } = item;
  if (document.status !== "ready") {
    return (
      <EmptyState
        title={say("console.app.document_missing.title")}
        text={say("console.app.document_missing.text", { state: documentState(document, say) })}
      />
    );
  }
  if (item.hidden) {
    return (
      <EmptyState
        title={item.label}
        text={say("console.app.show_why")}
        action={
          <Way judging={props.judging} next={`show:${item.id}`} href={props.showHref}>
            {say("console.app.show")}
          </Way>
        }
      />
    );
  }
  const pages = Array.from({ length: document.pages }, (_, at) => at + 1);
  return (
    <ImageViewer
      title={item.label}
      note={documentFacts(document, say)}
      pages={pages.map((page) => ({
        src: paths.console.documentPage(props.review.application.id, item.id, page),
        alt: say("console.app.page_of", { title: item.label, page, pages: document.pages }),
      }))}
      texts={{
        zoomIn: say("console.app.zoom_in"),
        zoomOut: say("console.app.zoom_out"),
        rotate: say("console.app.rotate"),
        reset: say("console.app.reset"),
        frame: say("console.app.frame"),
      }}
    />
  );
}
