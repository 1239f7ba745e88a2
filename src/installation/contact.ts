// Whom people ask about their personal data, as the settings say it.

import { valueOf, type Recorded } from './setting.ts';

/** Each as it was typed; empty where it is not set. */
export type Contact = {
  readonly who: string;
  readonly address: string;
  readonly telephone: string;
};

/** Undefined while people could neither come, write nor call: then nobody pretends they can. */
export function contactOf(recorded: Recorded): Contact | undefined {
  const [address, telephone] = [
    valueOf(recorded, 'contact.address'),
    valueOf(recorded, 'contact.telephone'),
  ];
  if (address === '' && telephone === '') return undefined;
  return { who: valueOf(recorded, 'contact.who'), address, telephone };
}

/** As a telephone takes it: '0208 3812 345' is dialled 02083812345. */
export const dialled = (telephone: string): string => telephone.replace(/[^\d+]/gu, '');
