// What no device would send: for every way in, bodies that are broken, huge, half or spiteful.

type Body = { readonly type: string; readonly body: string };

const json = 'application/json';
const multipart = 'multipart/form-data; boundary=b';
const deep = 20_000;

export const bodies: readonly Body[] = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"\\ud800"',
    '1e999',
    '{"__proto__":{"find":"x"},"constructor":{"prototype":{"sealed":1}}}',
    '{"find":"AAAAAAAAAAAAAAAAAAAAAA","epoch":9007199254740993,"number":-1e400,"sealed":{}}',
    '{"find":"AAAAAAAAAAAAAAAAAAAAAA"}',
    '['.repeat(deep) + ']'.repeat(deep),
    JSON.stringify({ sealed: 'A'.repeat(1_200_000) }),
  ].map((body) => ({ type: json, body })),
  ...[
    '',
    '--b',
    '--b\r\n',
    '--b\r\ncontent-disposition: form-data; name="what"\r\n\r\ncut off',
  ].map((body) => ({ type: multipart, body })),
  { type: 'multipart/form-data', body: 'no boundary' },
  ...[
    '',
    'what=%',
    'what=%ff%fe%00',
    '__proto__=1&what=x',
    `code=${'ba '.repeat(5_000)}&what=x`,
  ].map((body) => ({ type: 'application/x-www-form-urlencoded', body })),
  { type: 'text/plain', body: 'what=x' },
  { type: 'application/x-www-form-urlencoded; charset=nonsense', body: 'what=x' },
];
