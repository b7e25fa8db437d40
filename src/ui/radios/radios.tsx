import { attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import {
  ChoiceGroup,
  itemId,
  type ChoiceDivider,
  type ChoiceGroupProps,
  type ChoiceItem,
} from "../form-group/choice-group.tsx";
import { Hint } from "../hint/hint.tsx";
import { Label } from "../label/label.tsx";
import { isFilled, type Maybe } from "../slot.ts";

export interface RadiosProps extends ChoiceGroupProps {
  readonly name: string;
  /** The name when not given. */
  readonly idPrefix?: string;
  readonly items: readonly Maybe<ChoiceItem | ChoiceDivider>[];
  /** The value of the item that is chosen. */
  readonly value?: string;
}

/** One of a few, all in sight. */
export function Radios(props: RadiosProps) {
  const id = props.idPrefix === undefined || props.idPrefix === "" ? props.name : props.idPrefix;
  return (
    <ChoiceGroup id={id} group={props}>
      <div class={classes("govuk-radios", props.classes)} {...attributes(props.attributes)} data-module="govuk-radios">
        {props.formGroup?.beforeInputs}
        {props.items.map((item, index) => item && <Item item={item} id={itemId(id, item, index)} radios={props} />)}
        {props.formGroup?.afterInputs}
      </div>
    </ChoiceGroup>
  );
}

function Item(props: { readonly item: ChoiceItem | ChoiceDivider; readonly id: string; readonly radios: RadiosProps }) {
  const { id, item, radios } = props;
  if (item.divider !== undefined) return <div class="govuk-radios__divider">{item.divider}</div>;
  const isValue = radios.value !== undefined && radios.value !== "" && radios.value === item.value;
  const checked = item.checked ?? isValue;
  const hasHint = isFilled(item.hint?.text);
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={radios.name}
          type="radio"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={isFilled(item.conditional) ? `conditional-${id}` : undefined}
          aria-describedby={hasHint ? `${id}-item-hint` : undefined}
          {...attributes(item.attributes)}
        />
        <Label
          text={item.text}
          classes={classes("govuk-radios__label", item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hasHint && (
          <Hint {...item.hint} id={`${id}-item-hint`} classes={classes("govuk-radios__hint", item.hint?.classes)} />
        )}
      </div>
      {isFilled(item.conditional) && (
        <div
          class={classes("govuk-radios__conditional", !checked && "govuk-radios__conditional--hidden")}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
