// What a person's own menu may hold besides the account: places to go, and acts of one press.

import type { IconName } from './icons.ts';

export type OwnPlace = { readonly href: string; readonly label: string; readonly icon: IconName };

export type OwnAct = {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly icon: IconName;
};
