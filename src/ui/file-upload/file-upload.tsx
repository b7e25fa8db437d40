import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { describedBy, FieldGroup, fieldId, type FieldProps } from "../form-group/form-group.tsx";
import { i18nAttributes, type Messages } from "../i18n-attributes.ts";

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean;
  /** Adds the drop zone where JavaScript runs. */
  readonly javascript?: boolean;
  readonly wrapperClasses?: string;
  readonly wrapperAttributes?: Attributes;
  readonly chooseFilesButtonText?: string;
  readonly dropInstructionText?: string;
  readonly multipleFilesChosenText?: Messages;
  readonly noFileChosenText?: string;
  readonly enteredDropZoneText?: string;
  readonly leftDropZoneText?: string;
}

/** Choosing a file from the phone or computer. */
export function FileUpload(props: FileUploadProps) {
  const id = fieldId(props);
  const control = (
    <input
      class={classes(
        "govuk-file-upload",
        props.classes,
        props.errorMessage !== undefined && "govuk-file-upload--error",
      )}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy(id, props)}
      {...attributes(props.attributes)}
    />
  );
  return (
    <FieldGroup field={props}>
      {props.formGroup?.beforeInput}
      {props.javascript === true ? (
        <div
          class={classes("govuk-file-upload-wrapper", props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...i18nAttributes({
            "choose-files-button": props.chooseFilesButtonText,
            "no-file-chosen": props.noFileChosenText,
            "multiple-files-chosen": props.multipleFilesChosenText,
            "drop-instruction": props.dropInstructionText,
            "entered-drop-zone": props.enteredDropZoneText,
            "left-drop-zone": props.leftDropZoneText,
          })}
          {...attributes(props.wrapperAttributes)}
        >
          {control}
        </div>
      ) : (
        control
      )}
      {props.formGroup?.afterInput}
    </FieldGroup>
  );
}
