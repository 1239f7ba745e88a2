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
    waiting: (count: number) => `${count} dòng mới ghi, đang chờ nối vào chuỗi.`,
    whole: 'Nhật ký nguyên vẹn.',
    chain: (chain: string) => (chain === nil ? 'việc chung' : `điểm mô hình ${chain}`),
    broken: (chain: string, position: number | null, auditId: number | null, what: string) =>
      `HỎNG: chuỗi của ${chain}, mắt xích ${position ?? '–'}, dòng nhật ký ${auditId ?? '–'}: ${what}`,
    what: {
      changed: 'nội dung không còn như lúc ghi (hoặc một dòng ngay trước bị rút và đánh số lại).',
      missing: 'bị rút mất.',
      added: 'bị chèn vào.',
      reordered: 'bị đổi chỗ.',
      outside: 'có trong nhật ký mà không qua ứng dụng.',
    },
    closingBroken: (number: number) => `HỎNG: lần khóa sổ ${number} không khớp với lần trước.`,
    chainCut: (number: number, chain: string, position: number) =>
      `HỎNG: ở lần khóa sổ ${number}, chuỗi của ${chain} có mắt xích ${position}; nay không còn như vậy.`,
    printed: (number: number, on: string) =>
      `Giá trị trên giấy khớp với lần khóa sổ ${number}, ngày ${on}.`,
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
    waiting: (count: number) => `${count} rows written just now wait to be linked.`,
    whole: 'The record is whole.',
    chain: (chain: string) => (chain === nil ? 'what belongs to no site' : `site ${chain}`),
    broken: (chain: string, position: number | null, auditId: number | null, what: string) =>
      `BROKEN: chain of ${chain}, link ${position ?? '–'}, audit row ${auditId ?? '–'}: ${what}`,
    what: {
      changed:
        'is not what was written (or one just before was taken out and the rest renumbered).',
      missing: 'was taken out.',
      added: 'was put in.',
      reordered: 'does not stand where it stood.',
      outside: 'is in the record but did not come through the application.',
    },
    closingBroken: (number: number) =>
      `BROKEN: closing ${number} does not follow from the one before.`,
    chainCut: (number: number, chain: string, position: number) =>
      `BROKEN: at closing ${number} the chain of ${chain} had a link ${position}; it is not so any more.`,
    printed: (number: number, on: string) =>
      `The value on paper is that of closing ${number}, of ${on}.`,
    notPrinted: 'BROKEN: no closing of this record has the value on paper.',
    noValue: 'A value on paper has 64 digits 0–9, a–f.',
    noClosing: 'There is no such closing.',
    closing: (number: number, on: string, at: string, rows: number, chains: number) =>
      `Closing ${number} of ${on} (${at}): ${rows} rows, ${chains} chains`,
  },
);
