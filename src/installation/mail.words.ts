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
    roles: {
      subject: 'Vai trò của bạn trong Bình Yên vừa thay đổi',
      link: 'Xem tài khoản',
      note: 'Vai trò do người khác giao và cho thôi. Nếu không rõ vì sao, hãy hỏi người quản trị.',
    },
    opened: {
      subject: 'Hồ sơ trong Bình Yên vừa được mở ngoài phạm vi',
      link: 'Xem các lần mở hồ sơ',
      note: 'Mọi người ở điểm mô hình ấy đều nhận được thư này. Bạn không cần làm gì thêm.',
    },
    event: {
      'password changed': 'Mật khẩu của bạn vừa được đổi.',
      'second factor changed': 'Xác nhận hai bước của bạn vừa được thay đổi.',
      'passkey added': 'Một khóa truy cập (passkey) vừa được thêm vào tài khoản của bạn.',
      'provider tied': 'Tài khoản của bạn vừa được gắn với nơi đăng nhập của tỉnh.',
      'provider untied': 'Tài khoản của bạn vừa được bỏ gắn với nơi đăng nhập của tỉnh.',
      'recovery code used': 'Một mã dự phòng của bạn vừa được dùng để đăng nhập.',
      'address changed':
        'Địa chỉ thư của tài khoản vừa được thay đổi; từ nay thư được gửi tới địa chỉ mới.',
      'roles changed': 'Vai trò của bạn trong Bình Yên vừa thay đổi.',
      'records opened beyond reach':
        'Có người vừa mở hồ sơ ngoài phạm vi, tại một điểm mô hình nơi bạn giữ vai trò. Mời bạn đăng nhập để xem ai, vì sao và đến khi nào.',
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
    roles: {
      subject: 'Your roles in Bình Yên have just changed',
      link: 'See your account',
      note: 'Others give and end roles. If you do not know why, please ask the administrator.',
    },
    opened: {
      subject: 'Records in Bình Yên were opened beyond reach',
      link: 'See who opened what',
      note: 'Everybody of that site is sent this mail. There is nothing you have to do.',
    },
    event: {
      'password changed': 'Your password has just been changed.',
      'second factor changed': 'Your two-step sign-in has just been changed.',
      'passkey added': 'A passkey has just been added to your account.',
      'provider tied': 'Your account has just been tied to the province’s sign-in.',
      'provider untied': 'Your account has just been untied from the province’s sign-in.',
      'recovery code used': 'One of your recovery codes has just been used to sign in.',
      'address changed':
        'The mail address of your account has just been changed; mails go to the new one from now on.',
      'roles changed': 'Your roles in Bình Yên have just changed.',
      'records opened beyond reach':
        'Somebody has just opened the records of a site where you hold a role, beyond their reach. Please sign in to see who, why, and until when.',
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
