// Says that something is going on while it takes long, and nothing where it does not.

const patience = 700;
const tick = 1_000;

/** Says the sentence once the work takes noticeably long; in a terminal it counts the seconds. */
export async function withProgress<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const isTerminal = process.stdout.isTTY;
  const seconds = (): string => `${Math.round((Date.now() - begun) / 1000)} s`;
  let said = false;
  const say = (): void => {
    if (isTerminal) process.stdout.write(`\r${sentence} ${seconds()}`);
    else if (!said) console.log(sentence);
    said = true;
  };
  const first = setTimeout(say, patience);
  const next = setInterval(say, tick);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(next);
    if (said && isTerminal) process.stdout.write(`\r${sentence} ${seconds()}\n`);
  }
}

/** For whoever looks for the slow part: milliseconds since the process began. */
export function lap(part: string, wanted: boolean): void {
  if (wanted) console.error(`${String(Math.round(performance.now())).padStart(6)} ms  ${part}`);
}
