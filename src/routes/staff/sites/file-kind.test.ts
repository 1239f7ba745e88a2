// A file is what its bytes are, and nothing in it can run in a browser.

import { expect, test } from 'vitest';
import { fileKind, headersFor } from './file-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const pdf = bytes('%PDF-1.7 …');
const zip = bytes('PK\u0003\u0004…');

test('a PDF opens in the browser, a Word file is downloaded', () => {
  expect(fileKind(pdf, 'bien-ban.pdf')).toEqual({ mediaType: 'application/pdf', inline: true });
  expect(fileKind(zip, 'Biên bản.DOCX')?.mediaType).toContain('wordprocessingml');
  expect(headersFor(zip, 'a.docx')['content-disposition']).toMatch(/^attachment;/);
});

test('a name does not make a file something else', () => {
  expect(fileKind(bytes('<html><script>'), 'anh.jpg')).toBeUndefined();
  expect(fileKind(zip, 'anh.png')).toBeUndefined();
  expect(fileKind(bytes('MZ'), 'bien-ban.pdf')).toBeUndefined();
});

test('what is not known is only ever downloaded, as bytes', () => {
  const headers = headersFor(bytes('<html><script>'), 'trang.html');
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(headers['content-disposition']).toMatch(/^attachment;/);
});

test('a name with quotes or line ends cannot break out of its header', () => {
  const named = headersFor(pdf, 'Biên "bản"\r\nx: y.pdf')['content-disposition'];
  expect(named).toBe(
    'inline; filename="bien-ban-x-y.pdf"; ' +
      "filename*=UTF-8''Bi%C3%AAn%20%22b%E1%BA%A3n%22%0D%0Ax%3A%20y.pdf",
  );
});
