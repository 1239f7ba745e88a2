// The mail server as the settings describe it, and what a mail is written with.

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
