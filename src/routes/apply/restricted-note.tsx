import { paths } from "../../paths.ts";
import type { Say } from "../../texts/texts.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";

/** Says that the application rests since its owner restricted the institution, and where that is ended. */
export function RestrictedNote({ say, number }: { readonly say: Say; readonly number: string | undefined }) {
  if (number === undefined) return <></>;
  return (
    <InsetText>
      {say("rights.rests")} <Link href={paths.account.rights.request(number)}>{say("rights.rests_link")}</Link>
    </InsetText>
  );
}
