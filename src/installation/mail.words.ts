// The sentences of our mails: what to do and where, nothing about anybody.

import { words } from '#ground/words.ts';

export const mailWords = words(
  {
    greeting: 'Chào bạn,',
    invitation: {
      subject: 'Bạn được mời dùng Bình Yên',
      text: (until: string) =>
        `Bạn được mời dùng Bình Yên. Mời bạn mở địa chỉ dưới đây và gõ mã trên tờ giấy mời. Mã dùng được một lần, đến hết ngày ${until}.`,
      link: 'Nhận lời mời',
      note: 'Nếu bạn không chờ lời mời này, xin bỏ qua thư.',
    },
    reminder: {
      subject: 'Bạn có việc trong Bình Yên',
      text: 'Bạn có việc đến hạn trong Bình Yên. Mời bạn đăng nhập để xem.',
      link: 'Đăng nhập',
      note: 'Bạn có thể tắt thư nhắc việc ở trang “Tài khoản của tôi”, mục “Thư gửi cho tôi”.',
    },
    security: {
      subject: 'Tài khoản Bình Yên của bạn vừa thay đổi',
      link: 'Xem tài khoản',
      note: 'Nếu không phải do bạn làm, hãy đăng nhập, đổi mật khẩu và báo cho người quản trị.',
    },
    event: {
      'password changed': 'Mật khẩu của bạn vừa được đổi.',
      'second factor changed': 'Bước đăng nhập thứ hai của bạn vừa được thay đổi.',
      'passkey added': 'Một khóa đăng nhập (passkey) vừa được thêm vào tài khoản của bạn.',
      'recovery code used': 'Một mã khôi phục của bạn vừa được dùng để đăng nhập.',
      'address changed': 'Địa chỉ thư của bạn vừa được thay đổi.',
      'roles changed': 'Vai trò của bạn trong Bình Yên vừa thay đổi.',
      'records opened in an emergency':
        'Có hồ sơ liên quan đến bạn vừa được mở trong trường hợp khẩn cấp.',
    },
    test: {
      subject: 'Thư thử của Bình Yên',
      text: 'Thư này cho biết máy chủ thư của Bình Yên đã được cài đúng.',
      link: 'Mở Bình Yên',
      note: 'Thư do người quản trị bấm nút gửi thử.',
    },
    footer: 'Thư tự động của Bình Yên. Trong thư không có thông tin về ai hay việc gì.',
  },
  {
    greeting: 'Hello,',
    invitation: {
      subject: 'You are invited to Bình Yên',
      text: (until: string) =>
        `You are invited to Bình Yên. Please open the address below and type the code of your invitation sheet. It works once, until ${until}.`,
      link: 'Take up the invitation',
      note: 'If you did not expect this invitation, please ignore this mail.',
    },
    reminder: {
      subject: 'You have work in Bình Yên',
      text: 'You have work due in Bình Yên. Please sign in to see it.',
      link: 'Sign in',
      note: 'You can switch these reminders off on the page “My account”, under “Mails to me”.',
    },
    security: {
      subject: 'Your Bình Yên account has just changed',
      link: 'See your account',
      note: 'If this was not you, sign in, change your password, and tell the administrator.',
    },
    event: {
      'password changed': 'Your password has just been changed.',
      'second factor changed': 'The second step of your sign-in has just been changed.',
      'passkey added': 'A passkey has just been added to your account.',
      'recovery code used': 'One of your recovery codes has just been used to sign in.',
      'address changed': 'Your mail address has just been changed.',
      'roles changed': 'Your roles in Bình Yên have just changed.',
      'records opened in an emergency':
        'Records that concern you have just been opened in an emergency.',
    },
    test: {
      subject: 'Test mail of Bình Yên',
      text: 'This mail shows that the mail server of Bình Yên is set up rightly.',
      link: 'Open Bình Yên',
      note: 'An administrator pressed the button to send a test.',
    },
    footer: 'An automatic mail of Bình Yên. It says nothing about anybody or anything.',
  },
);
