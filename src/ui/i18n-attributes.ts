/** A text, or one text per plural form as Intl.PluralRules names them. */
export type Messages = string | Readonly<Record<string, string>>;

/** The attributes from which the browser modules of govuk-frontend read their texts. */
export function i18nAttributes(texts: Readonly<Record<string, Messages | undefined>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, messages] of Object.entries(texts)) {
    if (messages === undefined || messages === "") continue;
    if (typeof messages === "string") found[`data-i18n.${key}`] = messages;
    else for (const [plural, message] of Object.entries(messages)) found[`data-i18n.${key}.${plural}`] = message;
  }
  return found;
}
