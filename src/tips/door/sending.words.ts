// What the door's script says while it seals, sends, waits and reads answers.
import { words } from '#ground/words.ts';

export const sendingWords = words(
  {
    sealing: 'Đang niêm phong và gửi…',
    waiting: 'Mất mạng, hoặc máy chủ đang bận. Trang sẽ tự gửi tiếp; xin đừng đóng trang.',
    resumed: 'Đang gửi tiếp tin bạn đã niêm phong.',
    received: 'Đã nhận tin của bạn',
    receivedMore: 'Đã nhận phần gửi thêm',
    receivedOn: (day: string, police: string) =>
      `Ngày ${day}, tin của bạn đã nằm trong phong bì niêm phong cho ${police}.`,
    to: (police: string) => `Gửi cho: ${police}.`,
    carrying: (name: string, percent: number) => `${name}: đã gửi ${percent} %`,
    carried: 'Các tệp đã gửi đủ.',
    stay: 'Tin đã tới. Xin để trang mở đến khi gửi xong tệp.',
    filesLost: 'Trang đã được mở lại nên các tệp chưa gửi hết. Hãy dùng mã để gửi thêm.',
    cleaning: (name: string) => `${name}: đang gỡ thông tin ẩn…`,
    cleaned: (name: string) => `${name}: đã gỡ nơi chụp, thời gian, tên máy, tên tác giả.`,
    notCleaned: (name: string) =>
      `${name}: không gỡ được thông tin ẩn của loại tệp này, nên chưa gửi kèm.`,
    keepOriginal: 'Vẫn gửi nguyên bản (có thể lộ nơi chụp, thời gian, tên máy)',
    alsoOriginal: 'Gửi thêm nguyên bản, niêm phong riêng (có thể lộ người gửi)',
    remove: 'Bỏ tệp này',
    tooBig: 'Tất cả các tệp không được quá 50 MB. Tệp này chưa được thêm:',
    failed: 'Không niêm phong được nên không gửi gì cả. Điều bạn viết còn nguyên. Xin thử lại.',
    noRing: 'Lúc này chưa có ai trực để mở tin. Chưa gửi gì cả; điều bạn viết còn nguyên ở đây.',
    refused: 'Máy chủ không đọc được thư gửi. Chưa gửi gì cả; xin tải lại trang rồi thử lại.',
    trouble: {
      'too-short': 'Mã còn thiếu: cần đủ 10 tiếng, hoặc 30 chữ số.',
      'too-long': 'Mã hơi dài: chỉ có 10 tiếng, hoặc 30 chữ số.',
      'unknown-word': 'Có một tiếng chưa đúng.',
      'check-failed': 'Có tiếng nào đó chưa đúng hoặc đổi chỗ. Xin xem lại từng tiếng.',
      differs: 'Đây là một mã khác với mã ở trên.',
    },
    unknown: (word: string, nearest: string) =>
      nearest ? `“${word}” chưa đúng. Có phải là: ${nearest}?` : `“${word}” chưa đúng.`,
    reading: 'Đang tìm…',
    noLetters: 'Chưa có trả lời.',
    unknownCode: 'Không có tin nào với mã này. Xin xem lại từng tiếng của mã.',
    answerOn: (day: string) => `Trả lời ngày ${day}`,
    notOpened: 'Thư này không mở được bằng mã của bạn.',
  },
  {
    sealing: 'Sealing and sending…',
    waiting:
      'No connection, or the server is busy. The page goes on by itself; please keep it open.',
    resumed: 'Going on with the tip you had sealed.',
    received: 'Your tip has arrived',
    receivedMore: 'What you added has arrived',
    receivedOn: (day: string, police: string) =>
      `On ${day} your tip lies in an envelope sealed to ${police}.`,
    to: (police: string) => `To: ${police}.`,
    carrying: (name: string, percent: number) => `${name}: ${percent} % sent`,
    carried: 'All files have arrived.',
    stay: 'Your tip has arrived. Please keep the page open until the files are sent.',
    filesLost: 'The page was opened anew before all files were sent. Use your code to add them.',
    cleaning: (name: string) => `${name}: removing what is hidden in it…`,
    cleaned: (name: string) => `${name}: place, time, device and author were removed.`,
    notCleaned: (name: string) =>
      `${name}: what is hidden in this kind of file cannot be removed, so it is not attached.`,
    keepOriginal: 'Send it as it is (it may show the place, time and device)',
    alsoOriginal: 'Send the original too, sealed apart (it may show who you are)',
    remove: 'Take this file out',
    tooBig: 'Files may be 50 MB in all at most. This one was not added:',
    failed:
      'It could not be sealed, so nothing was sent. What you wrote is still here. Please try again.',
    noRing:
      'Nobody is on duty to open tips right now. Nothing was sent; what you wrote is still here.',
    refused: 'The server could not read the letter. Nothing was sent; please reload and try again.',
    trouble: {
      'too-short': 'The code is not complete: 10 words, or 30 digits.',
      'too-long': 'The code is too long: 10 words only, or 30 digits.',
      'unknown-word': 'One word is not right yet.',
      'check-failed': 'Some word is wrong or out of its place. Please look at each again.',
      differs: 'This is another code than the one above.',
    },
    unknown: (word: string, nearest: string) =>
      nearest ? `“${word}” is not right. Is it: ${nearest}?` : `“${word}” is not right.`,
    reading: 'Looking…',
    noLetters: 'There is no answer yet.',
    unknownCode: 'There is no tip with this code. Please look at each word of it again.',
    answerOn: (day: string) => `Answer of ${day}`,
    notOpened: 'This letter does not open with your code.',
  },
);
