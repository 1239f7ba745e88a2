// What the rules are called by which records about people are kept, and for how long.

import { words } from '#ground/words.ts';

export const retentionNames = words(
  {
    'retention.session': 'Giữ phiên đăng nhập đã hết hạn',
    'retention.challenge': 'Giữ bước đăng nhập đã bỏ dở',
    'retention.invitation': 'Giữ lời mời đã dùng hoặc hết hạn',
    'retention.setup_link': 'Giữ đường dẫn cài đặt đã dùng',
    'retention.account': 'Giữ tài khoản của người đã thôi mọi vai trò',
    'retention.mail': 'Giữ ghi chép việc gửi thư',
    'retention.stand_in': 'Giữ việc làm thay người vắng đã kết thúc',
    'retention.roster': 'Giữ dòng danh sách đã kết thúc',
    'retention.glass': 'Giữ thông tin một lần mở hồ sơ ngoài phạm vi',
    'retention.request': 'Giữ yêu cầu về dữ liệu cá nhân đã trả lời',
    'privacy.basis.task': 'Căn cứ: việc công theo luật chuyên ngành',
    'privacy.basis.consent': 'Căn cứ: sự đồng ý của người ấy',
    'privacy.basis.archive': 'Căn cứ: lưu trữ hồ sơ công việc',
    'privacy.basis.security': 'Căn cứ: giữ an toàn hệ thống',
  },
  {
    'retention.session': 'Keep a session that has ended',
    'retention.challenge': 'Keep a sign-in that was broken off',
    'retention.invitation': 'Keep an invitation that was used or has expired',
    'retention.setup_link': 'Keep a set-up link that was used',
    'retention.account': 'Keep the account of someone who has left every role',
    'retention.mail': 'Keep the note that a mail was sent',
    'retention.stand_in': 'Keep a standing-in that is over',
    'retention.roster': 'Keep a roster entry that has ended',
    'retention.glass': 'Keep what is on record of an opening beyond reach',
    'retention.request': 'Keep an answered request about personal data',
    'privacy.basis.task': 'Basis: public work under its own law',
    'privacy.basis.consent': 'Basis: the person agreed',
    'privacy.basis.archive': 'Basis: keeping the files of the work',
    'privacy.basis.security': 'Basis: keeping the system safe',
  },
);
