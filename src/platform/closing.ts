/** Things to end, in the reverse of the order in which they were opened. */
export type Closing = {
  add(name: string, close: () => Promise<unknown> | undefined | void): void;
  /** Ends all of them, even when one fails; calling it again waits for the same end. */
  close(): Promise<void>;
};

export function closing(onError: (name: string, error: unknown) => void): Closing {
  const open: { name: string; close: () => Promise<unknown> | undefined | void }[] = [];
  let ended: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    for (const { name, close } of open.toReversed()) {
      try {
        await close();
      } catch (error) {
        onError(name, error);
      }
    }
  };
  return {
    add: (name, close) => void open.push({ name, close }),
    close: () => (ended ??= closeAll()),
  };
}
