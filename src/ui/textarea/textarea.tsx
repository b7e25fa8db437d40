import { attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { describedBy, FieldGroup, fieldId, type FieldProps } from "../form-group/form-group.tsx";

export interface TextareaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly spellcheck?: boolean;
  readonly autocomplete?: string;
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = fieldId(props);
  const value = props.value ?? "";
  return (
    <FieldGroup field={props}>
      {props.formGroup?.beforeInput}
      <textarea
        class={classes("govuk-textarea", props.errorMessage !== undefined && "govuk-textarea--error", props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        {...attributes(props.attributes)}
      >
        {/* A browser drops a line break right after the tag, so a typed one needs a second. */}
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
      {props.formGroup?.afterInput}
    </FieldGroup>
  );
}
