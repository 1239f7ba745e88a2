// Talks to the device's own authenticator; the only file that knows @simplewebauthn/browser, loaded when asked for.

import type * as Passkeys from '@simplewebauthn/browser';

type Creation = Parameters<typeof Passkeys.startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof Passkeys.startAuthentication>[0]['optionsJSON'];

export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && window.isSecureContext;

let library: typeof Passkeys | undefined;

/** To be done before anybody taps: between the tap and the question nothing may be waited for. */
export const loadPasskeys = async (): Promise<void> => {
  library ??= await import('@simplewebauthn/browser');
};

/** What the authenticator says, as text to send back; undefined where the person turned away. */
export const makePasskey = (options: object): Promise<string | undefined> =>
  answerOf(library?.startRegistration({ optionsJSON: options as Creation }));

export const usePasskey = (options: object): Promise<string | undefined> =>
  answerOf(library?.startAuthentication({ optionsJSON: options as Request }));

const answerOf = (asking: Promise<object> | undefined): Promise<string | undefined> =>
  Promise.resolve(asking).then(
    (answer) => answer && JSON.stringify(answer),
    () => undefined,
  );
