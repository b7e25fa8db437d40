import { typedList, typedText, type FieldError, type TypedPage } from "../program/answers.ts";
import type { FieldDefinition, FieldType } from "../program/definition.ts";
import { regionLevels, type Regions } from "../program/regions.ts";
import { paths } from "../paths.ts";
import type { Language, Say } from "../texts/texts.ts";
import { Checkboxes } from "../ui/checkboxes/checkboxes.tsx";
import { CharacterCount } from "../ui/character-count/character-count.tsx";
import { DateInput } from "../ui/date-input/date-input.tsx";
import { Input, type InputProps } from "../ui/input/input.tsx";
import { Radios } from "../ui/radios/radios.tsx";
import { RegionSelect } from "../ui/region-select/region-select.tsx";
import { Select } from "../ui/select/select.tsx";
import type { Slot } from "../ui/slot.ts";

/** Name of the button that shows the next level of a region where JavaScript does not run. */
export const REGION_STEP = "region_step";

/** What drawing a field needs: what was typed, and what is wrong with it, in words. */
export interface FieldView<D> {
  readonly definition: D;
  readonly typed: TypedPage;
  /** Messages by form name. */
  readonly errors: ReadonlyMap<string, string>;
  readonly say: Say;
  readonly language: Language;
  readonly regions: Regions;
}

type Views = { [T in FieldType]: (view: FieldView<Extract<FieldDefinition, { type: T }>>) => Slot };

/** How each field type is drawn: the second half of a field type, beside its module in `program/fields`. */
const views: Views = {
  text: (view) => <Input {...line(view)} />,
  textarea: (view) => (
    <CharacterCount
      {...control(view, view.definition.id)}
      value={typedText(view.typed, view.definition.id)}
      maxlength={view.definition.max_length}
      rows={5}
      {...countTexts(view.say)}
    />
  ),
  name: (view) => <Input {...line(view)} autocomplete="name" spellcheck={false} autocapitalize="words" />,
  email: (view) => <Input {...line(view)} type="email" autocomplete="email" spellcheck={false} autocapitalize="none" />,
  phone: (view) => <Input {...line(view)} type="tel" autocomplete="tel" classes="govuk-input--width-20" />,
  number: (view) => <Input {...line(view)} inputmode="numeric" classes="govuk-input--width-10" />,
  money: (view) => (
    <Input {...line(view)} inputmode="numeric" classes="govuk-input--width-10" prefix={{ text: "Rp" }} />
  ),
  date: drawDate,
  year: (view) => <Input {...line(view)} inputmode="numeric" classes="govuk-input--width-4" />,
  choice: drawChoice,
  choices: (view) => (
    <Checkboxes {...group(view)} values={typedList(view.typed, view.definition.id)} items={options(view)} />
  ),
  yes_no: (view) => (
    <Radios
      {...group(view)}
      classes="govuk-radios--inline"
      value={typedText(view.typed, view.definition.id)}
      items={[
        { value: "yes", text: view.say("apply.yes") },
        { value: "no", text: view.say("apply.no") },
      ]}
    />
  ),
  nik: (view) => <Input {...digits(view)} />,
  kk: (view) => <Input {...digits(view)} />,
  npwp: (view) => <Input {...digits(view)} />,
  postcode: (view) => (
    <Input {...line(view)} inputmode="numeric" autocomplete="postal-code" classes="govuk-input--width-5" />
  ),
  region: drawRegion,
};

/** The browser fills in the number itself, at this sign. */
const counted = { count: "%{count}" };

function countTexts(say: Say) {
  return {
    textareaDescriptionText: say("apply.characters_most", counted),
    charactersUnderLimitText: { one: say("apply.character_left"), other: say("apply.characters_left", counted) },
    charactersAtLimitText: say("apply.characters_none_left"),
    charactersOverLimitText: { one: say("apply.character_over"), other: say("apply.characters_over", counted) },
  };
}

/** Draws one field with its label, hint, error and what was typed. */
export function drawField(view: FieldView<FieldDefinition>): Slot {
  const draw = views[view.definition.type] as (view: FieldView<FieldDefinition>) => Slot;
  return draw(view);
}

/** Where an error of a field links to: the id of its control. */
export function fieldHref(error: Pick<FieldError, "field">): string {
  return `#${error.field}`;
}

