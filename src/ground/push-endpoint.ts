// Where browsers take notices: the makers' own push services, and no other address.

/** Of Chromium and Edge, Firefox, Safari, and Windows; whoever names another host is refused. */
const pushHosts = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
] as const;
const pushDomains = [
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const;

export const longestEndpoint = 1000;

/**
 * The address a browser gave, where a push service has it: the server sends nothing to where a
 * person merely says. Undefined for everything else.
 */
export function findPushEndpoint(text: string): URL | undefined {
  if (text.length > longestEndpoint || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.port === '' && !url.username && !url.password;
  return isPlain && isPushHost(url.hostname) ? url : undefined;
}

const isPushHost = (host: string): boolean =>
  pushHosts.some((known) => known === host) || pushDomains.some((domain) => host.endsWith(domain));
