/** Fields that say where a form comes from, not what was typed. */
const frame: readonly string[] = ["csrf", "version", "from"];

/** What stands in the form, in its order, as one text; the frame of the form is no part of it. */
export function textOf(form: HTMLFormElement): string {
  const text = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (!frame.includes(name) && typeof value === "string") text.append(name, sameLines(value));
  }
  return text.toString();
}

/** What stood in the form when it was drawn, whatever a browser has filled in since. */
export function drawnText(form: HTMLFormElement): string {
  const text = new URLSearchParams();
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      const chosen = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
      if (chosen !== undefined) text.append(control.name, chosen.value);
    } else if (control instanceof HTMLTextAreaElement) {
      text.append(control.name, sameLines(control.defaultValue));
    } else if (control instanceof HTMLInputElement && control.name !== "" && !frame.includes(control.name)) {
      const isChoice = control.type === "radio" || control.type === "checkbox";
      if (!isChoice || control.defaultChecked) text.append(control.name, control.defaultValue);
    }
  }
  return text.toString();
}

/** A field of the frame. */
export function frameField(form: HTMLFormElement, name: "csrf" | "version" | "from"): HTMLInputElement | undefined {
  return form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`) ?? undefined;
}

/** Lines end as in a form that the browser sends, so that both are the same to the service. */
function sameLines(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}
