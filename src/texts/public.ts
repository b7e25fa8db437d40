export const publicTexts = {} as const;
