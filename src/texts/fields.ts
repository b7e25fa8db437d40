/** Messages of the field types, by error code. */
export const fieldTexts = {} as const;
