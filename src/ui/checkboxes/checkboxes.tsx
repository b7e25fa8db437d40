import { attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import {
  ChoiceGroup,
  itemId,
  type ChoiceDivider,
  type ChoiceGroupProps,
  type ChoiceItem,
} from "../form-group/choice-group.tsx";
import { describedBy } from "../form-group/form-group.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";
import { isFilled, type Maybe } from "../slot.ts";

export interface CheckboxItem extends ChoiceItem {
  readonly name?: string;
  /** `exclusive` clears the others when this one is chosen, as for "none of these". */
  readonly behaviour?: "exclusive";
}

export interface CheckboxesProps extends ChoiceGroupProps {
  readonly name: string;
  /** The name when not given. */
  readonly idPrefix?: string;
  readonly items: readonly Maybe<CheckboxItem | ChoiceDivider>[];
  /** The values of the items that are chosen. */
  readonly values?: readonly string[];
  readonly describedBy?: string;
}

/** Any number of a few, all in sight. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.idPrefix === undefined || props.idPrefix === "" ? props.name : props.idPrefix;
  // Without a fieldset nothing else would carry the description, so every box does.
  const described = props.fieldset === undefined ? describedBy(id, props) : undefined;
  const group = {
    ...props,
    ...(props.fieldset !== undefined && {
      fieldset: { ...props.fieldset, describedBy: props.fieldset.describedBy ?? props.describedBy },
    }),
  };
  return (
    <ChoiceGroup id={id} group={group}>
      <div
        class={classes("govuk-checkboxes", props.classes)}
        {...attributes(props.attributes)}
        data-module="govuk-checkboxes"
      >
        {props.formGroup?.beforeInputs}
        {props.items.map(
          (item, index) =>
            item && <Item item={item} id={itemId(id, item, index)} boxes={props} described={described} />,
        )}
        {props.formGroup?.afterInputs}
      </div>
    </ChoiceGroup>
  );
}

function Item(props: {
  readonly item: CheckboxItem | ChoiceDivider;
  readonly id: string;
  readonly boxes: CheckboxesProps;
  readonly described: string | undefined;
}) {
  const { id, item, boxes } = props;
  if (item.divider !== undefined) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
  const checked = item.checked ?? boxes.values?.includes(item.value) ?? false;
  const hasHint = isFilled(item.hint?.text);
  const described = classes(props.described, hasHint && `${id}-item-hint`);
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={item.name ?? boxes.name}
          type="checkbox"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={isFilled(item.conditional) ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={described === "" ? undefined : described}
          {...attributes(item.attributes)}
        />
        <Label
          text={item.text}
          classes={classes("govuk-checkboxes__label", item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hasHint && (
          <Hint {...item.hint} id={`${id}-item-hint`} classes={classes("govuk-checkboxes__hint", item.hint?.classes)} />
        )}
      </div>
      {isFilled(item.conditional) && (
        <div
          class={classes("govuk-checkboxes__conditional", !checked && "govuk-checkboxes__conditional--hidden")}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
