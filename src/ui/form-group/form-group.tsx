import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { ErrorMessage, type ErrorMessageProps } from "../error-message/error-message.tsx";
import { Hint, type HintProps } from "../hint/hint.tsx";
import { Label, type LabelProps } from "../label/label.tsx";
import type { Slot } from "../slot.ts";

export interface FormGroup {
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly beforeInput?: Slot;
  readonly afterInput?: Slot;
}

/** The options that every field with one control has. */
export interface FieldProps {
  readonly name: string;
  /** The name when not given, so that an error can link to the field by its name. */
  readonly id?: string;
  readonly label?: Omit<LabelProps, "for">;
  readonly hint?: Omit<HintProps, "id">;
  readonly errorMessage?: Omit<ErrorMessageProps, "id">;
  /** Ids of other elements that describe the field. */
  readonly describedBy?: string;
  readonly formGroup?: FormGroup;
  readonly classes?: string;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

/** The id of the control itself. */
export function fieldId(props: FieldProps): string {
  return props.id === undefined || props.id === "" ? props.name : props.id;
}

/** What describes the control: what was given, then the hint, then the error. */
export function describedBy(
  id: string,
  props: Pick<FieldProps, "hint" | "errorMessage" | "describedBy">,
): string | undefined {
  const ids = classes(
    props.describedBy,
    props.hint !== undefined && `${id}-hint`,
    props.errorMessage !== undefined && `${id}-error`,
  );
  return ids === "" ? undefined : ids;
}

/** The frame of one field: label, hint and error above the control given as children. */
export function FieldGroup(props: { readonly field: FieldProps; readonly children?: Slot }) {
  const { field } = props;
  const id = fieldId(field);
  return (
    <GroupFrame error={field.errorMessage !== undefined} formGroup={field.formGroup}>
      <Label {...field.label} for={id} />
      <Explanations id={id} hint={field.hint} errorMessage={field.errorMessage} />
      {props.children}
    </GroupFrame>
  );
}

/** The outer element of a field, marked when it is in error. */
export function GroupFrame(props: {
  readonly error: boolean;
  readonly formGroup?: Pick<FormGroup, "classes" | "attributes">;
  readonly children?: Slot;
}) {
  return (
    <div
      class={classes("govuk-form-group", props.error && "govuk-form-group--error", props.formGroup?.classes)}
      {...attributes(props.formGroup?.attributes)}
    >
      {props.children}
    </div>
  );
}

/** Hint and error of a field, with the ids that the control names. */
export function Explanations(props: { readonly id: string } & Pick<FieldProps, "hint" | "errorMessage">) {
  return (
    <>
      {props.hint !== undefined && <Hint {...props.hint} id={`${props.id}-hint`} />}
      {props.errorMessage !== undefined && <ErrorMessage {...props.errorMessage} id={`${props.id}-error`} />}
    </>
  );
}
