import { paths } from "../../../paths.ts";
import { type FaceCheck, faceOutcomes } from "../../../registry/faces/checks.query.ts";
import { momentWords } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import type { StaffVisit } from "../../route.ts";
import type { Review } from "./review.query.ts";

/**
 * What was found so far; and for the officer who has claimed the application both pictures, side by side, and the choice.
 * Nobody else needs to see a face here.
 */
export function Faces(props: { readonly visit: StaffVisit; readonly review: Review; readonly isMine: boolean }) {
  const { visit, review, isMine } = props;
  const { say, csrf } = visit;
  const { application, faces } = review;
  const { face } = application.compiled.program;
  if (!face) return <></>;
  const isEmpty = visit.url.searchParams.get("faces") === "empty";
  return (
    <section id="faces">
      <h2 class="govuk-heading-m">{say("faces.title")}</h2>
      <p class="govuk-body">{say("faces.lead")}</p>
      {isMine && (
        <div class="govuk-grid-row">
          <Picture text={say("faces.selfie")} src={paths.console.documentPage(application.id, face.selfie, 1)} />
          <Picture text={say("faces.card")} src={paths.console.documentPage(application.id, face.card, 1)} />
        </div>
      )}
      <Findings visit={visit} faces={faces} zone={application.zone} />
      {isMine && (
        <form method="post" action={paths.console.faces(application.id)} novalidate>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="round" value={String(application.round)} />
          <Radios
            name="outcome"
            classes="govuk-radios--small"
            fieldset={{ legend: { text: say("faces.legend"), classes: "govuk-fieldset__legend--s" } }}
            value={faces.find(({ by }) => by === "staff")?.outcome ?? ""}
            items={faceOutcomes.map((value) => ({ value, text: say(`faces.${value}`) }))}
            {...(isEmpty
              ? { errorMessage: { text: say("faces.error"), visuallyHiddenText: say("frame.error_prefix") } }
              : {})}
          />
          <Button text={say("faces.submit")} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </section>
  );
}

function Picture({ text, src }: { readonly text: string; readonly src: string }) {
  return (
    <div class="govuk-grid-column-one-half">
      <p class="govuk-body-s">
        <Link href={src}>{text}</Link>
      </p>
      <img class="daftar-face" src={src} alt={text} />
    </div>
  );
}

function Findings({ visit, faces, zone }: { visit: StaffVisit; faces: readonly FaceCheck[]; zone: string }) {
  const { say, language } = visit;
  if (faces.length === 0) return <p class="govuk-body">{say("faces.none")}</p>;
  return (
    <>
      {faces.map(({ by, outcome, at }) => (
        <p class="govuk-body">
          {say(`faces.by.${by}`, { outcome: say(`faces.${outcome}`), at: momentWords(at, zone, language) })}
        </p>
      ))}
    </>
  );
}
