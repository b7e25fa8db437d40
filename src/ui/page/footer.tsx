import { classes } from "../classes.ts";
import { drawnOnce } from "../drawn-once.ts";
import { Link } from "../link/link.tsx";

export interface FooterProps {
  /** Whether the service works, in words and as a colour. */
  readonly status?:
    | { readonly label: string; readonly text: string; readonly tone: "good" | "warn" | "bad" }
    | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** A last line: who runs this, and where the data come from. */
  readonly note?: string | undefined;
}

/** The page's foot. */
export const Footer = drawnOnce(drawFooter);

function drawFooter(props: FooterProps) {
  const { status } = props;
  return (
    <footer class="daftar-footer">
      <div class="govuk-width-container">
        <ul class="daftar-footer__list">
          {status !== undefined && (
            <li class="daftar-service-status">
              <span>{status.label}</span>
              <span
                class={classes(
                  "daftar-service-status__state",
                  status.tone !== "good" && `daftar-service-status__state--${status.tone}`,
                )}
              >
                {status.text}
              </span>
            </li>
          )}
          {props.links.map((link) => (
            <li>
              <Link href={link.href}>{link.text}</Link>
            </li>
          ))}
        </ul>
        {props.note !== undefined && <p class="daftar-footer__note">{props.note}</p>}
      </div>
    </footer>
  );
}
