// What can be set while the house runs: the typed catalogue of settings, and what each may hold.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';

export type SettingGroup = 'languages' | 'mail' | 'backup' | 'contact';

type Setting = {
  readonly group: SettingGroup;
  /** What holds where nobody has set it. */
  readonly standard: string;
  /** Sealed at rest; neither shown nor audited. */
  readonly secret?: true;
  /** Another value of the same setting in the environment wins over this one. */
  readonly environment?: 'BINH_YEN_ORIGIN';
  /** The value as it is kept; undefined where it cannot be that. Empty text always means the standard. */
  readonly check: (typed: string) => string | undefined;
};

const oneOf =
  (...choices: readonly string[]) =>
  (typed: string): string | undefined =>
    choices.includes(typed) ? typed : undefined;

const line =
  (longest: number) =>
  (typed: string): string | undefined =>
    tidy(typed).length <= longest ? tidy(typed) : undefined;

const matching =
  (pattern: RegExp, longest: number) =>
  (typed: string): string | undefined => {
    const text = typed.trim();
    return pattern.test(text) && text.length <= longest ? text : undefined;
  };

const address = matching(/^[^\s@<>"(),:;]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i, 200);

export const catalogue = {
  'language.default': { group: 'languages', standard: 'vi', check: oneOf('vi', 'en') },
  'language.offered': { group: 'languages', standard: 'vi en', check: oneOf('vi en', 'vi', 'en') },
  'mail.host': { group: 'mail', standard: '', check: matching(/^[a-z0-9.:-]+$/i, 253) },
  'mail.port': { group: 'mail', standard: '587', check: port },
  'mail.security': {
    group: 'mail',
    standard: 'starttls',
    check: oneOf('starttls', 'tls', 'none'),
  },
  'mail.user': { group: 'mail', standard: '', check: line(200) },
  'mail.password': {
    group: 'mail',
    standard: '',
    secret: true,
    check: (typed) => (typed.length <= 200 ? typed : undefined),
  },
  'mail.sender': { group: 'mail', standard: '', check: address },
  'mail.reply-to': { group: 'mail', standard: '', check: address },
  'mail.authority': {
    group: 'mail',
    standard: '',
    check: matching(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/, 3_500),
  },
  'mail.links': { group: 'mail', standard: '', environment: 'BINH_YEN_ORIGIN', check: origin },
  'contact.who': { group: 'contact', standard: '', check: line(200) },
  'contact.address': { group: 'contact', standard: '', check: line(300) },
  'contact.telephone': {
    group: 'contact',
    standard: '',
    check: matching(/^\+?\d[\d .()-]{1,28}\d$/, 30),
  },
  'backup.folder': { group: 'backup', standard: '', check: matching(/^(?:\/|[a-z]:\\)/i, 500) },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingKey = keyof typeof catalogue;
/** What somebody has set; secrets sealed. */
export type Recorded = Readonly<Partial<Record<SettingKey, string>>>;
export const settingKeys = Object.keys(catalogue) as readonly SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => key in catalogue;
export const settingOf = (key: SettingKey): Setting => catalogue[key];
export const isSecret = (key: SettingKey): boolean => settingOf(key).secret === true;
export const keysOf = (group: SettingGroup): readonly SettingKey[] =>
  settingKeys.filter((key) => catalogue[key].group === group);

/** What holds: what was set last, else the standard. */
export const valueOf = (recorded: Recorded, key: SettingKey): string =>
  recorded[key] ?? settingOf(key).standard;

export type Change = { readonly key: SettingKey; readonly value: string };
export type SettingRefusal =
  | { readonly kind: 'value'; readonly keys: readonly SettingKey[] }
  /** A password would go over the line for everybody to read. */
  | { readonly kind: 'password in clear' }
  /** The password on record was given for another server: whoever names a new one types it again. */
  | { readonly kind: 'password needed' };

/**
 * What a filled form changes. A choice made for the first time counts, also where it is the
 * standard; a secret left empty stays as it is, since nobody is shown what it was.
 */
export function decideChanges(
  typed: Recorded,
  recorded: Recorded,
): Outcome<readonly Change[], SettingRefusal> {
  const filled = settingKeys.flatMap((key) => {
    const text = typed[key];
    return text === undefined || (text === '' && isSecret(key)) ? [] : [{ key, text }];
  });
  const checked = filled.map(({ key, text }) => ({ key, value: checkedValue(key, text) }));
  const wrong = checked.filter(({ value }) => value === undefined).map(({ key }) => key);
  if (wrong.length > 0) return refused({ kind: 'value', keys: wrong });
  const changes = checked.flatMap(({ key, value }) =>
    value === undefined || value === (recorded[key] ?? '') ? [] : [{ key, value }],
  );
  const after = { ...recorded, ...Object.fromEntries(changes.map((one) => [one.key, one.value])) };
  if (sendsPasswordInClear(after)) return refused({ kind: 'password in clear' });
  return takesPasswordAlong(recorded, after) ? refused({ kind: 'password needed' }) : done(changes);
}

/** Where the password on record would go somewhere else than where it went, or in clear. */
function takesPasswordAlong(before: Recorded, after: Recorded): boolean {
  const stored = valueOf(before, 'mail.password');
  if (stored === '' || stored !== valueOf(after, 'mail.password')) return false;
  if (valueOf(after, 'mail.host') === '') return false;
  const isOther = (key: SettingKey): boolean => valueOf(before, key) !== valueOf(after, key);
  return (
    isOther('mail.host') ||
    isOther('mail.port') ||
    (isOther('mail.security') && valueOf(after, 'mail.security') === 'none')
  );
}

const sendsPasswordInClear = (recorded: Recorded): boolean =>
  valueOf(recorded, 'mail.security') === 'none' &&
  valueOf(recorded, 'mail.user') !== '' &&
  !['localhost', '127.0.0.1', '::1'].includes(valueOf(recorded, 'mail.host'));

function checkedValue(key: SettingKey, text: string): string | undefined {
  const { standard, check } = settingOf(key);
  return text.trim() === '' ? standard : check(text);
}

function port(typed: string): string | undefined {
  const number = Number(typed.trim());
  return Number.isInteger(number) && number > 0 && number < 65_536 ? String(number) : undefined;
}

/** 'https://binhyen.example', without a path. */
function origin(typed: string): string | undefined {
  const text = typed.trim();
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' ? url.origin : undefined;
}
