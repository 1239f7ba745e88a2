// How long to wait before the next try: longer each time, and not a moment after the line is back.

/** Milliseconds. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000];
const longest = 15_000;

export const wait = (tries: number): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, pauses[tries] ?? longest);
    addEventListener('online', go);
  });
