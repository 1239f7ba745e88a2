// What has to be finished before the process ends: known to launcher and application alike.

type Closing = () => Promise<void>;

/**
 * The built application is a bundle of its own, so the list hangs on the process rather than on
 * this module: the launcher must be able to close what the application opened.
 */
const key = Symbol.for('binh-yen closing');
const holder: typeof globalThis & { [key]?: Closing[] } = globalThis;

/** The last one registered is closed first. */
export function beforeClosing(close: Closing): void {
  (holder[key] ??= []).push(close);
}

/** Closes everything registered; one failing does not keep the others from being closed. */
export async function closeAll(): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  for (const close of holder[key]?.splice(0).toReversed() ?? [])
    await close().catch((error: unknown) => failures.push(error));
  return failures;
}
