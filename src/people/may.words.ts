// What each act is called when people read who may do what; a new act without its words does not compile.

import { words } from '#ground/words.ts';
import type { Act } from './may.ts';

const vi = {
  'invite person': 'mời người dùng mới, ngừng vai trò của họ',
  'invite police': 'mời công an xã về một điểm mô hình',
  'invite member': 'mời lực lượng nòng cốt và người theo dõi',
  'renew access': 'cấp lại lối vào, ghi một người đã thôi việc',
  'hand over role': 'bàn giao vai trò từ người này sang người khác',
  'manage role rule': 'quy định vai trò nào phải xác nhận hai bước khi đăng nhập',
  'change setting': 'thay đổi cài đặt của hệ thống',
  'remove demo': 'bỏ dữ liệu minh họa khỏi hệ thống',
  'view unit': 'xem đơn vị hành chính và các cơ quan, tổ chức',
  'manage unit': 'nhập, đổi tên, chia, nhập đơn vị hành chính',
  'manage rule': 'xác nhận hoặc thay quy định của pháp luật',
  'view audit': 'xem ai đã làm gì, ai đã xem gì',
  'handle request': 'giải quyết yêu cầu về dữ liệu cá nhân',
  'keep breach record': 'ghi sổ vi phạm dữ liệu cá nhân',
  'end records': 'xóa dữ liệu đã hết hạn lưu trước giờ máy tự xóa',
  'view roster': 'xem danh sách hộ và thành viên',
  'keep roster': 'ghi danh sách hộ và thành viên',
  'break glass': 'mở hồ sơ một điểm ngoài phạm vi khi có việc gấp, có lý do và có giờ',
  'view glass': 'biết ai đã mở hồ sơ ngoài phạm vi, vì sao, đến khi nào',
  'oversee glass': 'xem xét từng lần mở hồ sơ ngoài phạm vi, ghi ý kiến, kết thúc sớm',
  'read plan': 'đọc kế hoạch vào hệ thống',
  'create site': 'xác nhận kế hoạch để tạo điểm mô hình',
  'view site': 'xem điểm mô hình',
  'advance step': 'bắt đầu, lùi hạn, bổ sung giấy tờ cho một bước',
  'close step': 'kết thúc hoặc mở lại một bước',
  'do duty': 'làm xong, lùi hạn, mở lại nhiệm vụ',
  'record activity': 'ghi và sửa hoạt động',
  'enter indicator': 'nhập chỉ tiêu',
  'draft review': 'soạn báo cáo sơ kết, tổng kết',
  'issue review': 'ban hành báo cáo',
} satisfies Record<Act, string>;

const en: Readonly<Record<Act, string>> = {
  'invite person': 'invite new people and end their roles',
  'invite police': 'invite commune police to a site',
  'invite member': 'invite core members and viewers',
  'renew access': 'give a new way in, and record that somebody has left',
  'hand over role': 'hand a role over from one person to another',
  'manage role rule': 'decide which roles need two-step sign-in',
  'change setting': 'change the settings of the system',
  'remove demo': 'take the example data out of the system',
  'view unit': 'see administrative units and bodies',
  'manage unit': 'import, rename, split and merge administrative units',
  'manage rule': 'confirm or replace a legal rule',
  'view audit': 'see who did what and who looked at what',
  'handle request': 'answer requests about personal data',
  'keep breach record': 'keep the record of personal data breaches',
  'end records': 'erase what is past its term before the nightly run does',
  'view roster': 'see the rosters of households and members',
  'keep roster': 'keep the rosters of households and members',
  'break glass': 'open one site beyond their reach when it cannot wait, with a reason and an end',
  'view glass': 'know who opened a site beyond their reach, why, and until when',
  'oversee glass': 'look at each such opening, remark on it, end it early',
  'read plan': 'read plans in',
  'create site': 'confirm a plan, which makes a site',
  'view site': 'see the site',
  'advance step': 'start a step, put it off, add its papers',
  'close step': 'close a step or open it again',
  'do duty': 'finish a duty, put it off, take it up again',
  'record activity': 'record and correct activities',
  'enter indicator': 'enter indicators',
  'draft review': 'draft interim and final reviews',
  'issue review': 'issue reviews',
};

export const mayWords = words(
  {
    title: 'Ai được làm gì',
    subtitle:
      'Trang này được viết ra từ chính quy định trong phần mềm. Việc nào không ghi ở đây thì không ai được làm.',
    everywhere: 'Ở mọi điểm của tỉnh:',
    atTheirs: 'Chỉ ở điểm hoặc xã được giao:',
    mine: 'Vai trò của bạn',
    scopes:
      'Mỗi vai trò có ngày bắt đầu và có thể có ngày kết thúc. Ngoài phạm vi được giao, hồ sơ không hiện ra: không trong danh sách, không trong kết quả tìm kiếm, không trong số đếm. Cơ sở dữ liệu tự giữ giới hạn này một lần nữa.',
    act: vi,
  },
  {
    title: 'Who may do what',
    subtitle:
      'This page is written from the very rules in the software. What does not stand here, nobody may do.',
    everywhere: 'At every site of the province:',
    atTheirs: 'Only at the site or commune in their charge:',
    mine: 'Your role',
    scopes:
      'Each role begins on a day and may end on one. Beyond its reach records do not appear: not in lists, not in search, not in counts. The database itself keeps this limit a second time.',
    act: en,
  },
);
