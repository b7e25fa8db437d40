import { paths } from "../paths.ts";
import { Link } from "../ui/link/link.tsx";
import type { Visit } from "./route.ts";

const ways = [
  { text: "account.locked.letter", href: paths.account.forgot },
  { text: "account.locked.other", href: paths.account.recover },
  { text: "account.locked.help", href: paths.helpdesk.ask("akun-terkunci") },
] as const;

/** What is left to whoever may not try a password for a while: nobody is sent away to wait only. */
export function WaysIn({ visit: { say } }: { readonly visit: Visit }) {
  return (
    <>
      <h2 class="govuk-heading-m">{say("account.locked.title")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map(({ text, href }) => (
          <li>
            <Link href={href}>{say(text)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