function labelText({ definition, language, say }: FieldView<FieldDefinition>): string {
  const text = definition.label[language];
  return definition.optional ? say("apply.optional_label", { label: text }) : text;
}

function control(view: FieldView<FieldDefinition>, name: string) {
  const { definition, language, say } = view;
  const error = view.errors.get(name);
  return {
    name,
    label: { text: labelText(view), classes: "govuk-label--s" },
    ...(definition.hint ? { hint: { text: definition.hint[language] } } : {}),
    ...(error ? { errorMessage: { text: error, visuallyHiddenText: say("frame.error_prefix") } } : {}),
  };
}

function line(view: FieldView<FieldDefinition>): InputProps {
  const { id } = view.definition;
  return { ...control(view, id), value: typedText(view.typed, id) };
}

function digits(view: FieldView<FieldDefinition>): InputProps {
  return {
    ...line(view),
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: false,
    classes: "govuk-input--width-20 daftar-digits",
  };
}

function group(view: FieldView<FieldDefinition>) {
  const { label: _, ...rest } = control(view, view.definition.id);
  return { ...rest, fieldset: { legend: { text: labelText(view), classes: "govuk-fieldset__legend--s" } } };
}

function options(view: FieldView<Extract<FieldDefinition, { type: "choice" | "choices" }>>) {
  return view.definition.options.map((option) => ({
    value: option.value,
    text: option.label[view.language],
    ...(option.hint ? { hint: { text: option.hint[view.language] } } : {}),
  }));
}

const MOST_RADIOS = 8;

function drawChoice(view: FieldView<Extract<FieldDefinition, { type: "choice" }>>): Slot {
  const { id } = view.definition;
  if (view.definition.options.length <= MOST_RADIOS) {
    return <Radios {...group(view)} value={typedText(view.typed, id)} items={options(view)} />;
  }
  return (
    <Select
      {...control(view, id)}
      value={typedText(view.typed, id)}
      items={[{ value: "", text: view.say("apply.choose") }, ...options(view)]}
    />
  );
}

function drawDate(view: FieldView<Extract<FieldDefinition, { type: "date" }>>): Slot {
  const { definition, say } = view;
  const parts = (["day", "month", "year"] as const).map((part) => ({ part, name: `${definition.id}.${part}` }));
  const wrong = parts.find(({ name }) => view.errors.has(name));
  const born = definition.from === "account.birth_date";
  return (
    <DateInput
      id={definition.id}
      fieldset={{ legend: { text: labelText(view), classes: "govuk-fieldset__legend--s" } }}
      {...(definition.hint ? { hint: { text: definition.hint[view.language] } } : {})}
      {...(wrong
        ? { errorMessage: { text: view.errors.get(wrong.name) ?? "", visuallyHiddenText: say("frame.error_prefix") } }
        : {})}
      items={parts.map(({ part, name }) => ({
        id: name,
        name,
        label: say(`apply.date_${part}`),
        value: typedText(view.typed, name),
        classes: part === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
        ...(born ? { autocomplete: `bday-${part}` } : {}),
        error: view.errors.has(name),
      }))}
    />
  );
}

function drawRegion(view: FieldView<Extract<FieldDefinition, { type: "region" }>>): Slot {
  const { definition, say, regions } = view;
  const { id } = definition;
  const depth = regionLevels.indexOf(definition.down_to) + 1;
  let parent: string | undefined;
  let open = true;
  const levels = regionLevels.slice(0, depth).map((level) => {
    const name = `${id}.${level}`;
    const value = typedText(view.typed, name);
    const children = open ? regions.children(parent) : [];
    const known = children.some(({ code }) => code === value);
    const error = view.errors.get(name);
    open &&= known;
    parent = value;
    return {
      name,
      label: say(`apply.region_${level}`),
      empty: say(`apply.region_choose_${level}`),
      value: known ? value : "",
      options: children,
      ...(error ? { error } : {}),
    };
  });
  return (
    <RegionSelect
      id={id}
      legend={{ text: labelText(view), classes: "govuk-fieldset__legend--s" }}
      {...(definition.hint ? { hint: { text: definition.hint[view.language] } } : {})}
      source={`${paths.regions}?parent=`}
      levels={levels}
      errorPrefix={say("frame.error_prefix")}
      step={{ name: REGION_STEP, value: id, text: say("apply.region_next") }}
    />
  );
}
