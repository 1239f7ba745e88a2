// What a site says of the people who will work there, while some are missing.

import { words } from '#ground/words.ts';

export const peopleHereWords = words(
  {
    title: 'Ai sẽ làm ở đây?',
    hint: 'Điểm này chưa đủ người. Mỗi người được mời bằng một tờ giấy in, dùng một lần.',
    there: 'đã có người',
    nobody: 'chưa có ai',
    invitedBy: (inviters: string) => `${inviters} mời`,
    invite: 'Mời người cho điểm này',
    ask: 'Hãy nhờ người có quyền mời ở trên.',
  },
  {
    title: 'Who will work here?',
    hint: 'Some are still missing. Each is invited by a printed sheet, used once.',
    there: 'there is somebody',
    nobody: 'nobody yet',
    invitedBy: (inviters: string) => `invited by ${inviters}`,
    invite: 'Invite somebody to this site',
    ask: 'Ask one of those who may invite.',
  },
);
