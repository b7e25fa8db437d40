/** Words of the console pages. */
export const consoleTexts = {} as const;
