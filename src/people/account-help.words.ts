// The sentences with which an administrator helps somebody in again who lost the phone and the recovery codes.

import { words } from '#ground/words.ts';

export const accountHelpWords = words(
  {
    remove: 'Gỡ xác nhận hai bước',
    removeHint:
      'Khi người này mất cả điện thoại lẫn mã dự phòng và đã gặp bạn trực tiếp. Ứng dụng xác thực, mã dự phòng và khóa truy cập đều được gỡ; người ấy bị đăng xuất khỏi mọi thiết bị, nhận được thư báo, rồi vào lại bằng mật khẩu.',
    removed: 'Đã gỡ xác nhận hai bước; người ấy vào lại bằng mật khẩu.',
    expect: (provider: string) => `Cho đăng nhập bằng ${provider}`,
    expectHint:
      'Lần đầu ai đăng nhập ở đó bằng đúng tên này thì được gắn với tài khoản này. Người ấy bị đăng xuất khỏi mọi thiết bị và nhận được thư báo.',
    name: 'Tên đăng nhập của người này ở đó',
    expected: 'Đã ghi; người ấy đăng nhập được bằng cách này.',
    reason: 'Lý do, và bạn đã xác nhận đúng người bằng cách nào',
    refusal: {
      forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
      invalid: 'Phần gửi lên chưa đọc được. Mời bạn thử lại.',
      'not-found': 'Không tìm thấy người này.',
      'reason-missing': 'Mời bạn ghi lý do (không quá 500 ký tự).',
      'no-factors': 'Người này chưa bật xác nhận hai bước và chưa có khóa truy cập nào.',
      'no-provider': 'Cách đăng nhập này không được mở ở đây.',
      'name-missing': 'Mời bạn ghi tên đăng nhập ở nơi ấy.',
      taken: 'Tên này đã được ghi cho một người khác.',
    },
  },
  {
    remove: 'Remove two-step sign-in',
    removeHint:
      'For somebody who lost both the phone and the recovery codes and has met you in person. Authenticator, recovery codes and passkeys go; the person is signed out everywhere, told by mail, and comes in again with the password.',
    removed: 'Two-step sign-in is removed; the person comes in with the password.',
    expect: (provider: string) => `Let the person sign in with ${provider}`,
    expectHint:
      'Whoever first signs in there with this very name is tied to this account. The person is signed out everywhere and told by mail.',
    name: 'The person’s user name there',
    expected: 'Written down; the person can sign in this way.',
    reason: 'Why, and how you made sure who it is',
    refusal: {
      forbidden: 'Your account may not do this.',
      invalid: 'What was sent could not be read. Please try again.',
      'not-found': 'There is no such person.',
      'reason-missing': 'Please write why (at most 500 characters).',
      'no-factors': 'This person has neither two-step sign-in nor a passkey.',
      'no-provider': 'This way of signing in is not open here.',
      'name-missing': 'Please write the user name there.',
      taken: 'This name is written down for somebody else.',
    },
  },
);
