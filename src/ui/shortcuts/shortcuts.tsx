export interface ShortcutsProps {
  /** Such as "Pintasan". */
  readonly title: string;
  readonly keys: readonly { readonly key: string; readonly text: string }[];
  /** Single keys must be possible to turn off for those whose software types for them. */
  readonly turnOff: string;
  readonly turnOn: string;
}

/** The keys of a page in words. An element takes part by its attribute `data-shortcut`; without JavaScript no key works and nothing is said. */
export function Shortcuts(props: ShortcutsProps) {
  return (
    <p class="daftar-shortcuts" data-module="daftar-shortcuts" hidden>
      {props.title}:{" "}
      {props.keys.map((shortcut, index) => (
        <>
          {index > 0 && " · "}
          <kbd>{shortcut.key}</kbd> {shortcut.text}
        </>
      ))}{" "}
      <button type="button" class="daftar-shortcuts__toggle" data-turn-on={props.turnOn}>
        {props.turnOff}
      </button>
    </p>
  );
}
