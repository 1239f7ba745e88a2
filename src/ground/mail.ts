// The four mails of the house: none of them says anything about anybody.

import type { Day } from './day.ts';

/** What happened to an account that its person should know of, in the words of the code. */
export const securityEvents = [
  'password changed',
  'second factor changed',
  'passkey added',
  'provider tied',
  'provider untied',
  'recovery code used',
  'address changed',
  'roles changed',
  'records opened beyond reach',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

export type Mail =
  /** Without the code: that stands on the sheet alone, and only its hash is kept. */
  | { readonly kind: 'invitation'; readonly until: Day }
  | { readonly kind: 'reminder' }
  | { readonly kind: 'security notice'; readonly event: SecurityEvent }
  | { readonly kind: 'test' };

/** People without mail carry an address under .invalid, which can never receive any (RFC 2606). */
export const hasAddress = (email: string): boolean =>
  email.includes('@') && !email.endsWith('.invalid');
