// The sentences about mail on our pages: the server, its test, what went wrong, what a person wants of it.

import { words } from '#ground/words.ts';

export const mailPageWords = words(
  {
    security: {
      starttls: 'STARTTLS (thường dùng)',
      tls: 'TLS ngay từ đầu',
      none: 'Không mã hóa',
    },
    originWins: (address: string) =>
      `BINH_YEN_ORIGIN đang đặt là ${address} và được dùng trước giá trị ở đây.`,
    mailMore: 'Thêm: trả lời, địa chỉ trang, chứng thư riêng',
    test: 'Gửi thử một thư',
    testHint: 'Một thư thật được gửi ngay bằng cài đặt đã lưu. Địa chỉ không được giữ lại.',
    testTo: 'Gửi tới địa chỉ',
    testSend: 'Gửi thử',
    testing: 'Đang gửi…',
    testSent: (to: string) => `Máy chủ thư đã nhận thư gửi tới ${to}. Mời bạn xem hộp thư.`,
    mails: 'Thư trong 30 ngày qua',
    mailCounts: (sent: string, waiting: string, givenUp: string) =>
      `Đã gửi ${sent}, đang chờ ${waiting}, không gửi được ${givenUp}.`,
    lastProblem: (problem: string) => `Lần hỏng gần nhất: ${problem}`,
    problem: {
      'not set': 'Chưa có máy chủ thư hoặc địa chỉ gửi đi.',
      'password lost':
        'Mật khẩu đã lưu không mở được: dữ liệu được chuyển sang máy khác mà thiếu tệp “secret”. Mời bạn gõ lại mật khẩu.',
      'unknown host': 'Không có máy chủ nào mang tên này. Xem lại tên máy chủ thư.',
      'no connection':
        'Máy chủ từ chối kết nối. Xem lại tên máy chủ, cổng, và tường lửa giữa hai máy.',
      'no answer': 'Máy chủ không trả lời. Xem lại cổng và tường lửa.',
      certificate:
        'Chứng thư của máy chủ không đáng tin: hết hạn, sai tên, hoặc do nơi lạ cấp. Nếu cơ quan tự cấp, hãy dán chứng thư gốc.',
      'no encryption': 'Máy chủ không mã hóa theo cách đã chọn. Thử đổi giữa STARTTLS và TLS.',
      password: 'Tên đăng nhập hoặc mật khẩu máy chủ thư chưa đúng.',
      sender: 'Máy chủ không cho gửi bằng địa chỉ gửi đi này.',
      recipient: 'Máy chủ không nhận địa chỉ người nhận này.',
      content: 'Máy chủ không nhận nội dung thư.',
      busy: 'Máy chủ hẹn thử lại sau. Thư thật sẽ tự được gửi lại; thư thử mời bạn bấm lại sau ít phút.',
      other: 'Máy chủ trả lời điều không hiểu được.',
      address: 'Đây chưa phải là địa chỉ thư.',
    },
    mailChoice: 'Thư gửi cho tôi',
    open: 'Chọn thư muốn nhận',
    mailChoiceHint: 'Thư chỉ có một câu và một đường dẫn, không có tên ai hay việc gì.',
    reminders: 'Nhắc tôi buổi sáng khi có việc đến hạn',
    mailLanguage: 'Ngôn ngữ của thư',
    asInstallation: 'Theo cài đặt chung',
    noAddress: 'Tài khoản này chưa có địa chỉ thư, nên không nhận thư nào.',
  },
  {
    security: {
      starttls: 'STARTTLS (most common)',
      tls: 'TLS from the start',
      none: 'No encryption',
    },
    originWins: (address: string) =>
      `BINH_YEN_ORIGIN is set to ${address} and wins over the value here.`,
    mailMore: 'More: replies, address of links, own certificate',
    test: 'Send a test mail',
    testHint: 'A real mail is sent at once with the saved settings. The address is not kept.',
    testTo: 'Send to',
    testSend: 'Send the test',
    testing: 'Sending…',
    testSent: (to: string) =>
      `The mail server has taken the mail to ${to}. Please look into that mailbox.`,
    mails: 'Mails of the last 30 days',
    mailCounts: (sent: string, waiting: string, givenUp: string) =>
      `${sent} sent, ${waiting} waiting, ${givenUp} could not be sent.`,
    lastProblem: (problem: string) => `Last failure: ${problem}`,
    problem: {
      'not set': 'There is no mail server or no sender address yet.',
      'password lost':
        'The saved password does not open: the data was moved here without its file “secret”. Please type the password again.',
      'unknown host': 'There is no server of this name. Check the name of the mail server.',
      'no connection':
        'The server refused the connection. Check its name, the port, and the firewall in between.',
      'no answer': 'The server does not answer. Check the port and the firewall.',
      certificate:
        'The server’s certificate cannot be trusted: expired, for another name, or from a stranger. If your organisation made it, paste its root certificate.',
      'no encryption':
        'The server does not encrypt the way you chose. Try STARTTLS or TLS instead.',
      password: 'The user name or password at the mail server is not right.',
      sender: 'The server does not let you send from this sender address.',
      recipient: 'The server does not take mail for this recipient.',
      content: 'The server does not take the content of the mail.',
      busy: 'The server asks to try again later. Real mails are sent again by themselves; press again in some minutes for the test.',
      other: 'The server said something that cannot be understood.',
      address: 'This is not a mail address.',
    },
    mailChoice: 'Mails to me',
    open: 'Choose your mails',
    mailChoiceHint: 'A mail has one sentence and one link, nobody’s name and no matter.',
    reminders: 'Remind me in the morning when work is due',
    mailLanguage: 'Language of the mails',
    asInstallation: 'As the installation has it',
    noAddress: 'This account has no mail address, so it gets no mail.',
  },
);
