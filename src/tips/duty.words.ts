// The sentences about the daily notice to those on duty, and about whom it did not reach.

import { words } from '#ground/words.ts';

export const dutyWords = words(
  {
    title: 'Tin nhắc hằng ngày',
    subtitle: (hour: string) =>
      `Mỗi ngày lúc ${hour}, ai đang trực nhận tin cũng được nhắc mở Bình Yên, dù có tin hay không.`,
    same: 'Ngày nào cũng đúng một câu như nhau, dài bằng nhau: người ngoài nhìn thấy cũng không biết có tin hay không. Vì vậy khi còn trực thì không tắt được.',
    says: 'Câu nhắc trên máy',
    mail: 'Qua thư',
    mailTo: (address: string) => `Gửi đến ${address}.`,
    noMail:
      'Tài khoản của bạn chưa có địa chỉ thư. Hãy gửi yêu cầu bổ sung ở mục “Dữ liệu của tôi” trong trang tài khoản, hoặc bật nhắc trên máy ở dưới.',
    push: 'Nhắc trên máy này',
    betrays: 'Trước khi bật, bạn nên biết',
    betrayals: {
      maker:
        'Hãng làm trình duyệt (Google, Mozilla, Apple hoặc Microsoft) chuyển lời nhắc. Họ biết máy này mỗi ngày nhận một lời nhắc của hệ thống này vào giờ ấy, không biết gì hơn: lời nhắc gửi đi là trống.',
      screen:
        'Ai cầm máy hoặc nhìn màn hình khóa sẽ thấy tên Bình Yên. Nếu điều ấy gây nguy hiểm cho bạn thì đừng bật ở máy này.',
      line: 'Máy phải bật và có mạng mới nhận được. Thư vẫn được gửi như thường.',
    },
    turnOn: 'Bật nhắc trên máy này',
    needsScript:
      'Muốn bật nhắc trên máy, trình duyệt phải chạy được JavaScript. Thư thì không cần.',
    turnedOn: 'Đã bật. Bạn có thể bấm “Nhắc tôi ngay” để thử.',
    trouble: {
      unsupported:
        'Trình duyệt này không nhận được lời nhắc; trên iPhone, iPad cũng vậy. Thư vẫn được gửi đến bạn mỗi ngày.',
      denied:
        'Trình duyệt đang chặn thông báo của trang này. Hãy cho phép trong phần cài đặt của trình duyệt rồi bấm lại.',
      failed: 'Trình duyệt không đăng ký được với hãng của nó. Hãy kiểm tra mạng rồi bấm lại.',
      refused: 'Máy chủ chưa nhận được. Hãy tải lại trang rồi bấm lại.',
    },
    devices: 'Những máy đã bật',
    device: (host: string, on: string) => `Qua ${host}, từ ngày ${on}`,
    noDevices: 'Chưa có máy nào.',
    turnOff: 'Tắt',
    turnedOff: 'Đã tắt ở máy ấy.',
    again: 'Nhắc tôi ngay',
    againHint:
      'Gửi cho riêng bạn đúng lời nhắc của mỗi ngày, để biết thư và máy có nhận được không.',
    askedAgain: 'Đã cho gửi. Tải lại trang sau ít phút để xem có đến không.',
    noWay: 'Bạn chưa có địa chỉ thư và chưa bật máy nào, nên không có cách nào nhắc bạn.',
    week: 'Bảy ngày gần đây',
    weekEmpty: 'Chưa có lời nhắc nào. Lời nhắc đầu tiên đến vào ngày mai.',
    way: { mail: 'Thư', push: 'Máy', none: 'Không có cách nào nhắc' },
    reached: { sent: 'đã gửi', failed: 'không gửi được', open: 'đang gửi' },
    problem: {
      gone: 'máy ấy không còn nhận',
      'not a push service': 'địa chỉ không hợp lệ',
      refused: 'hãng trình duyệt từ chối',
      busy: 'nơi nhận đang bận',
      'no connection': 'không kết nối được',
      'no answer': 'không có trả lời',
      'unknown host': 'không tìm thấy máy chủ thư',
      certificate: 'chứng chỉ của máy chủ thư sai',
      'no encryption': 'máy chủ thư không mã hóa',
      password: 'sai mật khẩu của máy chủ thư',
      'password lost': 'mất mật khẩu của máy chủ thư',
      sender: 'địa chỉ gửi bị từ chối',
      recipient: 'địa chỉ nhận bị từ chối',
      content: 'thư bị từ chối',
      'not set': 'chưa cài máy chủ thư',
      other: 'lỗi khác',
    },
    today: {
      look: 'Cần xem',
      own: 'Tin nhắc hằng ngày không đến được với bạn',
      ownWay: {
        mail: 'Thư nhắc hằng ngày không gửi được cho bạn',
        push: 'Máy của bạn không nhận được lời nhắc hằng ngày',
      },
      notReached: (name: string) => `Không gửi được tin nhắc cho ${name}`,
      noWay: 'chưa có địa chỉ thư, chưa bật nhắc trên máy',
      days: (count: number, since: string) =>
        count === 1 ? `ngày ${since}` : `${count} ngày liền, từ ngày ${since}`,
      noRun: 'Hôm qua không ai được gửi tin nhắc hằng ngày',
      noRunHint:
        'Máy chủ đã không gửi vào giờ ấy. Hãy tự mở hộp tin hôm nay và báo người quản trị.',
      unread: 'Có tin quá hạn mà chưa ai mở',
      unreadHint: 'Mở hộp tin của nơi bạn trực',
      below: (unit: string) => `${unit}: có tin quá hạn mà chưa ai mở`,
      belowHint: (day: string) => `Hãy gọi nhắc người trực ở đó · theo lần xem ngày ${day}`,
      ending: 'Nội dung của tin đã bàn giao sắp bị xóa',
      endingHint: 'Chép vào sổ điều còn cần trước ngày xóa; tin nhắn mới sẽ gia hạn',
    },
    above: 'Nơi cần gọi nhắc',
    erasedOn: (day: string) => `Nội dung sẽ bị xóa ngày ${day}`,
    toPage: 'Tin nhắc hằng ngày',
  },
  {
    title: 'Daily notice',
    subtitle: (hour: string) =>
      `Every day at ${hour}, everybody on duty for tips is told to open Bình Yên, whether there are tips or not.`,
    same: 'It is the same sentence every day, of the same length: whoever sees it from outside cannot tell whether there is a tip. That is why it cannot be switched off while you are on duty.',
    says: 'The sentence on the device',
    mail: 'By mail',
    mailTo: (address: string) => `Sent to ${address}.`,
    noMail:
      'Your account has no mail address. Please ask for one to be entered under “My data” on the account page, or switch on notices on a device below.',
    push: 'Notices on this device',
    betrays: 'Before you switch it on',
    betrayals: {
      maker:
        'The maker of the browser (Google, Mozilla, Apple or Microsoft) carries the notice. They know that this device gets one from this system every day at that hour, and nothing else: the notice is sent empty.',
      screen:
        'Whoever holds the device or sees its locked screen sees the name Bình Yên. If that puts you in danger, do not switch it on here.',
      line: 'The device must be on and online to get it. The mail is sent all the same.',
    },
    turnOn: 'Switch on notices on this device',
    needsScript:
      'To switch on notices on a device, the browser must run JavaScript. Mail needs none.',
    turnedOn: 'Switched on. Press “Remind me now” to try it.',
    trouble: {
      unsupported:
        'This browser takes no notices; nor does an iPhone or iPad. The mail is sent to you every day all the same.',
      denied:
        'The browser blocks notices of this page. Please allow them in the settings of the browser and press again.',
      failed:
        'The browser could not register with its maker. Please check the line and press again.',
      refused: 'The server did not take it. Please load the page again and press again.',
    },
    devices: 'Devices switched on',
    device: (host: string, on: string) => `Through ${host}, since ${on}`,
    noDevices: 'None yet.',
    turnOff: 'Switch off',
    turnedOff: 'Switched off on that device.',
    again: 'Remind me now',
    againHint:
      'Sends you, and you alone, the notice of every day, to see whether mail and devices get it.',
    askedAgain: 'It is on its way. Load the page again in some minutes to see whether it arrived.',
    noWay: 'You have no mail address and no device switched on: there is no way to remind you.',
    week: 'The last seven days',
    weekEmpty: 'No notice yet. The first one comes tomorrow.',
    way: { mail: 'Mail', push: 'Device', none: 'No way to remind you' },
    reached: { sent: 'sent', failed: 'could not be sent', open: 'on its way' },
    problem: {
      gone: 'the device takes none any more',
      'not a push service': 'the address is not valid',
      refused: 'the browser’s maker refused',
      busy: 'the receiving side is busy',
      'no connection': 'no connection',
      'no answer': 'no answer',
      'unknown host': 'the mail server was not found',
      certificate: 'the mail server’s certificate is wrong',
      'no encryption': 'the mail server does not encrypt',
      password: 'wrong password of the mail server',
      'password lost': 'the mail server’s password is lost',
      sender: 'the sender’s address was refused',
      recipient: 'the recipient’s address was refused',
      content: 'the mail was refused',
      'not set': 'no mail server is set up',
      other: 'another error',
    },
    today: {
      look: 'Needs a look',
      own: 'The daily notice does not reach you',
      ownWay: {
        mail: 'The daily mail could not be sent to you',
        push: 'Your device did not get the daily notice',
      },
      notReached: (name: string) => `The daily notice could not be sent to ${name}`,
      noWay: 'no mail address, no device switched on',
      days: (count: number, since: string) =>
        count === 1 ? since : `${count} days in a row, since ${since}`,
      noRun: 'Yesterday nobody was sent the daily notice',
      noRunHint:
        'The server did not send it at the hour. Please look into the tips yourself today, and tell the administrator.',
      unread: 'Something lies unopened past its term',
      unreadHint: 'Open the tips of where you are on duty',
      below: (unit: string) => `${unit}: something lies unopened past its term`,
      belowHint: (day: string) => `Please call those on duty there · as looked at on ${day}`,
      ending: 'What a tip says is about to be erased after its hand-over',
      endingHint: 'Enter in the register what is still needed; a new message extends the term',
    },
    above: 'Units to be called',
    erasedOn: (day: string) => `What it says is erased on ${day}`,
    toPage: 'Daily notice',
  },
);

/** What the service worker shows, every day. */
export const noticeWords = words(
  { title: 'Bình Yên', body: 'Nhắc việc trực hằng ngày. Mời bạn mở Bình Yên để xem.' },
  { title: 'Bình Yên', body: 'Daily notice for those on duty. Please open Bình Yên to see.' },
);
