// What the rules of personal data and of counting people are called.

import { words } from '#ground/words.ts';

export const privacyNames = words(
  {
    'privacy.acknowledge': 'Báo đã nhận yêu cầu về dữ liệu cá nhân',
    'privacy.view': 'Cho người dân xem dữ liệu của mình',
    'privacy.correct': 'Sửa dữ liệu cá nhân',
    'privacy.export': 'Cung cấp dữ liệu cá nhân',
    'privacy.restrict': 'Ngừng hoặc hạn chế xử lý khi rút đồng ý, phản đối',
    'privacy.erase': 'Xóa dữ liệu cá nhân',
    'privacy.breach.notify': 'Báo cơ quan chuyên trách về vi phạm dữ liệu cá nhân',
    'privacy.breach.keep': 'Lưu hồ sơ vi phạm dữ liệu cá nhân',
    'privacy.impact.file': 'Gửi hồ sơ đánh giá tác động xử lý dữ liệu',
    'privacy.impact.renew': 'Cập nhật định kỳ hồ sơ đánh giá tác động',
    'privacy.impact.change': 'Cập nhật hồ sơ đánh giá tác động khi có thay đổi',
    'figures.floor': 'Không hiện số người dưới mức này',
  },
  {
    'privacy.acknowledge': 'Acknowledge a request about personal data',
    'privacy.view': 'Show a person their data',
    'privacy.correct': 'Correct personal data',
    'privacy.export': 'Hand personal data over',
    'privacy.restrict': 'Stop or restrict processing when consent is withdrawn or objected to',
    'privacy.erase': 'Erase personal data',
    'privacy.breach.notify': 'Tell the authority about a breach of personal data',
    'privacy.breach.keep': 'Keep the file of a breach',
    'privacy.impact.file': 'File an impact assessment',
    'privacy.impact.renew': 'Renew the impact assessment',
    'privacy.impact.change': 'Update the impact assessment after a change',
    'figures.floor': 'Counts of people below this are not shown',
  },
);
