import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { describedBy, FieldGroup, fieldId, type FieldProps } from "../form-group/form-group.tsx";
import type { Maybe } from "../slot.ts";

export interface SelectItem {
  /** The text stands for the value when none is given. */
  readonly value?: string;
  readonly text: string;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  readonly items?: readonly Maybe<SelectItem>[];
  /** The value of the item that is chosen. */
  readonly value?: string;
}

/** One of many, from a list that opens. */
export function Select(props: SelectProps) {
  const id = fieldId(props);
  return (
    <FieldGroup field={props}>
      {props.formGroup?.beforeInput}
      <select
        class={classes("govuk-select", props.classes, props.errorMessage !== undefined && "govuk-select--error")}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props)}
        {...attributes(props.attributes)}
      >
        {props.items?.map((item) => item && <Option item={item} chosen={props.value} />)}
      </select>
      {props.formGroup?.afterInput}
    </FieldGroup>
  );
}

function Option(props: { readonly item: SelectItem; readonly chosen: string | undefined }) {
  const { item, chosen } = props;
  const isChosen = chosen !== undefined && chosen !== "" && chosen === (item.value ?? item.text);
  return (
    <option
      value={item.value}
      selected={item.selected ?? isChosen}
      disabled={item.disabled}
      {...attributes(item.attributes)}
    >
      {item.text}
    </option>
  );
}
