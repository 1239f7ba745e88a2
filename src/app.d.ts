// What every request carries: the house's parts, who acts, the day it is, and their language.

import type { Day } from '#ground/day.ts';
import type { Database } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import type { HelpIntake } from '#help/intake.ts';
import type { Language } from '#ground/words.ts';
import type { Actor } from '#people/person.ts';
import type { SignIn } from '#people/server/sign-in.ts';
import type { Intake } from '#tips/intake.ts';

declare global {
  namespace App {
    interface Locals {
      /** Shows and takes only what whoever asks may reach; nothing where nobody is signed in. */
      db: Database;
      /** Reaches everything: for what a one-time link or a code guards instead of a role. */
      withoutAccessCheck: Database;
      files: FileStore;
      /** Takes in what nobody signs: sealed tips, their files, questions for answers. */
      intake: Intake;
      /** The same for help, which goes to helpers and to nobody else. */
      helpIntake: HelpIntake;
      signIn: SignIn;
      /** By which browsers know this installation's notices. */
      pushKey: string;
      /** Undefined where nobody is signed in. */
      actor: Actor | undefined;
      today: Day;
      timeZone: string;
      language: Language;
      /** What may be chosen instead. */
      languages: readonly Language[];
      /** True only on loopback, while the demo is loaded: one click enters as a demo person. */
      demoDoor: boolean;
    }
  }
}
