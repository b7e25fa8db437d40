/** What may stand in braces in a canned answer. */
export const cannedFields = ["nama", "nomor_tiket", "kategori", "instansi"] as const;
export type CannedField = (typeof cannedFields)[number];

const fieldForm = /\{([^{}]*)\}/g;

function isField(name: string): name is CannedField {
  return cannedFields.some((known) => known === name);
}

/** The first thing in braces that is no field, so that no answer goes out with a gap in it; undefined where all are. */
export function unknownField(text: string): string | undefined {
  return [...text.matchAll(fieldForm)].map(([, name = ""]) => name).find((name) => !isField(name));
}

/** The text with its fields filled in; what came from a field is not looked at again. */
export function fillCanned(text: string, values: Readonly<Record<CannedField, string>>): string {
  return text.replace(fieldForm, (whole, name: string) => (isField(name) ? values[name] : whole));
}
