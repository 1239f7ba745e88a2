// The sentences of taking out the example data: what goes, what stays, and that it is for good.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const demoPageWords = words(
  {
    title: 'Bỏ dữ liệu minh họa',
    subtitle: 'Làm một lần, khi đã xem thử xong. Không lấy lại được.',
    gone: 'Không còn dữ liệu minh họa nào ở đây.',
    removed: 'Đã bỏ dữ liệu minh họa. Từ nay chỉ còn người thật, việc thật.',
    urge: 'Nơi này có địa chỉ công khai mà vẫn còn dữ liệu minh họa. Người minh họa đã không vào được; xin bỏ dữ liệu minh họa để số liệu chỉ còn việc thật.',
    open: 'Xem và bỏ dữ liệu minh họa',
    there: 'Đang có',
    people: (count: number) => `${showNumber(count)} người minh họa`,
    sites: (count: number) => `${showNumber(count)} điểm mô hình minh họa`,
    places: (count: number) => `${showNumber(count)} đơn vị hành chính, cơ quan, tổ chức minh họa`,
    goes: 'Sẽ mất',
    going: {
      people:
        'Người minh họa: mọi cách đăng nhập, mọi phiên đang mở, mọi vai trò; lời mời họ gửi mà chưa ai nhận cũng hết hiệu lực.',
      sites:
        'Điểm mô hình minh họa với tất cả những gì ghi ở đó, kể cả những gì người thật đã ghi thử: bước, nhiệm vụ, hoạt động, chỉ tiêu, danh sách, báo cáo, kế hoạch của điểm.',
      places: 'Xã, tỉnh, cơ quan minh họa, khi chưa có gì khác dùng đến.',
      door: 'Lối xem thử ở trang đăng nhập; dữ liệu minh họa không được nạp lại nữa.',
    },
    othersRoles: (count: number) =>
      `${showNumber(count)} vai trò của người khác ở điểm minh họa sẽ hết cùng với điểm ấy.`,
    stays: 'Sẽ còn',
    staying: {
      own: 'Điểm mô hình, kế hoạch, người dùng do chính nơi này lập ra. Nếu lúc xem thử có mời ai vào, xin xem lại danh sách người dùng.',
      record:
        'Nhật ký: ai đã làm gì, xem gì, kể cả lúc xem thử. Tên người minh họa còn ở đó và ở những việc họ đã làm tại điểm thật.',
      places:
        'Xã, tỉnh, cơ quan minh họa mà điểm thật hay người thật đang dùng: thành địa bàn của nơi này.',
      files: 'Tệp đã nộp lúc xem thử: nằm lại trong thư mục dữ liệu, không trang nào mở được nữa.',
    },
    confirm: 'Tôi hiểu là việc này không lấy lại được.',
    remove: 'Bỏ dữ liệu minh họa',
    refusal: {
      forbidden: 'Tài khoản của bạn không có quyền làm việc này.',
      unconfirmed: 'Xin đánh dấu vào ô bên dưới trước khi bỏ.',
      'demo person':
        'Bạn đang vào bằng người minh họa. Xin lập tài khoản quản trị của chính nơi này (bằng đường dẫn mà lệnh npm start in ra), rồi làm việc này bằng tài khoản ấy.',
    },
  },
  {
    title: 'Take out the example data',
    subtitle: 'Once, after trying things out. It cannot be undone.',
    gone: 'There is no example data here any more.',
    removed: 'The example data is gone. From now on there are only real people and real work.',
    urge: 'This installation has a public address and still holds the example data. Its made-up people can no longer come in; please take the example data out, so that figures count real work alone.',
    open: 'See and take out the example data',
    there: 'There now',
    people: (count: number) => `${showNumber(count, 'en')} made-up people`,
    sites: (count: number) => `${showNumber(count, 'en')} example sites`,
    places: (count: number) => `${showNumber(count, 'en')} example units and bodies`,
    goes: 'What goes',
    going: {
      people:
        'The made-up people’s ways to sign in, open sessions and roles; invitations of theirs that nobody accepted yet stop working.',
      sites:
        'The example sites with all that was recorded there, also what real people tried out: steps, duties, activities, indicators, rosters, reviews, the site’s plan.',
      places: 'The example province, communes and bodies, where nothing else uses them.',
      door: 'The way to try it out on the sign-in page; the example data is never loaded again.',
    },
    othersRoles: (count: number) =>
      `${showNumber(count, 'en')} roles of other people at an example site end with that site.`,
    stays: 'What stays',
    staying: {
      own: 'Sites, plans and people of your own. If somebody was invited while trying things out, please look through the list of people.',
      record:
        'The record of who did and saw what, of the trial too. The made-up names stay there, and with what they did at real sites.',
      places:
        'Example communes, provinces and bodies that a real site or person uses: they become places of yours.',
      files:
        'Files handed in during the trial: they stay in the data folder, and no page opens them any more.',
    },
    confirm: 'I understand that this cannot be undone.',
    remove: 'Take out the example data',
    refusal: {
      forbidden: 'Your account may not do this.',
      unconfirmed: 'Please tick the box below first.',
      'demo person':
        'You are signed in as a made-up person. Please make this installation’s own administrator (by the link that npm start prints) and do this with that account.',
    },
  },
);
