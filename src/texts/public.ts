/** Words of the public pages. */
export const publicTexts = {} as const;
