export const fieldTexts = {} as const;
