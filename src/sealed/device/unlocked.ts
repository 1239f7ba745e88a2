// The key a person has unlocked: in the memory of this tab alone, and not for longer than they use it.

/** Milliseconds without use after which it is forgotten. */
const idleLimit = 15 * 60_000;

let held: { readonly keyId: string; readonly identity: string } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function keepUnlocked(keyId: string, identity: string): void {
  held = { keyId, identity };
  startWaiting();
}

/** The private half, where this key is unlocked. Using it starts the wait anew; merely looking does not. */
export function findUnlocked(
  keyId: string,
  what: 'using' | 'looking' = 'using',
): string | undefined {
  if (held?.keyId !== keyId) return undefined;
  if (what === 'using') startWaiting();
  return held.identity;
}

export function forgetUnlocked(): void {
  held = undefined;
  clearTimeout(timer);
}

function startWaiting(): void {
  clearTimeout(timer);
  timer = setTimeout(forgetUnlocked, idleLimit);
}
