export const letterTexts = {} as const;
