// Turns at a door that never closes: fair between sources, so that whoever crowds it waits behind themselves.

/** Who solved a puzzle, who has been quiet, who has come often and solved none. */
export const lanes = ['proved', 'quiet', 'noisy'] as const;
export type Lane = (typeof lanes)[number];

export type Turns = {
  /** Resolves when it is one's turn; what it gives must be called when one is done. */
  readonly take: (bucket: string, lane: Lane) => Promise<() => void>;
  readonly waiting: () => number;
};

export type Room = {
  /** How many may be inside at once. */
  readonly inside: number;
  /** How many of one bucket: slow senders of one source cannot fill the room. */
  readonly ofOneBucket: number;
  /** Milliseconds: who takes longer, on a slow line or to hold the door shut, goes on beside the others. */
  readonly patience?: number;
};

/** So many go on beside the others: what they have sent already is held in memory. */
const mostAside = 2_000;

/** Whose turn it is next, over and over: no lane ever stands still. */
const order: readonly Lane[] = [
  'proved',
  'proved',
  'quiet',
  'proved',
  'proved',
  'quiet',
  'proved',
  'noisy',
];

type Waiter = (leave: () => void) => void;
/** A bucket that was served goes behind all others. */
type Line = Map<string, Waiter[]>;

export function openTurns({ inside: room, ofOneBucket, patience = 5_000 }: Room): Turns {
  const lines: Readonly<Record<Lane, Line>> = {
    proved: new Map(),
    quiet: new Map(),
    noisy: new Map(),
  };
  const insideOf = new Map<string, number>();
  let [inside, waiting, served] = [0, 0, 0];
  const besides = { count: 0 };

  const free = (bucket: string): void => {
    inside -= 1;
    const left = (insideOf.get(bucket) ?? 1) - 1;
    if (left === 0) insideOf.delete(bucket);
    else insideOf.set(bucket, left);
    admit();
  };
  const hasRoom = (bucket: string): boolean => (insideOf.get(bucket) ?? 0) < ofOneBucket;
  const next = (): Found | undefined => {
    const first = order[served % order.length] ?? 'proved';
    for (const lane of [first, ...lanes]) {
      const found = takeFrom(lines[lane], hasRoom);
      if (found) return found;
    }
    return undefined;
  };
  const admit = (): void => {
    while (inside < room && waiting > 0) {
      const found = next();
      if (!found) return;
      [inside, waiting, served] = [inside + 1, waiting - 1, served + 1];
      insideOf.set(found.bucket, (insideOf.get(found.bucket) ?? 0) + 1);
      const { bucket } = found;
      found.waiter(seatOf(besides, patience, () => free(bucket)));
    }
  };
  const take = (bucket: string, lane: Lane): Promise<() => void> =>
    new Promise((resolve) => {
      const waiters = lines[lane].get(bucket);
      if (waiters) waiters.push(resolve);
      else lines[lane].set(bucket, [resolve]);
      waiting += 1;
      admit();
    });
  return { take, waiting: () => waiting };
}

/** What gives the seat back: at the end, or before, when whoever sits there steps aside. */
function seatOf(besides: { count: number }, patience: number, free: () => void): () => void {
  let place: 'inside' | 'aside' | 'left' = 'inside';
  const stepAside = (): void => {
    if (place !== 'inside' || besides.count >= mostAside) return;
    place = 'aside';
    besides.count += 1;
    free();
  };
  const slow = setInterval(stepAside, patience).unref();
  return () => {
    clearInterval(slow);
    const was = place;
    place = 'left';
    if (was === 'aside') besides.count -= 1;
    if (was === 'inside') free();
  };
}

type Found = { readonly bucket: string; readonly waiter: Waiter };

/** The bucket that has waited longest for its turn and has room; the few without room are passed over. */
function takeFrom(line: Line, hasRoom: (bucket: string) => boolean): Found | undefined {
  for (const [bucket, waiters] of line) {
    if (!hasRoom(bucket)) continue;
    const waiter = waiters.shift();
    line.delete(bucket);
    if (waiters.length > 0) line.set(bucket, waiters);
    if (waiter) return { bucket, waiter };
  }
  return undefined;
}
