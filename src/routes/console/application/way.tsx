import { first, type Form } from "../../../platform/http/form.ts";
import { paths } from "../../../paths.ts";
import { Link } from "../../../ui/link/link.tsx";
import type { Slot } from "../../../ui/slot.ts";

/** Id of the form with the verdicts. */
export const verdictsForm = "verdicts";

export interface WayProps {
  /** Whether the visitor may judge here: then the way is a button of the form, and what was typed goes along. */
  readonly judging: boolean;
  /** What the form is told: `document:` or `show:` and the id of the item. */
  readonly next: string;
  readonly href: string;
  readonly title?: string;
  readonly children: Slot;
}

/** The way to another view of the same application. */
export function Way({ judging, next, href, title, children }: WayProps) {
  if (judging) {
    return (
      <button
        type="submit"
        class="daftar-link-button"
        data-shortcut-cycle={next.startsWith("document:") ? "d" : undefined}
        form={verdictsForm}
        name="next"
        value={next}
        title={title}
      >
        {children}
      </button>
    );
  }
  return (
    <Link href={href} {...(title === undefined ? {} : { attributes: { title } })}>
      {children}
    </Link>
  );
}

/** What the page looks like: the document beside the answers, and which items of specific data are shown. */
export interface View {
  readonly document: string;
  readonly show: readonly string[];
}

/** The view that a posted form leads to, and whether its button was one of `Way`. */
export function viewOf(form: Form): View & { readonly isWay: boolean } {
  const [, kind, id = ""] = /^(document|show):(.+)$/.exec(first(form, "next")) ?? [];
  const show = form["show"] ?? [];
  return {
    document: kind === "document" ? id : first(form, "document"),
    show: kind === "show" ? [...new Set([...show, id])] : show,
    isWay: kind !== undefined,
  };
}

/** The address of a view; `done` says what an act came to. */
export function viewHref(applicationId: string, { document, show, done }: View & { readonly done?: string }): string {
  const query = new URLSearchParams();
  if (done !== undefined) query.set("done", done);
  if (document !== "") query.set("document", document);
  for (const id of show) query.append("show", id);
  const text = query.toString();
  return paths.console.application(applicationId) + (text === "" ? "" : `?${text}`);
}
