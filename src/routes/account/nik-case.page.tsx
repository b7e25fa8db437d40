import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { type EvidenceSlot, evidenceSlots } from "../../registry/nik-cases/case.ts";
import { isKept } from "../../registry/nik-cases/replaceable.ts";
import type { OwnCase } from "../../registry/nik-cases/own-case.query.ts";
import type { CasePlace } from "../../registry/nik-cases/places.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { isTextKey, type Say } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { Details } from "../../ui/details/details.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { UploadForm } from "../../ui/upload-form/upload-form.tsx";
import type { PersonVisit } from "../route.ts";
import { CardNumberField, fieldParts, PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import type { Problems } from "./typed.ts";

/** Most bytes of a piece of evidence (document 003). */
export const evidenceBytes = 200 * 1024;

interface PageProps {
  readonly visit: PersonVisit;
  readonly problems: Problems;
}

/** The form that begins a case. */
export function BeginPage({ visit, problems, places }: PageProps & { readonly places: readonly CasePlace[] }) {
  const { say, language, form } = visit;
  const { label, ...place } = fieldParts({ visit, problems, name: "place", hint: true });
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("nik.case.title")}</h1>
      <p class="govuk-body">{say("nik.case.lead")}</p>
      <p class="govuk-body">{say("nik.case.effects")}</p>
      <PostForm visit={visit} action={paths.account.nikCase}>
        <CardNumberField visit={visit} problems={problems} name="nik" />
        <Radios
          {...place}
          fieldset={{ legend: { text: label.text, classes: "govuk-fieldset__legend--s" } }}
          value={first(form, "place")}
          items={places.map(({ id, name }) => ({ value: id, text: name[language] }))}
        />
        <SubmitButton text={say("nik.case.begin")} />
      </PostForm>
    </>
  );
}

/** A case as one of its sides sees it. */
export function CasePage({ visit, matter, problems }: PageProps & { readonly matter: OwnCase }) {
  const { say } = visit;
  const isOver = matter.closedAt !== null;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("nik.case.title")}</h1>
      {matter.side === "holder" && !isOver && <InsetText text={say("nik.case.told")} />}
      <Facts visit={visit} matter={matter} />
      {!isOver && (
        <>
          <p class="govuk-body">{say("nik.case.effects")}</p>
          <h2 class="govuk-heading-m">{say("nik.case.evidence")}</h2>
          <p class="govuk-body">{say("nik.case.evidence_text")}</p>
          {evidenceSlots.map((slot) => (
            <EvidencePart visit={visit} matter={matter} problems={problems} slot={slot} />
          ))}
        </>
      )}
      {matter.status === "gathering" && (
        <div id="send">
          <PostForm visit={visit} action={paths.account.sendNikCase}>
            <SubmitButton text={say("nik.case.send")} />
          </PostForm>
        </div>
      )}
      {!isOver && matter.side === "claimant" && (
        <PostForm visit={visit} action={paths.account.endNikCase}>
          <Button text={say("nik.case.withdraw")} classes="govuk-button--secondary" preventDoubleClick />
        </PostForm>
      )}
      {isOver && (
        <Button text={say("nik.case.again")} href={`${paths.account.nikCase}?new`} classes="govuk-button--secondary" />
      )}
    </>
  );
}

function Facts({ visit, matter }: { readonly visit: PersonVisit; readonly matter: OwnCase }) {
  const { say, language } = visit;
  const { institution, openedAt, closedAt, reason, zone } = matter;
  return (
    <SummaryList
      rows={[
        { key: { text: say("nik.case.state") }, value: { text: <StatusTag {...stateOf(matter, say)} /> } },
        { key: { text: say("nik.case.by") }, value: { text: institution[language] } },
        openedAt && { key: { text: say("nik.case.since") }, value: { text: momentWords(openedAt, zone, language) } },
        closedAt && { key: { text: say("nik.case.ended") }, value: { text: momentWords(closedAt, zone, language) } },
        reason !== undefined && { key: { text: say("nik.case.reason") }, value: { text: reason } },
      ]}
    />
  );
}

function stateOf({ status, side }: OwnCase, say: Say): { readonly text: string; readonly tone: Tone } {
  const key = `nik.case.state.${status}.${side}`;
  const won = side === "claimant" ? "moved" : "kept";
  const tone: Tone =
    status === "moved" || status === "kept" ? (status === won ? "good" : "bad") : status === "open" ? "info" : "calm";
  return { text: isTextKey(key) ? say(key) : status, tone };
}

const tones = { none: "calm", quarantined: "info", ready: "good", refused: "bad" } as const;

function EvidencePart({ visit, matter, problems, slot }: PageProps & { matter: OwnCase; slot: EvidenceSlot }) {
  const { say } = visit;
  const given = matter.evidence.find((one) => one.slot === slot)?.status;
  const status = given ?? "none";
  // The check ends after the answer to the upload, so what it found is said whenever the page is looked at.
  const found: Problems = status === "refused" ? { [slot]: { key: "nik.case.error.broken" } } : {};
  const { label, ...field } = fieldParts({ visit, problems: { ...found, ...problems }, name: slot, hint: true });
  const form = (
    <UploadForm
      action={paths.account.nikEvidence[slot]}
      hidden={[{ name: "csrf", value: visit.csrf }]}
      file={{ ...field, label: { text: label.text, classes: "govuk-visually-hidden" } }}
      buttonText={say("nik.case.upload", { what: say(`nik.case.what.${slot}`) })}
      isSecondary
      maxBytes={evidenceBytes}
      types={["image/jpeg", "application/pdf"]}
      texts={{
        choose: say("apply.document_choose"),
        noneChosen: say("apply.upload_none"),
        uploading: say("account.photo.uploading"),
        checking: say("nik.case.evidence.quarantined"),
        failed: say("nik.case.error.interrupted"),
        tooLarge: say("nik.case.error.too_large"),
        willShrink: say("apply.upload_will_shrink"),
        shrinking: say("apply.upload_shrinking"),
        wrongType: say("nik.case.error.wrong_type"),
        progress: say("account.photo.progress"),
      }}
    />
  );
  const isGiven = status === "ready" || status === "quarantined";
  return (
    <div class="daftar-document">
      <h3 class="govuk-heading-s">
        {label.text} <StatusTag text={say(`nik.case.evidence.${status}`)} tone={tones[status]} />
      </h3>
      {isKept(matter.status, given) ? (
        <p class="govuk-body daftar-quiet">{say("nik.case.evidence.kept")}</p>
      ) : isGiven ? (
        <Details summaryText={say("nik.case.replace")} open={problems[slot] !== undefined}>
          {form}
        </Details>
      ) : (
        form
      )}
    </div>
  );
}
