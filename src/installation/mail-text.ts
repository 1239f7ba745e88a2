// What a mail says, as text and as simple HTML: one sentence, one link, where it comes from.

import type { Mail, SecurityEvent } from '#ground/mail.ts';
import { showDay } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { mailWords } from './mail.words.ts';

export type MailText = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where such mails can be switched off; undefined for those that cannot. */
  readonly unsubscribe: string | undefined;
};

/** `origin` is the public address of the installation: 'https://binhyen.example'. */
export function writeMail(mail: Mail, language: Language, origin: string): MailText {
  const { subject, text, link, path, note } = partsOf(mail, language);
  const { greeting, footer } = mailWords[language];
  const address = new URL(path, origin).href;
  const plain = [greeting, text, `${link}: ${address}`, note, `--\n${footer}`].join('\n\n');
  const html = [
    `<p>${greeting}</p>`,
    `<p>${text}</p>`,
    `<p><a href="${escaped(address)}" style="${buttonStyle}">${link}</a></p>`,
    `<p style="${quiet}">${escaped(address)}</p>`,
    `<p>${note}</p>`,
    `<p style="${quiet}">${footer}</p>`,
  ].join('\n');
  return {
    subject,
    text: `${plain}\n`,
    html: `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>\n<body style="${body}">\n${html}\n</body></html>\n`,
    unsubscribe: mail.kind === 'reminder' ? new URL(choicePage, origin).href : undefined,
  };
}

type Parts = {
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly path: string;
  readonly note: string;
};

const accountPage = '/staff/account';
const choicePage = '/staff/account/mail';

function partsOf(mail: Mail, language: Language): Parts {
  const own = mailWords[language];
  switch (mail.kind) {
    case 'invitation':
      return {
        ...own.invitation,
        text: own.invitation.text(showDay(mail.until)),
        path: '/invitation',
      };
    case 'reminder':
      return { ...own.reminder, path: '/staff' };
    case 'security notice':
      return { ...own[toldAs(mail.event)], text: own.event[mail.event], path: seenAt(mail.event) };
    case 'test':
      return { ...own.test, path: '/' };
  }
}

/** What others did to one's account, or at one's site, is no reason to change the password. */
function toldAs(event: SecurityEvent): 'security' | 'roles' | 'opened' {
  if (event === 'roles changed') return 'roles';
  return event === 'records opened beyond reach' ? 'opened' : 'security';
}

const seenAt = (event: SecurityEvent): string =>
  event === 'records opened beyond reach' ? '/staff/glass' : accountPage;

const body = 'font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36rem;margin:1rem';
const quiet = 'color:#4a5a58;font-size:14px;overflow-wrap:anywhere';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#0f766e;color:#ffffff;text-decoration:none';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
