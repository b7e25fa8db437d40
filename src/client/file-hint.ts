/** What is known of a file before it is sent. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/**
 * Why the server is sure or likely to refuse a file. Only the size is certain here: the type is what the browser
 * believes from the name, while the server looks at the content.
 */
export function fileHint(
  file: ChosenFile,
  limits: { readonly maxBytes: number; readonly types: readonly string[] },
): "too-large" | "wrong-type" | undefined {
  if (file.size > limits.maxBytes) return "too-large";
  if (file.type !== "" && !limits.types.includes(file.type)) return "wrong-type";
  return undefined;
}
