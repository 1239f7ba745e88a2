// What the holder of a code reads: how far the tip has come, and how to add to it.
import { words } from '#ground/words.ts';

export const answerWords = words(
  {
    heading: 'Xem trả lời bằng mã',
    code: 'Mã của bạn',
    read: 'Xem trả lời',
    openedLater:
      'Trang đang chạy không có script: mã của bạn được gửi tới máy chủ, máy chủ mở trả lời trong bộ nhớ rồi quên ngay. Nếu muốn mở ngay trên máy mình, hãy bật JavaScript rồi mở lại trang trước khi gõ mã.',
    openedHere:
      'Trả lời được mở ngay trên máy này. Mã của bạn không rời khỏi máy; máy chủ chỉ biết nửa dùng để tìm.',
    answerOn: (day: string) => `Trả lời ngày ${day}`,
    more: 'Gửi thêm',
    moreText: 'Bạn muốn kể thêm gì?',
    send: 'Gửi thêm',
    sent: 'Đã nhận phần gửi thêm.',
    notSent: 'Chưa gửi được. Xin thử lại.',
    unknownCode: 'Không có tin nào với mã này. Xin xem lại từng tiếng của mã.',
    wrongCode: 'Mã chưa đúng. Xin xem lại từng tiếng: có 10 tiếng, hoặc 30 chữ số.',
    notOpened: 'Thư này không mở được bằng mã của bạn.',
    ended: 'Nội dung tin đã được xóa ở đây theo thời hạn; sổ của công an là nơi lưu.',
    states: {
      received: 'Tin đã được nhận, đang chờ mở.',
      acknowledged: 'Tin đã được mở và vào sổ tiếp nhận.',
      classified: 'Tin đã được phân loại.',
      forwarded: 'Tin đã được chuyển cơ quan có thẩm quyền.',
      confirmed: 'Cơ quan có thẩm quyền đã nhận tin.',
      resolved: 'Việc đã được giải quyết.',
      told: 'Kết quả đã được báo.',
      closed: 'Tin đã được khép lại.',
    },
  },
  {
    heading: 'Read the answer with your code',
    code: 'Your code',
    read: 'Read the answer',
    openedLater:
      'This page runs without script: your code goes to the server, which opens the answer in memory and forgets it at once. To open it on your own device, turn JavaScript on and open the page again before you type the code.',
    openedHere:
      'Answers are opened on this device. Your code does not leave it; the server learns only the half that finds.',
    answerOn: (day: string) => `Answer of ${day}`,
    more: 'Add more',
    moreText: 'What would you like to add?',
    send: 'Add this',
    sent: 'What you added has arrived.',
    notSent: 'It could not be sent. Please try again.',
    unknownCode: 'There is no tip with this code. Please look at each word of it again.',
    wrongCode: 'The code is not right. Please look at each word: there are 10, or 30 digits.',
    notOpened: 'This letter does not open with your code.',
    ended:
      'What the tip said was erased here when its time was over; the police register keeps it.',
    states: {
      received: 'Your tip has arrived and waits to be opened.',
      acknowledged: 'Your tip was opened and entered in the register.',
      classified: 'Your tip was classified.',
      forwarded: 'Your tip went to the body in charge.',
      confirmed: 'The body in charge has received your tip.',
      resolved: 'The matter was resolved.',
      told: 'The result was told.',
      closed: 'The tip was closed.',
    },
  },
);
