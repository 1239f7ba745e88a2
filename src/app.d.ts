// What every request carries: the house's parts, who acts, the day it is, and their language.

import type { Day } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import type { Language } from '#ground/words.ts';
import type { Actor } from '#people/person.ts';
import type { DemoDoor } from '#people/server/demo-door.ts';
import type { SignIn } from '#people/server/sign-in.ts';

declare global {
  namespace App {
    interface Locals {
      /** Shows and takes only what whoever asks may reach; nothing where nobody is signed in. */
      db: Database;
      /** Reaches everything: for what a one-time link or a code guards instead of a role. */
      withoutAccessCheck: Database;
      files: FileStore;
      signIn: SignIn;
      /** Undefined where nobody is signed in. */
      actor: Actor | undefined;
      today: Day;
      timeZone: string;
      language: Language;
      /** What may be chosen instead. */
      languages: readonly Language[];
      /** Open only on this machine, to whoever shows the key: one click enters as a demo person. */
      demoDoor: DemoDoor;
    }
  }
}
