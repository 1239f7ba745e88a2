// What `npm run audit` says.

import { words } from '#ground/words.ts';

const nil = '00000000-0000-0000-0000-000000000000';

export const auditWords = words(
  {
    usage:
      'Dùng: npm run audit -- verify [--against GIÁ-TRỊ hoặc TỆP]\n      npm run audit -- closing [NĂM-THÁNG-NGÀY]',
    noData: (folder: string) => `Chưa có dữ liệu ở ${folder}.`,
    notReached: 'Hệ thống đang chạy nhưng không nối được tới cơ sở dữ liệu của nó.',
    notStarted: 'Không khởi động được cơ sở dữ liệu; xem postgres.log trong thư mục dữ liệu.',
    checked: (rows: number, chains: number, seconds: number) =>
      `Đã kiểm tra ${rows} dòng trong ${chains} chuỗi, ${seconds.toFixed(1)} giây.`,
    closings: (count: number) => `Đã kiểm tra ${count} lần khóa sổ.`,
    ofFirstForm: (count: number) =>
      `Trong đó ${count} lần theo cách cũ: giá trị khóa sổ chưa gồm người khóa và lúc khóa.`,
    waiting: (count: number) => `${count} dòng mới ghi, đang chờ nối vào chuỗi.`,
    whole: 'Nhật ký nguyên vẹn.',
    chain: (chain: string) => (chain === nil ? 'việc chung' : `điểm mô hình ${chain}`),
    broken: (
      chain: string,
      position: number | string | null,
      auditId: number | null,
      what: string,
    ) =>
      `HỎNG: chuỗi của ${chain}, mắt xích ${position ?? '–'}, dòng nhật ký ${auditId ?? '–'}: ${what}`,
    what: {
      changed: 'nội dung không còn như lúc ghi (hoặc một dòng ngay trước bị rút và đánh số lại).',
      missing: 'bị rút mất.',
      added: 'bị chèn vào.',
      reordered: 'bị đổi chỗ.',
      loose: 'không nối tiếp mắt xích trước (quá nhiều chỗ hỏng nên không tìm nguyên do từng chỗ).',
      outside: 'có trong nhật ký mà không qua ứng dụng.',
    },
    closingBroken: {
      value: (number: number) =>
        `HỎNG: lần khóa sổ ${number} không khớp với lần trước, hoặc dòng của nó đã bị sửa.`,
      counts: (number: number) =>
        `HỎNG: lần khóa sổ ${number} ghi số dòng hoặc số chuỗi khác với những gì nó khóa.`,
    },
    closingMissing: (from: number, until: number) =>
      `HỎNG: thiếu lần khóa sổ ${from === until ? from : `${from} đến ${until}`}.`,
    chainCut: (number: number, chain: string, position: number) =>
      `HỎNG: ở lần khóa sổ ${number}, chuỗi của ${chain} có mắt xích ${position}; nay không còn như vậy.`,
    notCompared:
      'Chưa đối chiếu với giá trị trên giấy: nếu phần cuối nhật ký bị cắt cùng các lần khóa sổ của phần ấy thì kiểm tra này không thấy được (thêm --against và giá trị in gần nhất).',
    printed: (number: number, on: string) =>
      `Giá trị trên giấy khớp với lần khóa sổ ${number}, ngày ${on}; những gì ghi sau lần ấy thì tờ giấy này chưa chứng được.`,
    notPrinted: 'HỎNG: nhật ký này không có lần khóa sổ nào mang giá trị trên giấy.',
    noValue: 'Giá trị trên giấy phải có đủ 64 chữ số 0–9, a–f.',
    noClosing: 'Không có lần khóa sổ nào như vậy.',
    closing: (number: number, on: string, at: string, rows: number, chains: number) =>
      `Khóa sổ lần ${number}, ngày ${on} (${at}): ${rows} dòng, ${chains} chuỗi`,
  },
  {
    usage:
      'Usage: npm run audit -- verify [--against VALUE or FILE]\n       npm run audit -- closing [YEAR-MONTH-DAY]',
    noData: (folder: string) => `There is no data in ${folder} yet.`,
    notReached: 'The system runs, but its database cannot be reached.',
    notStarted: 'The database does not start; see postgres.log in the data folder.',
    checked: (rows: number, chains: number, seconds: number) =>
      `Checked ${rows} rows in ${chains} chains, ${seconds.toFixed(1)} seconds.`,
    closings: (count: number) => `Checked ${count} closings.`,
    ofFirstForm: (count: number) =>
      `${count} of them in the earlier form: who closed and when is not under their values.`,
    waiting: (count: number) => `${count} rows written just now wait to be linked.`,
    whole: 'The record is whole.',
    chain: (chain: string) => (chain === nil ? 'what belongs to no site' : `site ${chain}`),
    broken: (
      chain: string,
      position: number | string | null,
      auditId: number | null,
      what: string,
    ) => `BROKEN: chain of ${chain}, link ${position ?? '–'}, audit row ${auditId ?? '–'}: ${what}`,
    what: {
      changed:
        'is not what was written (or one just before was taken out and the rest renumbered).',
      missing: 'was taken out.',
      added: 'was put in.',
      reordered: 'does not stand where it stood.',
      loose:
        'does not follow from the one before (too many are broken to look for what became of each).',
      outside: 'is in the record but did not come through the application.',
    },
    closingBroken: {
      value: (number: number) =>
        `BROKEN: closing ${number} does not follow from the one before, or its own row was changed.`,
      counts: (number: number) =>
        `BROKEN: closing ${number} says another number of rows or chains than it closed.`,
    },
    closingMissing: (from: number, until: number) =>
      `BROKEN: closing ${from === until ? from : `${from} to ${until}`} is missing.`,
    chainCut: (number: number, chain: string, position: number) =>
      `BROKEN: at closing ${number} the chain of ${chain} had a link ${position}; it is not so any more.`,
    notCompared:
      'Not held against a value on paper: if the end of the record was cut off together with its closings, this check does not see it (add --against and the value printed last).',
    printed: (number: number, on: string) =>
      `The value on paper is that of closing ${number}, of ${on}; what was written after it this paper does not prove.`,
    notPrinted: 'BROKEN: no closing of this record has the value on paper.',
    noValue: 'A value on paper has 64 digits 0–9, a–f.',
    noClosing: 'There is no such closing.',
    closing: (number: number, on: string, at: string, rows: number, chains: number) =>
      `Closing ${number} of ${on} (${at}): ${rows} rows, ${chains} chains`,
  },
);
