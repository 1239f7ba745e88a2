// Talks to the device's own authenticator; the only file that knows @simplewebauthn/browser, loaded when asked for.

import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && window.isSecureContext;

/** What the authenticator says, as text to send back; undefined where the person turned away. */
export async function makePasskey(options: object): Promise<string | undefined> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return answerOf(startRegistration({ optionsJSON: options as Creation }));
}

export async function usePasskey(options: object): Promise<string | undefined> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return answerOf(startAuthentication({ optionsJSON: options as Request }));
}

const answerOf = (asking: Promise<object>): Promise<string | undefined> =>
  asking.then(
    (answer) => JSON.stringify(answer),
    () => undefined,
  );
