import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { ChoiceGroup, type ChoiceGroupProps } from "../form-group/choice-group.tsx";
import { Input, type InputMode } from "../input/input.tsx";
import type { Maybe } from "../slot.ts";

export interface DateInputItem {
  readonly id?: string;
  readonly name?: string;
  readonly label?: string;
  readonly value?: string;
  readonly inputmode?: InputMode;
  readonly autocomplete?: string;
  readonly pattern?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
  /** Whether this part is in error; when no part says so, all are. */
  readonly error?: boolean;
}

export interface DateInputProps extends ChoiceGroupProps {
  readonly id: string;
  readonly namePrefix?: string;
  /** Replaces the usual three parts. */
  readonly items?: readonly Maybe<DateInputItem>[];
  /** One of the usual parts; `false` leaves it out. */
  readonly day?: DateInputItem | false;
  readonly month?: DateInputItem | false;
  readonly year?: DateInputItem | false;
  /** What was typed, by the name of the part. */
  readonly values?: Readonly<Record<string, string>>;
}

const parts = ["day", "month", "year"] as const;

type Part = (typeof parts)[number];

/** A date that people know by heart, typed in its parts. */
export function DateInput(props: DateInputProps) {
  const usual = parts.map((part) => props[part] ?? { name: part, value: props.values?.[part] });
  const items = props.items === undefined || props.items.length === 0 ? usual : props.items;
  const anyMarked = items.some((item) => item && isMarked(item));
  return (
    <ChoiceGroup id={props.id} group={props} role="group">
      <div
        class={classes("govuk-date-input", props.classes)}
        {...attributes(props.attributes)}
        id={props.id === "" ? undefined : props.id}
      >
        {props.formGroup?.beforeInputs}
        {items.map((item) => item && <Item item={item} date={props} usual={usual} anyMarked={anyMarked} />)}
        {props.formGroup?.afterInputs}
      </div>
    </ChoiceGroup>
  );
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || item.classes?.includes("govuk-input--error") === true;
}

/** Which usual part an item is: itself, or by the name of the part or the name given to it. */
function partOf(item: DateInputItem, usual: readonly (DateInputItem | false)[]): Part | undefined {
  return parts.find((part, index) => {
    const own = usual[index];
    if (item === own) return true;
    if (item.name === undefined || item.name === "") return false;
    return item.name === part || (own !== undefined && own !== false && item.name === own.name);
  });
}

function Item(props: {
  readonly item: DateInputItem;
  readonly date: DateInputProps;
  readonly usual: readonly (DateInputItem | false)[];
  readonly anyMarked: boolean;
}) {
  const { item, date } = props;
  const part = partOf(item, props.usual);
  const own = part === undefined ? undefined : props.usual[parts.indexOf(part)];
  const name = item.name ?? part ?? "";
  const prefix = date.namePrefix === undefined || date.namePrefix === "" ? "" : `${date.namePrefix}-`;
  const inError = isMarked(item) || (item.error !== false && date.errorMessage !== undefined && !props.anyMarked);
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label ?? capitalise(name), classes: "govuk-date-input__label" }}
        id={item.id ?? `${date.id}-${name}`}
        classes={classes(
          "govuk-date-input__input",
          inError && item.classes?.includes("govuk-input--error") !== true && "govuk-input--error",
          item.classes?.includes("govuk-input--width-") !== true && `govuk-input--width-${part === "year" ? 4 : 2}`,
          item.classes,
        )}
        name={prefix + name}
        value={item.value ?? (own ? own.value : undefined) ?? date.values?.[prefix + name]}
        inputmode={item.inputmode ?? "numeric"}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  );
}

function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}
