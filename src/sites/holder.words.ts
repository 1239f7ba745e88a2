// The sentences about who has taken on a duty.

import { words } from '#ground/words.ts';

export const holderWords = words(
  {
    title: 'Ai nhận việc này',
    nobody: 'Chưa có người nhận.',
    holder: (name: string, since: string) => `${name}, từ ${since}.`,
    take: 'Tôi nhận việc này',
    giveBack: 'Trả lại việc này',
    refusal: {
      'not-yours': 'Việc này thuộc vai trò khác.',
      taken: 'Đã có người khác nhận việc này.',
    },
  },
  {
    title: 'Who has taken this on',
    nobody: 'Nobody yet.',
    holder: (name: string, since: string) => `${name}, since ${since}.`,
    take: 'I take this on',
    giveBack: 'Give it back',
    refusal: {
      'not-yours': 'This duty belongs to another role.',
      taken: 'Somebody else has taken this on.',
    },
  },
);
