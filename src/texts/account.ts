/** Words of the account pages. */
export const accountTexts = {} as const;
