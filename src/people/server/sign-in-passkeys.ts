// Passkeys: what is asked of an authenticator and whether its answer holds; the only file that knows @simplewebauthn/server.

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import * as v from 'valibot';

/** A passkey as it is kept: nothing in it is secret. */
export type KeptPasskey = {
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
};

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

export type Passkeys = {
  readonly optionsForNew: (
    person: { readonly personId: string; readonly username: string; readonly name: string },
    kept: readonly KeptPasskey[],
  ) => Promise<CreationOptions>;
  /** Undefined where the answer is to another question, from another place, or unverified. */
  readonly checkNew: (answer: string, challenge: string) => Promise<KeptPasskey | undefined>;
  /** Without passkeys named the person chooses among those on the device. */
  readonly optionsForUse: (kept: readonly KeptPasskey[]) => Promise<RequestOptions>;
  /** The passkey's new count, or undefined where the answer does not hold. */
  readonly checkUse: (
    answer: PasskeyAnswer,
    challenge: string,
    kept: KeptPasskey,
  ) => Promise<number | undefined>;
};

/** `origin` is what people type; its host is the name their passkeys are bound to. */
export function passkeysAt(origin: string): Passkeys {
  const rpID = new URL(origin).hostname;
  return {
    optionsForNew: ({ personId, username, name }, kept) =>
      generateRegistrationOptions({
        rpName: 'Bình Yên',
        rpID,
        userID: new TextEncoder().encode(personId),
        userName: username,
        userDisplayName: name,
        // What kind of device it is, is not asked.
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: kept.map(described),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    checkNew: (answer, challenge) => checkNew(answer, { challenge, origin, rpID }),
    optionsForUse: (kept) =>
      generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
        ...(kept.length > 0 && { allowCredentials: kept.map(described) }),
      }),
    checkUse: (answer, challenge, kept) => checkUse(answer, { challenge, origin, rpID }, kept),
  };
}

export type PasskeyAnswer = AuthenticationResponseJSON;

/** What a browser sent, if it has the shape of an answer; whether it holds is `checkUse`'s to say. */
export function findAnswer(text: string): PasskeyAnswer | undefined {
  const parsed = v.safeParse(useAnswer, parsedJson(text));
  return parsed.success ? (parsed.output as PasskeyAnswer) : undefined;
}

/** Whether it answers another challenge than this; what is no answer at all answers none. */
export function isOfOther(text: string, challenge: string): boolean {
  const data = findAnswer(text)?.response.clientDataJSON;
  const told =
    data && v.safeParse(clientData, parsedJson(Buffer.from(data, 'base64url').toString()));
  return Boolean(told && told.success && told.output.challenge !== challenge);
}

const clientData = v.object({ challenge: v.string() });

type Expected = { readonly challenge: string; readonly origin: string; readonly rpID: string };

async function checkNew(answer: string, expected: Expected): Promise<KeptPasskey | undefined> {
  const parsed = v.safeParse(newAnswer, parsedJson(answer));
  if (!parsed.success) return undefined;
  const response = parsed.output as RegistrationResponseJSON;
  const checked = await orNothing(
    verifyRegistrationResponse({
      response,
      ...asExpected(expected),
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!checked?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports,
  };
}

async function checkUse(
  response: PasskeyAnswer,
  expected: Expected,
  kept: KeptPasskey,
): Promise<number | undefined> {
  const credential = {
    ...described(kept),
    publicKey: Uint8Array.from(Buffer.from(kept.publicKey, 'base64url')),
    counter: kept.counter,
  };
  const checked = await orNothing(
    verifyAuthenticationResponse({ response, ...asExpected(expected), credential }),
  );
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}

/** EdDSA, ES256 and RS256: what every authenticator has; Node calls the newer ones experiments. */
const algorithms = [-8, -7, -257];

/** User verification makes a passkey two factors: the device, and the finger, face or PIN. */
const asExpected = ({ challenge, origin, rpID }: Expected) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: rpID,
  requireUserVerification: true,
});

/** The library throws at whatever does not hold; to us that is one answer. */
const orNothing = <T>(checking: Promise<T>): Promise<T | undefined> =>
  checking.catch(() => undefined);

const described = ({ credentialId, transports }: KeptPasskey) => ({
  id: credentialId,
  transports: transports.filter(isTransport),
});

const known: readonly string[] = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];
const isTransport = (name: string): name is AuthenticatorTransport => known.includes(name);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const encoded = v.pipe(v.string(), v.regex(/^[\w-]{1,8000}$/));
const result = { id: encoded, rawId: encoded, type: v.literal('public-key') };
const noExtensions = v.optional(v.object({}), {});
const useAnswer = v.object({
  ...result,
  clientExtensionResults: noExtensions,
  response: v.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: v.optional(encoded),
  }),
});
const newAnswer = v.object({
  ...result,
  clientExtensionResults: noExtensions,
  response: v.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: v.optional(v.array(v.pipe(v.string(), v.maxLength(20))), []),
  }),
});
