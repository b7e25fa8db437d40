/** Extra attributes of an element: `true` gives the bare name. */
export type Attributes = Readonly<Record<string, string | true>>;

const safeName = /^[a-z][a-z0-9._:-]*$/;
const refused = new Set([
  "style",
  "srcdoc",
  "formaction",
  "action",
  "xlink:href",
  "dangerouslysetinnerhtml",
  "children",
]);

/**
 * Attributes ready to be spread on an element. Throws on a name that could run script or break out of the tag,
 * because names are written by us and a wrong one is a mistake in our code, not in what a person typed.
 */
export function attributes(given: Attributes | undefined): Record<string, string> {
  if (given === undefined) return {};
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!safeName.test(name) || refused.has(name) || name.startsWith("on")) {
      throw new Error(`The attribute ${JSON.stringify(name)} is not allowed`);
    }
    safe[name] = value === true ? "" : value;
  }
  return safe;
}
