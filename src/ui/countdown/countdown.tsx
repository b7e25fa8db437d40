export interface CountdownProps {
  /** The time by the server, so that a wrong clock at home does not matter. */
  readonly now: Date;
  readonly until: Date;
  /** The remaining time in words, as the server knows it now. */
  readonly text: string;
  /** With `%{time}`, such as "%{time} lagi". */
  readonly template: string;
  /** Shown once the time is over. */
  readonly over: string;
}

/** The time that is left; it goes on counting where JavaScript runs. */
export function Countdown(props: CountdownProps) {
  return (
    <daftar-countdown
      class="govuk-tag govuk-tag--red"
      data-now={props.now.toISOString()}
      data-until={props.until.toISOString()}
      data-template={props.template}
      data-over={props.over}
    >
      {props.text}
    </daftar-countdown>
  );
}
