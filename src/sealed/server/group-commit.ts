// Many small writes as one: what comes while one commit is under way goes together with the next.

export type GroupCommit<I, O> = {
  /** Resolves once what it was given with is on disk. */
  readonly add: (item: I) => Promise<O>;
  /** Lets what is under way come to its end. */
  readonly stop: () => Promise<void>;
};

export type Limits<I> = {
  readonly items: number;
  readonly bytes: number;
  readonly bytesOf: (item: I) => number;
  /** Whether one item can have caused it: then each is tried without the others. */
  readonly isOnesFault: (error: unknown) => boolean;
};

type Waiting<I, O> = {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: unknown) => void;
};

/** `commit` answers each item, in their order, after its transaction was committed. */
export function openGroupCommit<I, O>(
  commit: (items: readonly I[]) => Promise<readonly O[]>,
  limits: Limits<I>,
): GroupCommit<I, O> {
  const queue: Waiting<I, O>[] = [];
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    // Whoever arrives within the same turn of the event loop still comes along.
    await new Promise(setImmediate);
    while (queue.length > 0) await write(queue.splice(0, fitting(queue, limits)), commit, limits);
    running = undefined;
  };
  const add = (item: I): Promise<O> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      running ??= run();
    });
  return { add, stop: async () => running };
}

/** How many from the front: always one at least. */
function fitting<I, O>(
  queue: readonly Waiting<I, O>[],
  { items, bytes, bytesOf }: Limits<I>,
): number {
  let [count, sum] = [0, 0];
  for (const { item } of queue) {
    sum += bytesOf(item);
    if (count > 0 && (count === items || sum > bytes)) break;
    count += 1;
  }
  return count;
}

/** One that cannot be written takes no other down: they are halved until it stands alone. */
async function write<I, O>(
  batch: readonly Waiting<I, O>[],
  commit: (items: readonly I[]) => Promise<readonly O[]>,
  limits: Limits<I>,
): Promise<void> {
  try {
    const answers = await commit(batch.map(({ item }) => item));
    batch.forEach(({ resolve, reject }, at) => {
      const answer = answers[at];
      if (answer === undefined) reject(new Error('a commit left one of its items unanswered'));
      else resolve(answer);
    });
  } catch (error) {
    if (batch.length === 1 || !limits.isOnesFault(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await write(batch.slice(0, half), commit, limits);
    await write(batch.slice(half), commit, limits);
  }
}
