// Editing a draft: what changes, what is kept beside it, what is refused, and what a new draft keeps.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { draftReview } from './draft.ts';
import { decideEdit, limits, type Change } from './edit.ts';
import { exampleRecords } from './example-records.ts';
import { reviewToPaper } from './paper.ts';
import { redraft } from './redraft.ts';
import { sentencesOf, type ReviewDraft, type Sentence } from './review.ts';

const period = { from: day('2026-06-01'), to: day('2026-11-30') };
const draft = draftReview(exampleRecords, period, 'interim');
const withoutTalks = draftReview(
  {
    ...exampleRecords,
    activities: exampleRecords.activities.filter(({ kind }) => kind !== 'talk'),
  },
  period,
  'interim',
);

function edited(from: ReviewDraft, ...changes: readonly Change[]): ReviewDraft {
  return changes.reduce((one, change) => {
    const decided = decideEdit(one, change, false);
    if (!decided.ok) throw new Error(decided.refusal);
    return decided.value;
  }, from);
}

const find = (of: ReviewDraft, id: string): Sentence | undefined =>
  sentencesOf(of).find((one) => one.id === id);
const printed = (of: ReviewDraft): string => JSON.stringify(reviewToPaper(of, null));
const refusalOf = (change: Change, isIssued = false): unknown => {
  const decided = decideEdit(draft, change, isIssued);
  return decided.ok ? 'allowed' : decided.refusal;
};

const reword = {
  kind: 'reword',
  sentenceId: 'activities-talk',
  text: '  Đã nói\nchuyện 13 buổi. ',
} as const;

describe('a person', () => {
  test('rewords a sentence; its records and its first text stay', () => {
    const talk = find(edited(draft, reword), 'activities-talk');
    const before = find(draft, 'activities-talk');
    expect(talk).toMatchObject({
      text: 'Đã nói chuyện 13 buổi.',
      edited: true,
      origin: before?.text,
    });
    expect(talk?.records).toEqual(before?.records);
  });

  test('typing the first text again is no edit', () => {
    const text = find(draft, 'activities-talk')?.text ?? '';
    expect(find(edited(draft, reword, { ...reword, text }), 'activities-talk')?.edited).toBe(false);
  });

  test('takes a reworded sentence back to its first text', () => {
    const back = edited(draft, reword, { kind: 'reset', sentenceId: 'activities-talk' });
    expect(back).toEqual(draft);
  });

  test('takes a sentence out of the print and puts it back', () => {
    const remove = { kind: 'remove', sentenceId: 'closing' } as const;
    expect(printed(edited(draft, remove))).not.toContain('Trên đây là báo cáo');
    expect(edited(draft, remove, { kind: 'restore', sentenceId: 'closing' })).toEqual(draft);
  });

  test('adds own words after a sentence, marked as nobody’s record', () => {
    const add = {
      kind: 'add',
      to: 'results',
      after: 'activities-talk',
      text: 'Bà con hưởng ứng.',
    } as const;
    const added = edited(draft, add);
    expect(find(added, 'own-1')).toEqual({
      id: 'own-1',
      text: 'Bà con hưởng ứng.',
      origin: null,
      records: [],
      edited: true,
      removed: false,
    });
    const blocks = added.chapters[1]?.blocks.map(({ id }) => id) ?? [];
    expect(blocks.indexOf('block-own-1')).toBe(blocks.indexOf('talks') + 1);
  });

  test('writes the proposals, which are not printed while empty', () => {
    expect(printed(draft)).not.toContain('Kiến nghị');
    const add = {
      kind: 'add',
      to: 'proposals',
      after: null,
      text: 'Đề nghị hỗ trợ kinh phí.',
    } as const;
    expect(printed(edited(draft, add))).toContain('"mark":"V.","text":"Kiến nghị, đề xuất"');
  });

  test('adds a basis at the end of the bases', () => {
    const add = {
      kind: 'add',
      to: 'bases',
      after: null,
      text: 'Căn cứ Luật số 10/2022/QH15',
    } as const;
    expect(reviewToPaper(edited(draft, add), null).bases.at(-1)).toBe(
      'Căn cứ Luật số 10/2022/QH15',
    );
  });

  test('changes header, subject, addressees, recipients and signature', () => {
    const header = {
      agencyAbove: ' ',
      agency: 'Ban Chủ nhiệm',
      symbol: 'BC-BCN',
      place: 'Phú Thịnh',
    };
    const signature = {
      authority: 'TM. Ban Chủ nhiệm',
      position: 'Trưởng ban',
      rank: '',
      name: 'Người Khác',
    };
    const changed = edited(
      draft,
      { kind: 'header', header },
      { kind: 'subject', subject: 'Sơ kết nửa năm' },
      { kind: 'addressees', addressees: ['', 'Ủy ban nhân dân xã'] },
      { kind: 'recipients', recipients: ['Chi bộ xóm', 'Lưu: BCN'] },
      { kind: 'signature', signature },
    );
    expect(changed).toMatchObject({
      header: { ...header, agencyAbove: null },
      subject: 'Sơ kết nửa năm',
      addressees: ['Ủy ban nhân dân xã'],
      recipients: ['Chi bộ xóm', 'Lưu: BCN'],
      signature: { ...signature, rank: null },
    });
  });

  test.each<readonly [string, Change, string]>([
    ['an empty sentence', { ...reword, text: ' \n' }, 'empty'],
    [
      'a sentence too long to print',
      { ...reword, text: 'a'.repeat(limits.sentence + 1) },
      'too-long',
    ],
    ['a sentence that is not there', { ...reword, sentenceId: 'nowhere' }, 'unknown-sentence'],
    ['an empty subject', { kind: 'subject', subject: '' }, 'empty'],
    [
      'a header without an agency',
      { kind: 'header', header: { ...draft.header, agency: '' } },
      'empty',
    ],
    [
      'a signature without a position',
      { kind: 'signature', signature: { ...draft.signature, position: ' ' } },
      'empty',
    ],
    ['no recipient at all', { kind: 'recipients', recipients: [''] }, 'empty'],
    [
      'too many recipients',
      { kind: 'recipients', recipients: Array.from({ length: 31 }, () => 'x') },
      'too-many',
    ],
  ])('is refused %s', (_, change, refusal) => {
    expect(refusalOf(change)).toBe(refusal);
  });

  test('has no first text to go back to in own words', () => {
    const own = edited(draft, { kind: 'add', to: 'directions', after: null, text: 'Việc khác.' });
    expect(decideEdit(own, { kind: 'reset', sentenceId: 'own-1' }, false)).toMatchObject({
      refusal: 'not-generated',
    });
  });

  test('changes nothing of an issued review', () => {
    const every: readonly Change[] = [
      reword,
      { kind: 'remove', sentenceId: 'closing' },
      { kind: 'subject', subject: 'Khác' },
      { kind: 'recipients', recipients: ['Khác'] },
    ];
    expect(every.map((change) => refusalOf(change, true))).toEqual(
      every.map(() => 'already-issued'),
    );
  });

  test('may type anything at all: what is kept is one clean line or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const decided = decideEdit(draft, { ...reword, text }, false);
        const kept = decided.ok ? (find(decided.value, 'activities-talk')?.text ?? '') : 'refused';
        expect(kept).toMatch(/^[^\p{Cc}]+$/u);
        expect(kept.isWellFormed() && kept === kept.trim()).toBe(true);
      }),
    );
  });
});

