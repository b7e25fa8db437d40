import { paths } from "../../../paths.ts";
import type { NikStanding } from "../../../registry/nik-claims/standing.query.ts";
import type { Say } from "../../../texts/texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag/status-tag.tsx";
import type { StaffVisit } from "../../route.ts";
import type { Review } from "./review.query.ts";

/** Whose the NIK is, so far as it is known, and the button of the officer who sees it on the KTP. */
export function NikClaim(props: { readonly visit: StaffVisit; readonly review: Review; readonly isMine: boolean }) {
  const { visit, review, isMine } = props;
  const { say, csrf } = visit;
  const { application, nik } = review;
  if (!nik) return <></>;
  const open = !nik.proven && !nik.held;
  return (
    <section id="nik">
      <h2 class="govuk-heading-m">{say("console.nik.title")}</h2>
      <p class="govuk-body">
        {tagsOf(nik, say).map(([text, tone]) => (
          <>
            <StatusTag text={text} tone={tone} />{" "}
          </>
        ))}
      </p>
      {nik.held && <InsetText text={say("console.nik.held_text")} />}
      {open && (nik.shared || isMine) && <p class="govuk-body">{say("console.nik.compare")}</p>}
      {nik.matter?.sent === true && (
        <p class="govuk-body">
          <Link href={paths.console.nikCase(nik.matter.id)}>{say("nik.case.see")}</Link>
        </p>
      )}
      {nik.matter?.sent === false && <p class="govuk-body">{say("console.nik.asked")}</p>}
      {nik.shared && !nik.proven && nik.matter === null && (
        <form method="post" action={paths.console.inviteToNikCase(application.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <p class="govuk-hint">{say("console.nik.ask_hint")}</p>
          <Button text={say("console.nik.ask")} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
      {open && isMine && (
        <form method="post" action={paths.console.seenNik(application.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="round" value={String(application.round)} />
          <Button text={say("console.nik.seen")} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </section>
  );
}

function tagsOf({ proven, held, shared, second }: NikStanding, say: Say): (readonly [string, Tone])[] {
  const whose = proven ? "proven" : held ? "held" : "stated";
  const tones = { proven: "good", held: "bad", stated: "calm" } as const;
  return [
    [say(`console.nik.${whose}`), tones[whose]],
    ...(shared && !held ? [[say("console.nik.shared"), "warn"] as const] : []),
    ...(second ? [[say("console.nik.second"), "warn"] as const] : []),
  ];
}
