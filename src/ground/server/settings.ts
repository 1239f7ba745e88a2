// What an operator may set, read once from the environment and checked at the door.

import { resolve } from 'node:path';
import * as v from 'valibot';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { Language } from '#ground/words.ts';

export type Settings = {
  readonly host: string;
  readonly port: number;
  /** The address people type when a proxy stands in front; undefined: whatever they typed. */
  readonly origin: string | undefined;
  /** Another PostgreSQL; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Everything that must be kept lies in here; absolute. */
  readonly data: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly language: Language;
  /** A finished build to serve; undefined: this folder's own, built anew when stale. */
  readonly app: string | undefined;
  readonly debug: boolean;
  /** How many of one's own proxies hand requests on; each adds one address to X-Forwarded-For. */
  readonly proxies: number;
  /** The province's own identity provider (OpenID Connect); undefined: none. */
  readonly provider: ProviderSetting | undefined;
};

export type ProviderSetting = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** Words of 'acr' or 'amr' by which it says that it asked for two factors. */
  readonly secondFactorWords: readonly string[];
};

export type SettingName = keyof typeof meanings;
export type SettingRefusal = { readonly kind: 'setting'; readonly names: readonly SettingName[] };

type Meaning = { readonly standard: string; readonly vi: string; readonly en: string };

/** The one table of settings: what each means and what holds where it is not set. */
export const meanings = {
  PORT: { standard: '4000', vi: 'cổng mạng, từ 0 đến 65535', en: 'network port, 0 to 65535' },
  HOST: { standard: '127.0.0.1', vi: 'địa chỉ lắng nghe', en: 'address to listen on' },
  BINH_YEN_ORIGIN: {
    standard: '',
    vi: 'địa chỉ công khai; bắt buộc đặt khi có máy chủ đứng trước, ví dụ https://binhyen.example',
    en: 'public address; must be set when a proxy stands in front, such as https://binhyen.example',
  },
  DATABASE_URL: {
    standard: '',
    vi: 'một PostgreSQL khác (15–18): postgresql://…; để trống thì dùng bản kèm theo',
    en: 'another PostgreSQL (15–18): postgresql://…; empty means the embedded one',
  },
  BINH_YEN_DATA: { standard: 'data', vi: 'thư mục dữ liệu', en: 'the data folder' },
  BINH_YEN_TIME_ZONE: {
    standard: 'Asia/Ho_Chi_Minh',
    vi: 'múi giờ, ví dụ Asia/Ho_Chi_Minh',
    en: 'time zone, such as Asia/Ho_Chi_Minh',
  },
  BINH_YEN_DEMO: {
    standard: '',
    vi: 'yes hoặc no: nạp dữ liệu mẫu; để trống là yes, trừ khi có DATABASE_URL; không bao giờ nạp khi có BINH_YEN_ORIGIN',
    en: 'yes or no: load the demo; empty means yes, unless DATABASE_URL is set; never loaded where BINH_YEN_ORIGIN is set',
  },
  BINH_YEN_LANG: {
    standard: '',
    vi: 'vi hoặc en: ngôn ngữ của lời nhắn khi khởi động; để trống thì theo LANG',
    en: 'vi or en: language of the messages at start; empty means by LANG',
  },
  BINH_YEN_APP: {
    standard: '',
    vi: 'thư mục bản dựng sẵn; để trống thì tự dựng khi cần',
    en: 'folder of a finished build; empty means built here when needed',
  },
  BINH_YEN_DEBUG: {
    standard: 'no',
    vi: 'yes hoặc no: in thời gian từng việc',
    en: 'yes or no: print how long each part took',
  },
  BINH_YEN_PROXIES: {
    standard: '1',
    vi: 'số máy chủ của mình đứng trước khi đã đặt BINH_YEN_ORIGIN; mỗi máy thêm một địa chỉ vào X-Forwarded-For',
    en: 'how many proxies of one’s own stand in front where BINH_YEN_ORIGIN is set; each adds one address to X-Forwarded-For',
  },
  BINH_YEN_OIDC_ISSUER: {
    standard: '',
    vi: 'nơi xác nhận người dùng của tỉnh (OpenID Connect), đúng như nơi ấy tự xưng; để trống là không dùng',
    en: 'the province’s own identity provider (OpenID Connect), exactly as it calls itself; empty means none',
  },
  BINH_YEN_OIDC_CLIENT_ID: {
    standard: '',
    vi: 'tên của hệ thống này ở nơi xác nhận',
    en: 'what the provider calls this system',
  },
  BINH_YEN_OIDC_CLIENT_SECRET: {
    standard: '',
    vi: 'khóa bí mật của hệ thống này ở nơi xác nhận',
    en: 'the secret of this system at the provider',
  },
  BINH_YEN_OIDC_NAME: {
    standard: '',
    vi: 'tên trên nút “Đăng nhập bằng …”',
    en: 'the name on the button “Sign in with …”',
  },
  BINH_YEN_OIDC_SECOND_FACTOR: {
    standard: '',
    vi: 'các giá trị acr hoặc amr, cách nhau bằng dấu phẩy, nghĩa là nơi xác nhận đã hỏi hai bước, ví dụ mfa,otp',
    en: 'values of acr or amr, separated by commas, that mean the provider asked for two steps, such as mfa,otp',
  },
} as const satisfies Readonly<Record<string, Meaning>>;

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(env: Environment): Outcome<Settings, SettingRefusal> {
  const given = Object.entries(meanings).map(([name, { standard }]) => [
    name,
    env[name]?.trim() || standard,
  ]);
  const parsed = v.safeParse(shape, Object.fromEntries(given));
  if (parsed.success) return done(settingsFrom(parsed.output, languageFrom(env)));
  const wrong = Object.keys(v.flatten<typeof shape>(parsed.issues).nested ?? {});
  return refused({ kind: 'setting', names: wrong.filter(isSettingName) });
}

