// What the rules of help are called: how long it is kept, and what its pages say of law and numbers.

import { words } from '#ground/words.ts';

export const helpNames = words(
  {
    'help.keep.closed': 'Giữ lời xin giúp đỡ sau khi khép lại',
    'help.keep.open': 'Giữ lời xin giúp đỡ không ai viết thêm',
    'help.keep.warning': 'Báo trước khi xóa lời xin giúp đỡ',
    'help.keep.work': 'Giữ ghi chép công việc của người giúp đỡ',
    'help.support.longest': 'Một lần đồng ý lập hồ sơ giúp đỡ dài nhất',
    'help.number.emergency': 'Số cấp cứu',
    'help.number.police': 'Số công an',
    'help.number.child': 'Số bảo vệ trẻ em',
    'help.number.drugs': 'Đường dây nóng về ma túy',
    'help.law.stigma': 'Cấm kỳ thị',
    'help.law.ways': 'Các hình thức cai nghiện',
    'help.law.secret': 'Giữ bí mật của người cai nghiện',
    'help.law.use': 'Khi nào việc sử dụng bị xử lý hình sự',
    'help.law.tell': 'Giới hạn của việc giữ kín',
  },
  {
    'help.keep.closed': 'Keep a request for help after its end',
    'help.keep.open': 'Keep a request for help to which nobody adds',
    'help.keep.warning': 'Warn before a request for help is erased',
    'help.keep.work': 'Keep helpers’ notes of their own work',
    'help.support.longest': 'Longest consent to a support file',
    'help.number.emergency': 'Number of the ambulance',
    'help.number.police': 'Number of the police',
    'help.number.child': 'Number for the protection of children',
    'help.number.drugs': 'Hotline on drugs',
    'help.law.stigma': 'Stigma is banned',
    'help.law.ways': 'Ways of treatment',
    'help.law.secret': 'Secrecy of people in treatment',
    'help.law.use': 'When use is prosecuted',
    'help.law.tell': 'Limits of secrecy',
  },
);
