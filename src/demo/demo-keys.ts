// The passphrase of every key the demo brings: published, so that whoever tries it out can open what is sealed.

import { words } from '#ground/words.ts';

/** Keys of a real installation are made by the people themselves; this one protects nothing. */
export const demoPassphrase = 'mot hai ba bon nam sau';

export const demoKeyWords = words(
  {
    hint: (passphrase: string) =>
      `Công an xã, trực ban Công an tỉnh và người giúp đỡ có sẵn khóa của bản dùng thử, ai cũng mở được. Cụm mật khẩu: ${passphrase}`,
  },
  {
    hint: (passphrase: string) =>
      `The commune police, the province’s duty desk and the helper come with a key of the demo, which anybody can open. Passphrase: ${passphrase}`,
  },
);
