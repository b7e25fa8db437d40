import { zoneName } from "../../texts/dates.ts";
import type { Say } from "../../texts/texts.ts";
import { Input } from "../../ui/input/input.tsx";
import { Textarea } from "../../ui/textarea/textarea.tsx";

type Field = "day" | "time" | "reason";

interface MomentFieldsProps {
  readonly say: Say;
  /** Where the words stand that differ. */
  readonly room: "console.window" | "console.announcement";
  readonly zone: string;
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: Readonly<Partial<Record<Field, string>>>;
}

/** A day, a time in the institution's zone, and the reason: what every act asks for that moves a moment. */
export function MomentFields({ say, room, zone, typed, errors }: MomentFieldsProps) {
  return (
    <>
      <Input
        name="day"
        type="date"
        classes="govuk-input--width-10"
        label={{ text: say(`${room}.day`) }}
        hint={{ text: say("console.window.day_hint") }}
        value={typed.day}
        {...errorOf(say, errors.day)}
      />
      <Input
        name="time"
        classes="govuk-input--width-5"
        inputmode="text"
        autocomplete="off"
        label={{ text: say(`${room}.time`, { zone: zoneName(zone) }) }}
        hint={{ text: say(`${room}.time_hint`) }}
        value={typed.time}
        {...errorOf(say, errors.time)}
      />
      <Textarea
        name="reason"
        rows={3}
        label={{ text: say("console.window.reason") }}
        hint={{ text: say(`${room}.reason_hint`) }}
        value={typed.reason}
        {...errorOf(say, errors.reason)}
      />
    </>
  );
}

/** The message of a field in the console, as components take it; nothing when there is none. */
export function errorOf(say: Say, text: string | undefined) {
  return text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
}
