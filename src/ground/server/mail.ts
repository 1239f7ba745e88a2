// Handing one letter to the mail server of the installation. The only file that knows nodemailer.

import { isIP } from 'node:net';
import { getCACertificates } from 'node:tls';
import type { NodemailerError } from 'nodemailer';
import { done, refused, type Outcome } from '../outcome.ts';

export const mailSecurities = ['starttls', 'tls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** 'starttls' and 'tls' refuse to go on without a trusted certificate; 'none' is for this machine. */
  readonly security: MailSecurity;
  /** Undefined where the server asks for none. */
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly sender: string;
  readonly replyTo: string | undefined;
  /** PEM of an authority of the organisation's own, trusted beside the well-known ones. */
  readonly authority: string | undefined;
};

export type Letter = {
  /** The same at every try, so that a mail sent twice is one mail to whoever receives it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the reader can switch such letters off. */
  readonly unsubscribe: string | undefined;
};

/** What went wrong, in our words: what servers say quotes addresses and may be in any language. */
export const mailProblems = [
  'unknown host',
  'no connection',
  'no answer',
  'certificate',
  'no encryption',
  'password',
  'sender',
  'recipient',
  'content',
  'busy',
  'other',
] as const;
export type MailProblem = {
  readonly kind: (typeof mailProblems)[number];
  /** Trying again would change nothing: the server said so for good. */
  readonly isForGood: boolean;
};

export async function sendLetter(
  server: MailServer,
  letter: Letter,
): Promise<Outcome<true, MailProblem>> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(transportOf(server));
  try {
    await transport.sendMail({
      from: server.sender,
      to: letter.to,
      ...(server.replyTo && { replyTo: server.replyTo }),
      messageId: `<${letter.id}@${domainOf(server.sender)}>`,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: headersOf(letter),
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return done(true);
  } catch (error) {
    return refused(problemOf(error));
  } finally {
    transport.close();
  }
}

/** RFC 3834 and RFC 2369: no out-of-office answers, and a way to end it. */
const headersOf = ({ unsubscribe }: Letter): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>` }),
});

/** Milliseconds: a person may be waiting for the answer. */
const patience = 15_000;

function transportOf(server: MailServer) {
  const { host, port, security, user, password, authority } = server;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(authority && { tls: { ca: [...getCACertificates(), authority] } }),
    // What we call ourselves: the name of the machine is nobody's business.
    name: isIP(domainOf(server.sender)) ? 'localhost' : domainOf(server.sender),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    allowInternalNetworkInterfaces: true,
  };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const problem = (kind: MailProblem['kind'], isForGood = false): MailProblem => ({
  kind,
  isForGood,
});

/** By what the system says, then by what the server answered, then by where in the talk it was. */
function problemOf(error: unknown): MailProblem {
  if (!(error instanceof Error)) return problem('other');
  const { code, originalCode, responseCode = 0, command, permanent } = error as NodemailerError;
  const system = ofSystem.find(([, pattern]) => pattern.test(originalCode ?? code ?? ''));
  if (system) return problem(system[0]);
  if (responseCode >= 400 && responseCode < 500) return problem('busy');
  if (code === 'ETLS') return problem('no encryption');
  if (code === 'EAUTH' || responseCode === authenticationRequired) return problem('password');
  if (command === 'MAIL FROM') return problem('sender');
  if (code === 'EENVELOPE') return problem('recipient', permanent ?? true);
  return problem(code === 'EMESSAGE' ? 'content' : 'other');
}

/** RFC 4954. */
const authenticationRequired = 530;

const ofSystem: readonly (readonly [MailProblem['kind'], RegExp])[] = [
  ['unknown host', /^(?:EDNS|ENOTFOUND|EAI_)/],
  ['no connection', /^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ECONNECTION)$/],
  ['no answer', /^ETIMEDOUT$/],
  ['certificate', /CERT|VERIFY|SELF_SIGNED|ALTNAME/],
  ['no encryption', /^(?:EPROTO|ERR_SSL)/],
];
