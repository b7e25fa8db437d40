import { Button } from "../button/button.tsx";
import type { Slot } from "../slot.ts";

export interface PasskeyFormProps {
  /** Whether a passkey is made or signed in with. */
  readonly kind: "add" | "login";
  /** Where the browser learns what to ask the device. */
  readonly ask: string;
  /** Where the device's answer goes. */
  readonly action: string;
  readonly csrf: string;
  readonly button: string;
  readonly secondary?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly texts: {
    /** The device said no, or its answer was not taken. */
    readonly failed: string;
    /** The line was cut. */
    readonly cut: string;
  };
  /** What stands here where scripts do not run or the browser knows no passkeys. */
  readonly fallback?: Slot;
  readonly children?: Slot;
}

/** A form that a device answers: shown by its script only where the browser knows passkeys. */
export function PasskeyForm(props: PasskeyFormProps) {
  return (
    <daftar-passkey
      data-kind={props.kind}
      data-ask={props.ask}
      data-failed={props.texts.failed}
      data-cut={props.texts.cut}
    >
      <div data-part="fallback">{props.fallback}</div>
      <form method="post" action={props.action} novalidate hidden>
        <input type="hidden" name="csrf" value={props.csrf} />
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="govuk-error-message" role="alert" hidden />
        {props.children}
        <Button
          type="submit"
          text={props.button}
          {...(props.secondary ? { classes: "govuk-button--secondary" } : {})}
        />
      </form>
    </daftar-passkey>
  );
}
