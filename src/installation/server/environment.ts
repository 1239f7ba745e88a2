// What was set when the process started, for reading: secrets are said to be set, and no more.

import { meanings } from '#ground/server/settings.ts';
import type { Language } from '#ground/words.ts';

export type EnvironmentSetting = {
  readonly name: string;
  readonly meaning: string;
  /** Null where it is a secret that is set. */
  readonly value: string | null;
  readonly isStandard: boolean;
};

/** Addresses of databases carry passwords. */
const secrets: ReadonlySet<string> = new Set(['DATABASE_URL', 'BINH_YEN_OIDC_CLIENT_SECRET']);

export const listEnvironment = (
  language: Language,
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly EnvironmentSetting[] =>
  Object.entries(meanings).map(([name, meaning]) => {
    const given = env[name]?.trim() ?? '';
    const isStandard = given === '' || given === meaning.standard;
    return {
      name,
      meaning: meaning[language],
      value: !isStandard && secrets.has(name) ? null : given || meaning.standard,
      isStandard,
    };
  });
