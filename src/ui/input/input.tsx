import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { describedBy, FieldGroup, fieldId, type FieldProps } from "../form-group/form-group.tsx";
import { isFilled, type Slot } from "../slot.ts";

export interface Affix {
  readonly text?: Slot;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Which keyboard a phone shows. */
export type InputMode = "text" | "decimal" | "numeric" | "tel" | "search" | "email" | "url" | "none";

export interface InputProps extends FieldProps {
  readonly type?: string;
  readonly inputmode?: InputMode;
  readonly value?: string;
  readonly autocomplete?: string;
  readonly autocapitalize?: "none" | "sentences" | "words" | "characters";
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  readonly prefix?: Affix;
  readonly suffix?: Affix;
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes };
}

/** One line of text. */
export function Input(props: InputProps) {
  const { prefix, suffix, formGroup } = props;
  const control = <Control {...props} />;
  const wrapped =
    isFilled(prefix?.text) ||
    isFilled(suffix?.text) ||
    isFilled(formGroup?.beforeInput) ||
    isFilled(formGroup?.afterInput);
  return (
    <FieldGroup field={props}>
      {wrapped ? (
        <div
          class={classes("govuk-input__wrapper", props.inputWrapper?.classes)}
          {...attributes(props.inputWrapper?.attributes)}
        >
          {formGroup?.beforeInput}
          <AffixText affix={prefix} kind="prefix" />
          {control}
          <AffixText affix={suffix} kind="suffix" />
          {formGroup?.afterInput}
        </div>
      ) : (
        control
      )}
    </FieldGroup>
  );
}

function Control(props: InputProps) {
  const id = fieldId(props);
  return (
    <input
      class={classes("govuk-input", props.classes, props.errorMessage !== undefined && "govuk-input--error")}
      id={id}
      name={props.name}
      type={props.type === undefined || props.type === "" ? "text" : props.type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...attributes(props.attributes)}
    />
  );
}

function AffixText(props: { readonly affix: Affix | undefined; readonly kind: "prefix" | "suffix" }) {
  const { affix } = props;
  if (affix === undefined || !isFilled(affix.text)) return <></>;
  return (
    <div
      class={classes(`govuk-input__${props.kind}`, affix.classes)}
      aria-hidden="true"
      {...attributes(affix.attributes)}
    >
      {affix.text}
    </div>
  );
}
