/** Words of letters. */
export const letterTexts = {} as const;
