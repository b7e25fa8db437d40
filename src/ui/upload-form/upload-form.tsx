import { Button } from "../button/button.tsx";
import { FileUpload, type FileUploadProps } from "../file-upload/file-upload.tsx";
import { safeHref } from "../link/safe-href.ts";
import type { HiddenField } from "../page/account-menu.tsx";

export interface UploadFormProps {
  readonly action: string;
  /** Hidden fields come first in the body, so that the server knows the form before the file arrives. */
  readonly hidden: readonly HiddenField[];
  readonly file: FileUploadProps;
  readonly buttonText: string;
  /** What is uploaded: said after the button's text to those who hear one button after another. */
  readonly buttonOf?: string;
  /** True where something else on the page is the next thing to do, as when a file is there already. */
  readonly isSecondary?: boolean;
  readonly maxBytes: number;
  /** Media types that are taken, for the chooser and for an early hint; the server decides by content. */
  readonly types: readonly string[];
  /** Where the file may go in pieces that go on after the line was cut; without it, it goes in one piece. */
  readonly pieces?: {
    readonly begin: string;
    /** Said while the line is cut, and once it goes on. */
    readonly waiting: string;
    readonly resuming: string;
    /** Said at the start where a part of a file has arrived already. */
    readonly halfway: string | undefined;
  };
  readonly texts: {
    /** On the button that opens the chooser, and beside it until something was chosen. */
    readonly choose: string;
    readonly noneChosen: string;
    /** With `%{percent}`. */
    readonly uploading: string;
    readonly checking: string;
    readonly failed: string;
    readonly tooLarge: string;
    /** Said at a photograph that is too large, which will be made smaller on this device before it is sent. */
    readonly willShrink: string;
    readonly shrinking: string;
    readonly wrongType: string;
    readonly progress: string;
  };
}

/** One document: chosen, hinted at early, sent with its progress in sight. An ordinary form without JavaScript. */
export function UploadForm(props: UploadFormProps) {
  const { texts } = props;
  return (
    <daftar-upload
      data-max-bytes={props.maxBytes}
      data-types={props.types.join(",")}
      data-uploading={texts.uploading}
      data-checking={texts.checking}
      data-failed={texts.failed}
      data-too-large={texts.tooLarge}
      data-will-shrink={texts.willShrink}
      data-shrinking={texts.shrinking}
      data-wrong-type={texts.wrongType}
      data-pieces={props.pieces?.begin}
      data-waiting={props.pieces?.waiting}
      data-resuming={props.pieces?.resuming}
      data-halfway={props.pieces?.halfway}
    >
      <form method="post" action={safeHref(props.action)} enctype="multipart/form-data" novalidate>
        {props.hidden.map((field) => (
          <input type="hidden" name={field.name} value={field.value} />
        ))}
        <FileUpload
          {...props.file}
          attributes={{ accept: props.types.join(","), ...props.file.attributes }}
          formGroup={{ afterInput: <Choice choose={texts.choose} noneChosen={texts.noneChosen} /> }}
        />
        <div class="daftar-upload__progress" hidden>
          <progress class="daftar-upload__bar" max="100" value="0" aria-label={texts.progress} />
        </div>
        <p class="daftar-quiet daftar-upload__status" role="status" />
        <Button classes={props.isSecondary === true ? "govuk-button--secondary" : ""}>
          {props.buttonText}
          {props.buttonOf !== undefined && <span class="govuk-visually-hidden"> {props.buttonOf}</span>}
        </Button>
      </form>
    </daftar-upload>
  );
}

/** The chooser in the page's own language, which the browser's need not be. The real one lies over it, unseen. */
function Choice({ choose, noneChosen }: Pick<UploadFormProps["texts"], "choose" | "noneChosen">) {
  return (
    <span class="daftar-upload__choice" aria-hidden="true">
      <span class="daftar-upload__choose">{choose}</span> <span class="daftar-upload__chosen">{noneChosen}</span>
    </span>
  );
}