describe('a new draft', () => {
  const fresh = 'Trong kỳ chưa tổ chức buổi tuyên truyền nào';

  test('refreshes what nobody touched', () => {
    expect(find(redraft(draft, withoutTalks), 'activities-talk')?.text).toContain(fresh);
    expect(redraft(draft, draft)).toEqual(draft);
  });

  test('keeps a reworded sentence beside its fresh original', () => {
    const talk = find(redraft(edited(draft, reword), withoutTalks), 'activities-talk');
    expect(talk).toMatchObject({ text: 'Đã nói chuyện 13 buổi.', edited: true });
    expect(talk?.origin).toContain(fresh);
  });

  test('keeps out what was taken out, with fresh words', () => {
    const without = edited(draft, { kind: 'remove', sentenceId: 'activities-talk' });
    expect(find(redraft(without, withoutTalks), 'activities-talk')).toMatchObject({
      removed: true,
      edited: false,
    });
  });

  test('keeps own sentences where they stood, and a reworded one whose cause is gone', () => {
    const old = edited(
      draft,
      { kind: 'add', to: 'results', after: 'activities-talk', text: 'Bà con hưởng ứng.' },
      { kind: 'add', to: 'bases', after: null, text: 'Căn cứ khác' },
      { kind: 'reword', sentenceId: 'talks-busiest', text: 'Tháng 9 rất sôi nổi.' },
    );
    const kept = redraft(old, withoutTalks);
    expect(printed(kept)).toMatch(/Tháng 9 rất sôi nổi\..*Bà con hưởng ứng\./);
    expect(kept.bases.map(({ text }) => text)).toContain('Căn cứ khác');
    expect(redraft(kept, withoutTalks)).toEqual(kept);
  });

  test('keeps the header and the signature a person chose', () => {
    const old = edited(draft, { kind: 'subject', subject: 'Sơ kết nửa năm' });
    expect(redraft(old, withoutTalks).subject).toBe('Sơ kết nửa năm');
  });
});
