import { attributes, type Attributes } from "../attributes.ts";
import { classes } from "../classes.ts";
import { safeHref } from "../link/safe-href.ts";
import { firstFilled, isFilled, type Slot } from "../slot.ts";

export interface ButtonProps {
  readonly text?: Slot;
  /** Content with elements in it; wins over the text. */
  readonly children?: Slot;
  readonly name?: string;
  readonly type?: "submit" | "button" | "reset";
  readonly value?: string;
  readonly disabled?: boolean;
  /** Makes it a link that looks like a button. */
  readonly href?: string;
  readonly classes?: string;
  readonly id?: string;
  readonly preventDoubleClick?: boolean;
  readonly isStartButton?: boolean;
  readonly attributes?: Attributes;
}

/** What the page is for: one primary button, others secondary. */
export function Button(props: ButtonProps) {
  const isStart = props.isStartButton === true;
  const attributesOfBoth = {
    class: classes("govuk-button", props.classes, isStart && "govuk-button--start"),
    "data-module": "govuk-button",
    ...attributes(props.attributes),
    ...(props.id === undefined || props.id === "" ? {} : { id: props.id }),
  };
  const content = (
    <>
      {isStart && isFilled(props.children) ? <span>{props.children}</span> : firstFilled(props.children, props.text)}
      {isStart && <StartIcon />}
    </>
  );
  if (props.href !== undefined && props.href !== "") {
    return (
      <a href={safeHref(props.href)} role="button" draggable="false" {...attributesOfBoth}>
        {content}
      </a>
    );
  }
  const disabled = props.disabled === true;
  return (
    <button
      type={props.type ?? "submit"}
      value={props.value === "" ? undefined : props.value}
      name={props.name === "" ? undefined : props.name}
      disabled={disabled}
      aria-disabled={disabled ? "true" : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...attributesOfBoth}
    >
      {content}
    </button>
  );
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
