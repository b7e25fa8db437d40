import { Button } from "../button/button.tsx";
import { classes } from "../classes.ts";
import { fieldId, type FieldProps } from "../form-group/form-group.tsx";
import { i18nAttributes } from "../i18n-attributes.ts";
import { Input } from "../input/input.tsx";

export interface PasswordInputProps extends FieldProps {
  /** Only ever for a page that keeps what was typed; a password is never sent back from the server. */
  readonly value?: string;
  readonly autocomplete?: "current-password" | "new-password";
  readonly showPasswordText?: string;
  readonly hidePasswordText?: string;
  readonly showPasswordAriaLabelText?: string;
  readonly hidePasswordAriaLabelText?: string;
  readonly passwordShownAnnouncementText?: string;
  readonly passwordHiddenAnnouncementText?: string;
  readonly button?: { readonly classes?: string };
}

/** A password that can be looked at while typing. */
export function PasswordInput(props: PasswordInputProps) {
  const id = fieldId(props);
  return (
    <Input
      name={props.name}
      id={id}
      type="password"
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={props.describedBy}
      disabled={props.disabled}
      attributes={props.attributes}
      value={props.value}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? "current-password"}
      classes={classes("govuk-password-input__input govuk-js-password-input-input", props.classes)}
      inputWrapper={{ classes: "govuk-password-input__wrapper" }}
      formGroup={{
        classes: classes("govuk-password-input", props.formGroup?.classes),
        attributes: { ...texts(props), ...props.formGroup?.attributes },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: (
          <>
            <Toggle id={id} {...props} />
            {props.formGroup?.afterInput}
          </>
        ),
      }}
    />
  );
}

function texts(props: PasswordInputProps): Record<string, string> {
  return {
    "data-module": "govuk-password-input",
    ...i18nAttributes({
      "show-password": props.showPasswordText,
      "hide-password": props.hidePasswordText,
      "show-password-aria-label": props.showPasswordAriaLabelText,
      "hide-password-aria-label": props.hidePasswordAriaLabelText,
      "password-shown-announcement": props.passwordShownAnnouncementText,
      "password-hidden-announcement": props.passwordHiddenAnnouncementText,
    }),
  };
}

function Toggle(props: PasswordInputProps & { readonly id: string }) {
  return (
    <Button
      type="button"
      classes={classes(
        "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
        props.button?.classes,
      )}
      text={props.showPasswordText ?? "Show"}
      attributes={{
        "aria-controls": props.id,
        "aria-label": props.showPasswordAriaLabelText ?? "Show password",
        hidden: true,
      }}
    />
  );
}
