export const applyTexts = {} as const;
