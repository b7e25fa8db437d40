/** Words of the apply pages. */
export const applyTexts = {} as const;
