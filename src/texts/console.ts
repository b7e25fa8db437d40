export const consoleTexts = {} as const;
