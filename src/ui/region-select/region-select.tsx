import { Button } from "../button/button.tsx";
import { Fieldset, type Legend } from "../fieldset/fieldset.tsx";
import { Explanations, GroupFrame, type FieldProps } from "../form-group/form-group.tsx";
import { Select } from "../select/select.tsx";

export interface RegionLevel {
  readonly name: string;
  readonly label: string;
  /** The text of the empty choice, such as "Pilih kecamatan". */
  readonly empty: string;
  readonly value: string;
  /** What can be chosen now: the children of the level above, none while that is open. */
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly error?: string;
}

export interface RegionSelectProps extends Pick<FieldProps, "hint" | "errorMessage"> {
  readonly id: string;
  readonly legend: Legend;
  /** Where the children of a region are read, ending where its code goes, such as `/regions?parent=`. */
  readonly source: string;
  readonly levels: readonly RegionLevel[];
  readonly errorPrefix?: string;
  /** The button that shows the next level where JavaScript does not run. */
  readonly step: { readonly name: string; readonly value: string; readonly text: string };
}

/** An address down to the village: each choice narrows the next, with or without JavaScript. */
export function RegionSelect(props: RegionSelectProps) {
  const inError = props.errorMessage !== undefined || props.levels.some((level) => level.error !== undefined);
  return (
    <GroupFrame error={inError}>
      <Fieldset legend={props.legend} describedBy={describe(props)}>
        <Explanations id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
        <daftar-region data-src={props.source}>
          {props.levels.map((level) => (
            <Select
              name={level.name}
              label={{ text: level.label }}
              value={level.value}
              errorMessage={
                level.error === undefined ? undefined : { text: level.error, visuallyHiddenText: props.errorPrefix }
              }
              items={[
                { value: "", text: level.empty },
                ...level.options.map((option) => ({ value: option.code, text: option.name })),
              ]}
              attributes={{ autocomplete: "off" }}
            />
          ))}
          <Button
            classes="govuk-button--secondary"
            name={props.step.name}
            value={props.step.value}
            text={props.step.text}
            attributes={{ "data-region-step": true }}
          />
        </daftar-region>
      </Fieldset>
    </GroupFrame>
  );
}

function describe(props: RegionSelectProps): string {
  const ids = [props.hint && `${props.id}-hint`, props.errorMessage && `${props.id}-error`];
  return ids.filter(Boolean).join(" ");
}
