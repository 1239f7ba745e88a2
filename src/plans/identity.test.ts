// The same paper is recognised however its file was made, and another paper is not.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { examplePlan } from '#sites/testing.ts';
import { identityOf, textFingerprint } from './identity.ts';

const paper = examplePlan.paper;

test('layout, line breaks, accents as typed and page numbers make no difference', async () => {
  const word = ['KẾ HOẠCH', 'Xây dựng mô hình tại xóm Phố, hoà bình'];
  const pdf = [
    'Kế hoạch',
    '2',
    'Xây dựng  mô hình',
    'tại xóm Phố,',
    '- 3 -',
    'hòa bình'.normalize('NFD'),
  ];
  expect(await textFingerprint(pdf)).toBe(await textFingerprint(word));
});

test('one changed figure or letter is another paper', async () => {
  const text = ['Tổng số 150 hộ'];
  expect(await textFingerprint(['Tổng số 151 hộ'])).not.toBe(await textFingerprint(text));
  expect(await textFingerprint(['Tổng số 150 họp'])).not.toBe(await textFingerprint(text));
});

test('where the lines break never matters', async () => {
  const words = fc.array(fc.stringMatching(/^[a-zà-ỹ]{1,8}$/u), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(words, fc.array(fc.nat(12)), async (all, cuts) => {
      const broken = all.map((word, at) => `${word}${cuts.includes(at) ? '\n' : ' '}`).join('');
      expect(await textFingerprint(broken.split('\n'))).toBe(
        await textFingerprint([all.join(' ')]),
      );
    }),
  );
});

test('agency, number and date are one paper’s own, however they are typed', () => {
  const spelt = { ...paper, agency: 'Phòng  PV05', number: '12/kh-pv05' };
  expect(identityOf(spelt)).toBe(identityOf(paper));
  expect(identityOf({ ...paper, number: '13/KH-PV05' })).not.toBe(identityOf(paper));
  expect(identityOf({ ...paper, date: day('2026-05-07') })).not.toBe(identityOf(paper));
  expect(identityOf({ ...paper, agency: 'CÔNG AN XÃ' })).not.toBe(identityOf(paper));
});

test('without a number or a date nothing identifies it', () => {
  expect(identityOf({ ...paper, number: null })).toBeNull();
  expect(identityOf({ ...paper, number: ' … ' })).toBeNull();
  expect(identityOf({ ...paper, date: null })).toBeNull();
});
