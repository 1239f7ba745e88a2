// Says that something is going on while it takes long, and nothing where it does not.

const patience = 700;
const tick = 1_000;

/** Says the sentence once the work takes noticeably long; in a terminal it counts the seconds. */
export async function withProgress<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const isTerminal = process.stdout.isTTY;
  const seconds = (): string => `${Math.round((Date.now() - begun) / 1000)} s`;
  const count = (): void => void process.stdout.write(`\r${sentence} ${seconds()}`);
  const say = (): void => (isTerminal ? count() : console.log(sentence));
  const first = setTimeout(say, patience);
  const next = setInterval(() => isTerminal && count(), tick);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(next);
    if (isTerminal && Date.now() - begun > patience) process.stdout.write('\n');
  }
}

/** For whoever looks for the slow part: milliseconds since the process began. */
export function lap(part: string, wanted: boolean): void {
  if (wanted) console.error(`${String(Math.round(performance.now())).padStart(6)} ms  ${part}`);
}
