import { bytesOf, type DocumentSlot } from "../program/definition.ts";
import { isTextKey, type Say } from "../texts/texts.ts";
import { UploadForm, type UploadFormProps } from "../ui/upload-form/upload-form.tsx";
import type { Visit } from "./route.ts";

const mediaTypes = { pdf: "application/pdf", jpg: "image/jpeg", png: "image/png" } as const;

interface SlotUploadProps {
  readonly visit: Visit;
  readonly slot: DocumentSlot;
  /** Where the file goes. */
  readonly action: string;
  readonly pieces?: UploadFormProps["pieces"];
  /** Of the control; unique on its page. */
  readonly name: string;
  readonly label: string;
  readonly labelClasses?: string;
  /** How to make a good one, where the page does not say it already. */
  readonly hint?: string | undefined;
  readonly error: string | undefined;
  readonly isSecondary: boolean;
}

/** The form for one document of the program language: what it takes, and how the browser helps. */
export function SlotUpload(props: SlotUploadProps) {
  const { visit, slot, pieces, error } = props;
  const { say } = visit;
  return (
    <UploadForm
      action={props.action}
      {...(pieces ? { pieces } : {})}
      hidden={[{ name: "csrf", value: visit.csrf }]}
      maxBytes={bytesOf(slot.max)}
      types={slot.formats.map((format) => mediaTypes[format])}
      file={{
        name: props.name,
        label: { text: props.label, classes: props.labelClasses ?? "govuk-label--s" },
        hint: {
          text: [props.hint, say("apply.document_limits", limitsOf(slot))]
            .filter((text) => text !== undefined)
            .join(" "),
        },
        ...(error !== undefined
          ? { errorMessage: { text: error, visuallyHiddenText: say("frame.error_prefix") } }
          : {}),
      }}
      isSecondary={props.isSecondary}
      buttonText={say("apply.document_upload")}
      buttonOf={props.label}
      texts={{
        choose: say("apply.document_choose"),
        noneChosen: say("apply.upload_none"),
        uploading: say("apply.upload_uploading"),
        checking: say("apply.upload_checking"),
        failed: say("apply.upload_failed"),
        tooLarge: fileProblemText(say, "too_large", slot),
        willShrink: say("apply.upload_will_shrink"),
        shrinking: say("apply.upload_shrinking"),
        wrongType: fileProblemText(say, "wrong_type", slot),
        progress: say("apply.upload_progress"),
      }}
    />
  );
}

/** Why a document was not taken, and what to do now. */
export function fileProblemText(say: Say, problem: string, slot: DocumentSlot): string {
  const key = `document.${problem}`;
  return say(isTextKey(key) ? key : "document.broken", limitsOf(slot));
}

function limitsOf(slot: DocumentSlot) {
  return {
    formats: slot.formats.map((format) => format.toUpperCase()).join(", "),
    max: slot.max.replace("KiB", "KB").replace("MiB", "MB"),
    pages: slot.pages,
  };
}
