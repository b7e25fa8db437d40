import type { Attributes } from "../attributes.ts";
import { Fieldset, type FieldsetProps } from "../fieldset/fieldset.tsx";
import type { HintProps } from "../hint/hint.tsx";
import type { LabelProps } from "../label/label.tsx";
import type { Slot } from "../slot.ts";
import { describedBy, Explanations, GroupFrame, type FieldProps } from "./form-group.tsx";

export interface ChoiceFormGroup {
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly beforeInputs?: Slot;
  readonly afterInputs?: Slot;
}

/** The options that every field with several controls has. */
export interface ChoiceGroupProps extends Pick<FieldProps, "hint" | "errorMessage"> {
  readonly fieldset?: Omit<FieldsetProps, "children" | "role">;
  readonly formGroup?: ChoiceFormGroup;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** One radio or checkbox. */
export interface ChoiceItem {
  readonly divider?: undefined;
  readonly value: string;
  readonly text?: Slot;
  readonly id?: string;
  readonly hint?: Pick<HintProps, "text" | "classes" | "attributes">;
  readonly label?: Pick<LabelProps, "classes" | "attributes">;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
  /** Shown only while this item is chosen; without JavaScript it is always shown. */
  readonly conditional?: Slot;
}

/** A word between items, such as "or". */
export interface ChoiceDivider {
  readonly divider: string;
  readonly id?: undefined;
}

/** The frame around several controls, in a fieldset when one is given. */
export function ChoiceGroup(props: {
  readonly id: string;
  readonly group: ChoiceGroupProps;
  readonly role?: string;
  readonly children?: Slot;
}) {
  const { group, id } = props;
  const inner = (
    <>
      <Explanations id={id} hint={group.hint} errorMessage={group.errorMessage} />
      {props.children}
    </>
  );
  const described = describedBy(id, { ...group, describedBy: group.fieldset?.describedBy });
  return (
    <GroupFrame error={group.errorMessage !== undefined} formGroup={group.formGroup}>
      {group.fieldset === undefined ? (
        inner
      ) : (
        <Fieldset {...group.fieldset} role={props.role} describedBy={described}>
          {inner}
        </Fieldset>
      )}
    </GroupFrame>
  );
}

/** The id of an item: the first one is the group's own, so that an error can link to it. */
export function itemId(prefix: string, item: { readonly id?: string }, index: number): string {
  if (item.id !== undefined && item.id !== "") return item.id;
  return index === 0 ? prefix : `${prefix}-${index + 1}`;
}
