import { paths } from "../../paths.ts";
import type { Profile } from "../../registry/accounts/account.query.ts";
import { maskEmail } from "../../registry/identifiers/email.ts";
import { Button } from "../../ui/button/button.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { UploadForm } from "../../ui/upload-form/upload-form.tsx";
import type { Visit } from "../route.ts";
import { fieldParts, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { Photo } from "./photo.query.ts";
import type { Problems } from "./typed.ts";

export interface ProfilePageProps {
  readonly visit: Visit;
  readonly profile: Profile;
  /** What stands in the fields: as stored, or as just typed. */
  readonly typed: { readonly name: string; readonly language: string };
  readonly photo: Photo | undefined;
  readonly problems: Problems;
  readonly photoBytes: number;
}

export function ProfilePage(props: ProfilePageProps) {
  const { visit, problems, typed } = props;
  const { say } = visit;
  const field = { visit, problems };
  const language = fieldParts({ ...field, name: "language", hint: true });
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.profile.title")}</h1>
      <SummaryList
        rows={[
          {
            key: { text: say("account.email.label") },
            value: {
              text: (
                <>
                  {maskEmail(props.profile.email)}
                  <p class="govuk-hint">{say("account.security.email")}</p>
                </>
              ),
            },
            actions: {
              items: [
                {
                  href: paths.account.email,
                  text: say("account.security.change"),
                  visuallyHiddenText: say("account.email.label"),
                },
              ],
            },
          },
        ]}
      />
      <PostForm visit={visit} action={paths.account.profile}>
        <TextField {...field} name="name" hint autocomplete="name" value={typed.name} />
        <Radios
          name="language"
          value={typed.language}
          fieldset={{ legend: language.label }}
          {...(language.hint ? { hint: language.hint } : {})}
          {...(language.errorMessage ? { errorMessage: language.errorMessage } : {})}
          items={[
            { value: "id", text: say("frame.language_id") },
            { value: "en", text: say("frame.language_en") },
          ]}
        />
        <SubmitButton text={say("account.profile.submit")} />
      </PostForm>
      <PhotoPart {...props} />
    </>
  );
}

function PhotoPart({ visit, photo, problems, photoBytes }: ProfilePageProps) {
  const { say } = visit;
  // The check ends after the answer to the upload, so what it found is said whenever the page is looked at.
  const found: Problems = photo?.status === "refused" ? { photo: { key: "account.photo.refused" } } : {};
  return (
    <section>
      <h2 class="govuk-heading-m">{say("account.photo.title")}</h2>
      {photo?.status === "ready" && <img src={paths.account.photo} alt={say("account.home.photo_alt")} width="160" />}
      {photo?.status === "quarantined" && <p class="govuk-body">{say("account.photo.checking")}</p>}
      <UploadForm
        action={paths.account.photo}
        hidden={[{ name: "csrf", value: visit.csrf }]}
        file={fieldParts({ visit, problems: { ...found, ...problems }, name: "photo", hint: true })}
        buttonText={say("account.photo.submit")}
        maxBytes={photoBytes}
        types={["image/jpeg", "image/png"]}
        texts={{
          choose: say("account.photo.label"),
          noneChosen: say("apply.upload_none"),
          uploading: say("account.photo.uploading"),
          checking: say("account.photo.checking"),
          failed: say("account.photo.error.interrupted"),
          tooLarge: say("account.photo.error.too_large"),
          willShrink: say("apply.upload_will_shrink"),
          shrinking: say("apply.upload_shrinking"),
          wrongType: say("account.photo.error.wrong_type"),
          progress: say("account.photo.progress"),
        }}
      />
      {photo !== undefined && (
        <PostForm visit={visit} action={paths.account.photoRemove}>
          <Button text={say("account.photo.remove")} classes="govuk-button--secondary" />
        </PostForm>
      )}
    </section>
  );
}
