// The post room of the installation: its mail server, its password opened, its letters written and handed over.

import type { Mail } from '#ground/mail.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { sendLetter, type MailProblem } from '#ground/server/mail.ts';
import { openText } from '#ground/server/sealed-text.ts';
import type { Language } from '#ground/words.ts';
import { languagesOf } from '../languages.ts';
import { linksOf, mailServerOf, type MailServerSettings } from '../mail-settings.ts';
import { writeMail } from '../mail-text.ts';
import type { Recorded } from '../setting.ts';
import { readSettings } from './store.ts';

/** What the post room needs of the house. */
export type PostHouse = {
  readonly db: Database;
  /** The installation's own, which is not in the database. */
  readonly secret: string;
  /** BINH_YEN_ORIGIN; undefined where it is not set. */
  readonly origin: string | undefined;
  /** Where the server listens: 'http://127.0.0.1:4000'. */
  readonly here: string;
};

export type ToSend = {
  /** The same at every try. */
  readonly id: string;
  readonly to: string;
  readonly mail: Mail;
  /** Undefined: the installation's. */
  readonly language: Language | undefined;
};

export type PostProblem =
  MailProblem['kind'] | 'not set' /** The data was moved without its secret. */ | 'password lost';

export const passwordPurpose = 'mail.password';

/** Whether it went out; refused with the reason, and whether trying again is of use. */
export async function sendMail(
  house: PostHouse,
  { id, to, mail, language }: ToSend,
): Promise<Outcome<true, { readonly kind: PostProblem; readonly isForGood: boolean }>> {
  const settings = await readSettings(house.db);
  const server = serverOf(settings, house.secret);
  if (!server.ok) return refused({ kind: server.refusal, isForGood: true });
  const spoken = language ?? languagesOf(settings).standard;
  const written = writeMail(mail, spoken, linksOf(settings, house.origin, house.here));
  return sendLetter(server.value, { id, to, ...written });
}

function serverOf(
  settings: Recorded,
  secret: string,
): Outcome<MailServerSettings, 'not set' | 'password lost'> {
  const sealed = settings['mail.password'];
  const password = sealed ? openText(secret, passwordPurpose, sealed) : undefined;
  const server = mailServerOf(settings, password);
  if (!server) return refused('not set');
  return server.user && sealed && password === undefined ? refused('password lost') : done(server);
}
