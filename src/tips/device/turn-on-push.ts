// In the browser: asks its maker's push service for an address to which the daily notice may go.

export type PushTrouble = 'unsupported' | 'denied' | 'failed';

const worker = '/duty-notice.js';
/** The worker sees no other pages than those of people who signed in; the doors have none. */
const scope = '/staff/';

const canGetPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The address, or why there is none; asks the person first. */
export async function turnOnPush(
  pushKey: string,
  language: string,
): Promise<{ readonly endpoint: string } | { readonly trouble: PushTrouble }> {
  if (!canGetPush()) return { trouble: 'unsupported' };
  if ((await Notification.requestPermission()) !== 'granted') return { trouble: 'denied' };
  try {
    const registered = await navigator.serviceWorker.register(`${worker}?language=${language}`, {
      scope,
    });
    await active(registered);
    // One made for another key (data that was moved without its secret) is given up first.
    await (await registered.pushManager.getSubscription())?.unsubscribe();
    const { endpoint } = await registered.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: pushKey,
    });
    return { endpoint };
  } catch {
    return { trouble: 'failed' };
  }
}

/** A worker that has just been registered takes a moment before it may subscribe. */
async function active(registered: ServiceWorkerRegistration): Promise<void> {
  const coming = registered.installing ?? registered.waiting;
  if (registered.active || !coming) return;
  await new Promise<void>((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
    });
  });
}
