// The sentences of answering a request: what is held, handing it out, putting it right, erasing it.

import { showNumber } from '#ground/show.ts';
import { words } from '#ground/words.ts';

export const answerWords = words(
  {
    held: 'Dữ liệu đang giữ',
    heldNone: 'Không tìm thấy dòng nào mang tên này.',
    heldRows: (rows: number) => `${showNumber(rows)} dòng`,
    mentions: 'Chỗ có nhắc tên trong các văn bản, ghi chú',
    mentionsNone: 'Không có chỗ nào nhắc tên này.',
    mentionsHint:
      'Tên giống nhau có thể là người khác: đọc kỹ từng chỗ trước khi chọn. Ô để trống thì chỗ ấy giữ nguyên.',
    handOut: 'Lập bản sao dữ liệu',
    handOutHint:
      'Lấy ra mọi điều đang giữ về người ấy, để tải về hoặc in. Việc lập bản sao được ghi lại.',
    download: 'Tải bản JSON',
    print: 'Bản để in',
    correct: 'Ghi việc sửa',
    correctHint:
      'Tên và thư điện tử của tài khoản được sửa ngay tại đây. Những chỗ khác sửa ở chính hồ sơ ấy, rồi ghi lại ở đây trước và sau khi sửa.',
    correctWhat: 'Sửa gì',
    correctOption: {
      name: 'Họ và tên của tài khoản',
      email: 'Thư điện tử của tài khoản',
      other: 'Chỗ khác, đã sửa ở hồ sơ ấy',
    },
    correctWhere: 'Ở đâu (khi là chỗ khác)',
    correctBefore: 'Trước khi sửa (khi là chỗ khác)',
    correctAfter: 'Sau khi sửa',
    beforeAfter: (what: string, before: string, after: string) =>
      `${what}: “${before}” thành “${after}”`,
    erase: 'Xóa',
    eraseTitle: 'Xóa dữ liệu',
    eraseAccount:
      'Tài khoản sẽ kết thúc: không đăng nhập được nữa, tên thành “người đã được xóa tên”, các phiên và khóa truy cập bị xóa. Việc này không quay lại được.',
    eraseNoAccount: 'Người này không có tài khoản; chỉ xóa tên ở những chỗ được chọn bên dưới.',
    eraseStays: 'Phải giữ lại, và vì sao',
    eraseGone: (rows: string) => `Đã xóa hoặc thay tên: ${rows}.`,
    eraseStayed: (tables: string) => `Giữ lại theo quy định: ${tables}.`,
    understood: 'Tôi đã đọc những gì sẽ mất và những gì ở lại',
    toldFirst: 'Trả lời xong thì tên người yêu cầu cũng được xóa khỏi yêu cầu này.',
  },
  {
    held: 'What is held',
    heldNone: 'No row bears this name.',
    heldRows: (rows: number) => `${showNumber(rows, 'en')} rows`,
    mentions: 'Where texts and notes name them',
    mentionsNone: 'No text names them.',
    mentionsHint:
      'The same name may be somebody else: read each place before you tick it. What is not ticked stays as it is.',
    handOut: 'Make a copy of the data',
    handOutHint:
      'Takes out everything held about the person, to download or print. That it was made is on record.',
    download: 'Download JSON',
    print: 'To print',
    correct: 'Write down the correction',
    correctHint:
      'Name and email of an account are corrected here. Anything else is corrected in its own record; write down here what stood before and after.',
    correctWhat: 'What',
    correctOption: {
      name: 'Name of the account',
      email: 'Email of the account',
      other: 'Something else, corrected in its record',
    },
    correctWhere: 'Where (for something else)',
    correctBefore: 'Before (for something else)',
    correctAfter: 'After',
    beforeAfter: (what: string, before: string, after: string) =>
      `${what}: “${before}” to “${after}”`,
    erase: 'Erase',
    eraseTitle: 'Erase the data',
    eraseAccount:
      'The account ends: no signing in any more, the name becomes “name erased”, sessions and keys are erased. It cannot be undone.',
    eraseNoAccount: 'They have no account; the name is taken out where you tick it.',
    eraseStays: 'What must stay, and why',
    eraseGone: (rows: string) => `Erased or replaced: ${rows}.`,
    eraseStayed: (tables: string) => `Kept by the rules: ${tables}.`,
    understood: 'I have read what goes and what stays',
    toldFirst: 'Once answered, the name of who asked is erased from this request too.',
  },
);
