import { Input } from "../input/input.tsx";

export interface HumanCheckProps {
  /** Goes back with the answer. */
  readonly ticket: string;
  /** What the browser may do instead of the person, as JSON. */
  readonly work: string;
  /** What it did already, when the form comes back with other errors. */
  readonly proof: string;
  readonly question: string;
  readonly hint: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly errorPrefix: string;
  readonly texts: {
    /** Nothing to do for the person. */
    readonly waiting: string;
    /** The form goes as soon as the work is done. */
    readonly working: string;
    readonly done: string;
    /** The question is to be answered after all. */
    readonly failed: string;
  };
}

/** A question that tells people from machines; where scripts run the browser works for its person, who is not asked. */
export function HumanCheck(props: HumanCheckProps) {
  const { texts, error } = props;
  return (
    <daftar-human
      data-work={props.work}
      data-waiting={texts.waiting}
      data-working={texts.working}
      data-done={texts.done}
      data-failed={texts.failed}
    >
      <input type="hidden" name="ticket" value={props.ticket} />
      <input type="hidden" name="proof" value={props.proof} />
      <div data-part="question">
        <Input
          name="human"
          label={{ text: props.question }}
          hint={{ text: props.hint }}
          {...(error === undefined ? {} : { errorMessage: { text: error, visuallyHiddenText: props.errorPrefix } })}
          value={props.value}
          spellcheck={false}
          autocomplete="off"
          classes="govuk-input--width-10"
        />
      </div>
      <p class="govuk-hint" role="status" data-part="state" hidden />
    </daftar-human>
  );
}
