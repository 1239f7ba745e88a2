// What programs and broken browsers send: addresses, queries, headers and bodies that nobody meant.

import fc from 'fast-check';

const repeated = (sign: string, times: number): string => sign.repeat(times);

const printable = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
const escaped = fc.nat(0xff).map((code) => `%${code.toString(16).padStart(2, '0')}`);
/** Of a path or a query; Node itself refuses other bytes before we see them. */
const bytes = fc
  .array(fc.oneof(printable, printable, escaped), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join(''));

const badParts = ['%', '%f', '%ff', '%c3', '%c0%af', '%ed%a0%80', '%00', 'a%00b', '%u0041', '%25'];
const oddParts = [
  '..',
  '%2e%2e',
  '%2e%2e%2f',
  '%5c',
  '\\',
  ';',
  '__proto__',
  'constructor',
  'null',
  '-1',
  '0',
  '1e3',
  '9'.repeat(40),
  '\xff',
  '\xc3\x28',
  '%F0%9F%8F%A0',
  repeated('a', 3_000),
  '[site]',
  '~',
  '00000000-0000-0000-0000-000000000000',
  "'%20OR%201=1--",
  '%E2%80%AE',
  '%0d%0aset-cookie:a=b',
];
const part = fc.oneof(fc.constantFrom(...badParts, ...oddParts), bytes);

const names = [
  'q',
  'next',
  'on',
  'by',
  'from',
  'to',
  'page',
  'cursor',
  'after',
  'kind',
  'code',
  'state',
];
const oddNames = [
  '/default',
  '/',
  'demo',
  'token',
  'error',
  'provider',
  '__proto__',
  'levels',
  'x-sveltekit-invalidated',
];
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names, ...oddNames), bytes), part), { maxLength: 3 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00y',
  '__proto__',
  '%',
  '%ff',
  '-1',
  '1e309',
  'NaN',
  '-0',
  '0.1',
  '1.222',
  '5',
  '2147483648',
  '-2147483649',
  repeated('9', 25),
  repeated('9', 400),
  '٣',
  '2026-02-30',
  '2026-11-30',
  '1000-01-01',
  '9999-12-31',
  '0000-00-00',
  '+275760-09-13',
  '-000001-01-01',
  '2026-11',
  '2026-11-01T00:00',
  '25:61',
  'null',
  'true',
  '[]',
  '{}',
  '{"__proto__":{}}',
  '[1,[2,[3]]]',
  '\r\nset-cookie: a=b',
  '\u202e',
  "' OR 1=1 --",
  '<script>',
  'javascript:alert(1)',
  '../../etc',
  '=1+1',
  'a@b.example',
  'a@',
  'https://[',
  '::1',
  'vi',
  'core_member',
  'talk',
  'yes',
  'on',
  '\u{1f3e0}',
  repeated('a', 5_000),
  repeated('Ễ', 25_000),
  repeated('e\u0323', 300),
  repeated('{"a":', 2_000),
];
const text = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 20 }),
  fc.uuid(),
  fc.integer().map(String),
);

const fileNames = [
  'a.docx',
  'a.csv',
  'a.pdf',
  'a\0b.txt',
  '\xed\xa0\x80.jpg',
  '..\\..\\a.doc',
  '',
  '"',
  '/',
  repeated('a', 4_000),
];
const beginnings = [
  '',
  '%PDF-1.7\n',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\xff\xd8\xff\xe0',
  '\x89PNG\r\n\x1a\n',
  'code;name\n',
  '\xff\xfe',
  '{\\rtf1',
];
const file = fc.record({
  name: fc.oneof(fc.constantFrom(...fileNames), bytes),
  type: fc.constantFrom(
    '',
    'text/plain',
    'application/pdf',
    'image/jpeg',
    'text/csv',
    'x/y/z',
    '\xff',
  ),
  content: fc
    .tuple(fc.constantFrom(...beginnings), fc.string({ unit: 'binary', maxLength: 300 }))
    .map(([beginning, rest]) => beginning + rest),
});
export type StrangeFile = typeof file extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of one field of a form that is otherwise filled in as people do. */
const spoiling = fc.record({
  at: fc.nat(),
  how: fc.oneof(
    fc.record({ kind: fc.constant('text' as const), value: text }),
    fc.record({ kind: fc.constant('missing' as const) }),
    fc.record({ kind: fc.constant('twice' as const), value: text }),
    fc.record({ kind: fc.constant('file' as const), value: file }),
    fc.record({
      kind: fc.constant('added' as const),
      name: fc.oneof(
        fc.constantFrom(
          '__proto__',
          'constructor',
          '',
          'a.b.c',
          'steps.0.__proto__',
          'steps.99999999.text',
          'steps.-1.text',
          'facts.add',
          'reviews.0.remove',
          repeated('n', 3_000),
          repeated('a.', 2_000),
        ),
        text,
      ),
      value: text,
    }),
  ),
});

const bodies = [
  ...Array<'form'>(8).fill('form'),
  ...Array<'multipart'>(8).fill('multipart'),
  'torn',
  'no boundary',
  'plain',
  'json',
  'bytes',
  'no type',
  'odd type',
  'escapes',
  'none',
] as const;

const methods = [
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'POST',
  'GET',
];
const headers: readonly Readonly<Record<string, string>>[] = [
  { cookie: 'language=%ff; binh-yen.demo=%; device-time=%00; stand-in=x; ;;=' },
  { cookie: 'binh-yen.session_token=%ff.%00; binh-yen.two_factor={}; __proto__=1' },
  { accept: 'application/json' },
  { accept: '\xff/*;q=x' },
  { 'x-sveltekit-action': 'true', accept: 'application/json' },
  { origin: 'null' },
  { origin: 'https://evil.example' },
  { 'content-encoding': 'gzip' },
  { 'accept-encoding': 'br;q=x, *, zstd, \xff' },
  { 'accept-language': repeated('vi,', 500) },
  { 'if-none-match': '\xff', 'if-modified-since': 'never' },
  { range: 'bytes=9-1,-,x' },
  { host: 'a b' },
  { 'x-forwarded-for': '\xff, ::1', 'x-forwarded-proto': 'gopher', forwarded: 'for=%' },
  { 'user-agent': '\xff'.repeat(2_000), referer: '%' },
  { expect: '100-continue' },
];

/** Once in so many times: what is broken everywhere comes no further than the door. */
const seldom = <T>(times: number, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });

export const strangeRequest = fc.record({
  who: fc.nat(),
  target: fc.nat(),
  example: fc.nat(),
  part: seldom(4, part),
  query: seldom(4, query),
  method: seldom(12, fc.constantFrom(...methods)),
  headers: seldom(5, fc.constantFrom(...headers)),
  body: fc.constantFrom(...bodies),
  spoilt: fc.array(spoiling, { maxLength: 4 }),
  bytes: fc.string({ unit: 'binary', maxLength: 60 }),
});
export type StrangeRequest = typeof strangeRequest extends fc.Arbitrary<infer T> ? T : never;
