// The mail server as the settings describe it, and what a mail is written with.

import type { Language } from '#ground/words.ts';
import { valueOf, type Recorded } from './setting.ts';

/** As the file that knows the mail library takes it. */
export type MailServerSettings = {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly sender: string;
  readonly replyTo: string | undefined;
  readonly authority: string | undefined;
};

/** Undefined while no server, or no sender, is set; the password as opened by whoever may. */
export function mailServerOf(
  recorded: Recorded,
  password: string | undefined,
): MailServerSettings | undefined {
  const [host, sender] = [valueOf(recorded, 'mail.host'), valueOf(recorded, 'mail.sender')];
  if (host === '' || sender === '') return undefined;
  const user = valueOf(recorded, 'mail.user') || undefined;
  return {
    host,
    sender,
    port: Number(valueOf(recorded, 'mail.port')),
    security: securityOf(valueOf(recorded, 'mail.security')),
    user,
    password: user && password,
    replyTo: valueOf(recorded, 'mail.reply-to') || undefined,
    authority: valueOf(recorded, 'mail.authority') || undefined,
  };
}

const securityOf = (text: string): MailServerSettings['security'] =>
  text === 'tls' || text === 'none' ? text : 'starttls';

/** The environment's public address wins; then the one set for mails; then where the server listens. */
export const linksOf = (recorded: Recorded, origin: string | undefined, here: string): string =>
  origin ?? (valueOf(recorded, 'mail.links') || here);

export type Languages = { readonly standard: Language; readonly offered: readonly Language[] };

/** The standard one is always offered. */
export function languagesOf(recorded: Recorded): Languages {
  const standard = languageOf(valueOf(recorded, 'language.default'));
  const offered = valueOf(recorded, 'language.offered').split(' ').map(languageOf);
  return { standard, offered: [...new Set([standard, ...offered])] };
}

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'vi');
