// Where each step of setting up is done.

import type { SetupStep } from './setup-steps.ts';

export const settingsAddress = {
  place: '/staff/settings/place',
  bodies: '/staff/settings/bodies',
  people: '/staff/people',
  languages: '/staff/settings/languages',
  contact: '/staff/settings/contact',
  mail: '/staff/settings/mail',
  backup: '/staff/settings/backup',
  demo: '/staff/settings/demo',
} as const satisfies Readonly<Record<SetupStep, string>>;
