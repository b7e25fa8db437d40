import type { Slot } from "../slot.ts";

export interface RowPickProps {
  readonly name: string;
  readonly value: string;
  readonly id: string;
  /** What the box is for, said to screen readers; the row says it to everybody else. */
  readonly label: string;
  readonly checked: boolean;
  /** What names the row, beside the box. */
  readonly children: Slot;
}

/** A box before the name of a table's row, to pick several rows at once. */
export function RowPick(props: RowPickProps) {
  return (
    <span class="daftar-row-pick govuk-checkboxes--small">
      <span class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={props.id}
          name={props.name}
          type="checkbox"
          value={props.value}
          checked={props.checked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={props.id}>
          <span class="govuk-visually-hidden">{props.label}</span>
        </label>
      </span>
      <span>{props.children}</span>
    </span>
  );
}
