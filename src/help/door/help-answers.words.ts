// What the holder of a code reads on the page of answers of help: how far it has come, their file, taking it back.
import { words } from '#ground/words.ts';

export const helpAnswerWords = words(
  {
    heading: 'Xem trả lời của người giúp đỡ',
    openedLater:
      'Trang đang chạy không có script: mã của bạn được gửi tới máy chủ, máy chủ mở thư trong bộ nhớ rồi quên ngay. Nếu muốn mở ngay trên máy mình, hãy bật JavaScript rồi mở lại trang trước khi gõ mã.',
    openedHere:
      'Thư được mở ngay trên máy này. Mã của bạn không rời khỏi máy; máy chủ chỉ biết nửa dùng để tìm.',
    more: 'Viết thêm',
    moreText: 'Bạn muốn nói thêm gì?',
    send: 'Gửi thêm cho người giúp đỡ',
    standing: {
      waiting: 'Lời của bạn đã đến, đang chờ người giúp đỡ mở.',
      read: 'Người giúp đỡ đã đọc lời của bạn.',
      taken: 'Đã có một người giúp đỡ nhận lời của bạn.',
      closed: 'Việc này đã khép lại. Bạn viết thêm thì nó được mở lại.',
    },
    onlyFile: 'Có hồ sơ giúp đỡ bạn đã đồng ý lập.',
    unknownCode: 'Không có gì với mã này: mã chưa đúng, hoặc lời cũ đã được xóa theo thời hạn.',
    sent: 'Đã nhận phần viết thêm.',
    file: 'Hồ sơ giúp đỡ của bạn',
    fileUntil: (day: string) => `Bạn đã đồng ý đến hết ngày ${day}; đêm ấy hồ sơ tự xóa.`,
    keptBy: (helper: string) => `Người giữ: ${helper}. Không ai khác mở được.`,
    purpose: 'Để làm gì',
    plan: 'Kế hoạch',
    visits: 'Những lần gặp',
    referrals: 'Nơi được giới thiệu',
    reminders: 'Điều cần nhớ',
    notOpened: 'Bản này không mở được bằng mã của bạn.',
    withdraw: 'Tôi rút lời đồng ý: xóa hồ sơ ngay',
    withdrawHow: 'Hồ sơ bị xóa ngay lập tức, không hỏi lý do. Bạn vẫn được giúp như trước.',
    withdrawn: 'Đã xóa hồ sơ. Không còn bản nào ở đây.',
    notThere: 'Không còn hồ sơ nào với mã này.',
  },
  {
    heading: 'Read what the helper answered',
    openedLater:
      'This page runs without script: your code goes to the server, which opens the letters in memory and forgets it at once. To open them on your own device, turn JavaScript on and open the page again before you type the code.',
    openedHere:
      'Letters are opened on this device. Your code does not leave it; the server learns only the half that finds.',
    more: 'Write more',
    moreText: 'What would you like to add?',
    send: 'Send this to the helper',
    standing: {
      waiting: 'What you wrote has arrived and waits for a helper to open it.',
      read: 'A helper has read what you wrote.',
      taken: 'A helper has taken over what you asked for.',
      closed: 'This was closed. If you write more it is opened again.',
    },
    onlyFile: 'There is a support file you agreed to.',
    unknownCode:
      'There is nothing with this code: it is not right, or it was erased when its time was over.',
    sent: 'What you added has arrived.',
    file: 'Your support file',
    fileUntil: (day: string) =>
      `You agreed until the end of ${day}; in that night the file erases itself.`,
    keptBy: (helper: string) => `Kept by ${helper}. Nobody else can open it.`,
    purpose: 'What for',
    plan: 'Plan',
    visits: 'Visits',
    referrals: 'Referred to',
    reminders: 'To remember',
    notOpened: 'This copy does not open with your code.',
    withdraw: 'I take my consent back: erase the file now',
    withdrawHow: 'It is erased at once, with no reason asked. You are helped as before.',
    withdrawn: 'The file was erased. No copy is left here.',
    notThere: 'There is no file with this code any more.',
  },
);