/** The settings of this process; throws where `npm start` would have refused them already. */
export function getSettings(): Settings {
  current ??= readSettings(process.env);
  if (!current.ok) throw new Error(`wrong settings: ${current.refusal.names.join(', ')}`);
  return current.value;
}

/**
 * Hands settings on to the built application, which reads the environment for itself: it is a
 * bundle of its own and shares no module with the launcher.
 */
export function publishSettings(settings: Settings, databaseUrl: string, port: number): void {
  process.env['PORT'] = String(port);
  process.env['DATABASE_URL'] = databaseUrl;
  process.env['BINH_YEN_DATA'] = settings.data;
  process.env['BINH_YEN_DEMO'] = settings.demo ? 'yes' : 'no';
}

/** English where it is asked for by BINH_YEN_LANG or by the terminal; Vietnamese otherwise. */
export const languageFrom = (env: Environment): Language =>
  /^en/i.test(env['BINH_YEN_LANG'] || env['LC_ALL'] || env['LANG'] || '') ? 'en' : 'vi';

let current: Outcome<Settings, SettingRefusal> | undefined;

const isSettingName = (name: string): name is SettingName => name in meanings;

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('vi', { timeZone: name }));
  } catch {
    return false;
  }
};

const hasProtocol =
  (...protocols: readonly string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol);

const port = v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(65535));
const yesOrNo = v.picklist(['yes', 'no']);
const orEmpty = <S extends v.GenericSchema<string, string>>(schema: S) =>
  v.union([v.literal(''), schema]);

const shape = v.object({
  PORT: port,
  HOST: v.pipe(v.string(), v.maxLength(255)),
  BINH_YEN_ORIGIN: orEmpty(v.pipe(v.string(), v.check(hasProtocol('http:', 'https:')))),
  DATABASE_URL: orEmpty(v.pipe(v.string(), v.check(hasProtocol('postgres:', 'postgresql:')))),
  BINH_YEN_DATA: v.string(),
  BINH_YEN_TIME_ZONE: v.pipe(v.string(), v.check(isTimeZone)),
  BINH_YEN_DEMO: orEmpty(yesOrNo),
  BINH_YEN_LANG: orEmpty(v.picklist(['vi', 'en'])),
  BINH_YEN_APP: v.string(),
  BINH_YEN_DEBUG: yesOrNo,
  BINH_YEN_PROXIES: v.pipe(v.string(), v.digits(), v.transform(Number), v.maxValue(9)),
  BINH_YEN_OIDC_ISSUER: orEmpty(v.pipe(v.string(), v.check(hasProtocol('http:', 'https:')))),
  BINH_YEN_OIDC_CLIENT_ID: v.string(),
  BINH_YEN_OIDC_CLIENT_SECRET: v.string(),
  BINH_YEN_OIDC_NAME: v.string(),
  BINH_YEN_OIDC_SECOND_FACTOR: v.string(),
});

function settingsFrom(given: v.InferOutput<typeof shape>, language: Language): Settings {
  return {
    host: given.HOST,
    port: given.PORT,
    origin: given.BINH_YEN_ORIGIN ? new URL(given.BINH_YEN_ORIGIN).origin : undefined,
    databaseUrl: given.DATABASE_URL || undefined,
    data: resolve(given.BINH_YEN_DATA),
    timeZone: given.BINH_YEN_TIME_ZONE,
    demo: wantsDemo(given),
    language,
    app: given.BINH_YEN_APP ? resolve(given.BINH_YEN_APP) : undefined,
    debug: given.BINH_YEN_DEBUG === 'yes',
    proxies: given.BINH_YEN_ORIGIN ? given.BINH_YEN_PROXIES : 0,
    provider: providerFrom(given),
  };
}

/** What is public has no people anybody could enter as. */
function wantsDemo(given: v.InferOutput<typeof shape>): boolean {
  if (given.BINH_YEN_ORIGIN) return false;
  return given.BINH_YEN_DEMO ? given.BINH_YEN_DEMO === 'yes' : !given.DATABASE_URL;
}

function providerFrom(given: v.InferOutput<typeof shape>): ProviderSetting | undefined {
  const issuer = given.BINH_YEN_OIDC_ISSUER;
  if (!issuer) return undefined;
  return {
    issuer,
    clientId: given.BINH_YEN_OIDC_CLIENT_ID,
    clientSecret: given.BINH_YEN_OIDC_CLIENT_SECRET,
    name: given.BINH_YEN_OIDC_NAME || new URL(issuer).hostname,
    secondFactorWords: given.BINH_YEN_OIDC_SECOND_FACTOR.split(',').map((word) => word.trim()),
  };
}
