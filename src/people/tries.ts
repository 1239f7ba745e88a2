// How long the next try of a password must wait: guessing is slowed, nobody is locked out.

/** One try. `device` is set only for a browser that has signed in under this very name before. */
export type Try = {
  readonly name: string;
  readonly address: string;
  readonly device: string | undefined;
};

/**
 * So many wrong ones cost nothing; the next waits 1 second, then 2, 4 … up to `longest`. Without a
 * wrong try for `quiet` milliseconds the count starts anew; that is longer than any wait, or who
 * waits longest would be given the free ones again.
 */
export type Slope = { readonly free: number; readonly longest: number; readonly quiet: number };

export type Slopes = {
  /** A browser that signed in under this name before: its own count, whatever strangers do. */
  readonly device: Slope;
  /** A browser nobody knows, at this name from this address. */
  readonly pair: Slope;
  /** All names from one address; an office may stand behind it. */
  readonly address: Slope;
  /**
   * One name from everywhere. 'each': what a newcomer waits after arriving, however great the
   * flood. 'together': one after the other, whoever they are, since strangers never come this far.
   */
  readonly crowd: Slope & { readonly waits: 'each' | 'together' };
};

const [quarter, day] = [15 * 60_000, 24 * 60 * 60_000];

export const passwordSlopes: Slopes = {
  device: { free: 5, longest: 60, quiet: quarter },
  pair: { free: 3, longest: 60, quiet: quarter },
  address: { free: 20, longest: 60, quiet: quarter },
  crowd: { free: 20, longest: 15, quiet: quarter, waits: 'each' },
};

/**
 * A code has six digits only, and whoever types one knows the password: from all unknown browsers
 * together an account takes some twenty at once and then four an hour.
 */
export const codeSlopes: Slopes = {
  device: { free: 4, longest: 900, quiet: day },
  pair: { free: 3, longest: 900, quiet: day },
  address: { free: 20, longest: 60, quiet: quarter },
  crowd: { free: 10, longest: 900, quiet: day, waits: 'together' },
};

/** The code of a printed sheet is the name here: a wrong one is nobody's, and long. */
export const invitationSlopes: Slopes = {
  ...codeSlopes,
  crowd: { free: 10, longest: 15, quiet: quarter, waits: 'together' },
};

export type Tries = {
  /** Whole seconds until this may be tried; 0 for now. `now` in milliseconds. */
  readonly arrive: (one: Try, now: number) => number;
  /** Counted before the answer is known: many tries at once are many tries. */
  readonly add: (one: Try, now: number) => void;
  /** It was right: takes the count back. */
  readonly forget: (one: Try) => void;
};

/** More keys than this are a flood themselves: the oldest of a kind are forgotten. */
const mostKeys = 50_000;

type Kind = keyof Slopes;
type Count = { readonly wrong: number; readonly last: number };

/**
 * Counts in memory, under keys nobody can read a name or an address from: `conceal` is a keyed
 * hash. A restart forgets everything, and no list of who failed to sign in is kept.
 */
export function countTries(
  slopes: Slopes,
  conceal: (text: string) => string,
  most = mostKeys,
): Tries {
  const counts = keepCounts(slopes, most);
  const arrivals = keepArrivals(slopes.crowd.quiet, most);
  const keysOf = (one: Try) => keysFor(one).map(([kind, text]) => [kind, conceal(text)] as const);
  return {
    arrive: (one, now) => {
      const waits = keysOf(one).map(([kind, key]) => {
        const { wrong, last } = counts.find(kind, key, now);
        const waitsAlone = kind === 'crowd' && slopes.crowd.waits === 'each' && wrong > 0;
        const from = waitsAlone ? arrivals.note(conceal(pairOf(one)), now) : last;
        return from + secondsAfter(wrong, slopes[kind]) * 1000 - now;
      });
      return Math.max(0, Math.ceil(Math.max(...waits) / 1000));
    },
    add: (one, now) => {
      for (const [kind, key] of keysOf(one)) {
        const { wrong } = counts.find(kind, key, now);
        counts.put(kind, key, { wrong: Math.min(wrong + 1, steepest(slopes[kind])), last: now });
      }
    },
    forget: (one) => {
      for (const [kind, key] of keysOf(one)) counts.takeBack(kind, key);
    },
  };
}

/** Seconds between this many wrong tries and the next one. */
export const secondsAfter = (wrong: number, { free, longest }: Slope): number =>
  wrong <= free ? 0 : Math.min(longest, 2 ** (wrong - free - 1));

/** Beyond this a count would change nothing but the time until it is forgotten. */
const steepest = ({ free, longest }: Slope): number => free + 1 + Math.ceil(Math.log2(longest));

/** As the store compares names; an endless one is not kept. */
const sameName = (name: string): string => name.toLowerCase().slice(0, 60);
const pairOf = ({ name, address }: Try): string => `${sameName(name)} ${bucketOf(address)}`;

function keysFor(one: Try): readonly (readonly [Kind, string])[] {
  if (one.device !== undefined) return [['device', `${sameName(one.name)} ${one.device}`]];
  return [
    ['pair', pairOf(one)],
    ['address', bucketOf(one.address)],
    ['crowd', sameName(one.name)],
  ];
}

/** An IPv4 address, or the /64 of an IPv6 address: one line of one customer has that many. */
export function bucketOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address.slice(0, 60);
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const missing = Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0));
  const groups = [
    ...(before ?? []),
    ...Array.from({ length: missing }, () => '0'),
    ...(after ?? []),
  ];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** A map for each kind, so that a flood of one kind cannot push out another's. */
function keepCounts(slopes: Slopes, most: number) {
  const maps: Record<Kind, Map<string, Count>> = {
    device: new Map(),
    pair: new Map(),
    address: new Map(),
    crowd: new Map(),
  };
  return {
    find: (kind: Kind, key: string, now: number): Count => {
      const found = maps[kind].get(key);
      if (!found || found.last <= now - slopes[kind].quiet) return { wrong: 0, last: now };
      // A clock that was put back must not make anybody wait for it to catch up.
      return { ...found, last: Math.min(found.last, now) };
    },
    put: (kind: Kind, key: string, count: Count): void => putLast(maps[kind], key, count, most),
    /** Its own count is over; of one shared with others only this try is taken back. */
    takeBack: (kind: Kind, key: string): void => {
      const found = maps[kind].get(key);
      if (!found) return;
      const isOwn = kind === 'device' || kind === 'pair';
      if (isOwn || found.wrong <= 1) maps[kind].delete(key);
      else maps[kind].set(key, { ...found, wrong: found.wrong - 1 });
    },
  };
}

/** When a browser first came to a name that others try too. Apart from the counts: arriving is not trying. */
function keepArrivals(quiet: number, most: number) {
  const times = new Map<string, number>();
  return {
    note: (key: string, now: number): number => {
      const found = times.get(key);
      if (found !== undefined && found > now - quiet) return Math.min(found, now);
      putLast(times, key, now, most);
      return now;
    },
  };
}

function putLast<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
