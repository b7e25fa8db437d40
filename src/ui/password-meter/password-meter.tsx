export interface PasswordMeterProps {
  /** Id of the password field. */
  readonly for: string;
  /** Fewest characters. */
  readonly least: number;
  /** Fewest kinds of characters; 1 where kinds are only advice. */
  readonly kinds: number;
  /** What is known of the person that the form does not ask for, such as their name. */
  readonly known?: string;
  /** What is said of each verdict, by its name. */
  readonly words: Readonly<Record<string, string>>;
  /** How to choose well; all that stands here where no script runs. */
  readonly advice: string;
}

/** How well a new password stands while it is typed. Advice only, and nothing but the advice without JavaScript. */
export function PasswordMeter(props: PasswordMeterProps) {
  return (
    <daftar-password-meter
      class="daftar-meter"
      data-for={props.for}
      data-least={String(props.least)}
      data-kinds={String(props.kinds)}
      data-known={props.known}
      data-words={JSON.stringify(props.words)}
    >
      <span class="daftar-meter__bar" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </span>
      <span class="govuk-hint daftar-meter__text" data-meter-text aria-hidden="true" />
      <span class="govuk-visually-hidden" role="status" data-meter-spoken />
      <span class="govuk-hint daftar-meter__advice">{props.advice}</span>
    </daftar-password-meter>
  );
}
