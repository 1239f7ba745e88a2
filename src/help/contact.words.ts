// The sentences of the page where the telephone of the health station is set.
import { words } from '#ground/words.ts';

export const contactWords = words(
  {
    how: 'Trang xin giúp đỡ của xã cho mọi người biết số này, kèm ngày đã gọi thử.',
    none: 'Chưa có số. Người cần giúp chưa biết gọi vào đâu.',
    now: (phone: string) => `Đang cho biết: ${phone}`,
    phone: 'Số máy',
    source: 'Theo văn bản, thông báo nào',
    checkedOn: 'Ngày đã gọi thử (nếu có)',
    save: 'Lưu số',
    noCommune: 'Bạn chưa là người giúp đỡ của xã nào.',
    refusal: {
      forbidden: 'Số này do người giúp đỡ của chính xã ấy đặt.',
      'in-future': 'Ngày này chưa đến.',
      invalid: 'Số máy chỉ có chữ số, dấu cách, dấu chấm, dấu +; và cần ghi theo văn bản nào.',
    },
  },
  {
    how: 'The commune’s page of help tells everybody this number, and when it was tried.',
    none: 'No number yet. Whoever needs help does not know where to call.',
    now: (phone: string) => `Told now: ${phone}`,
    phone: 'Number',
    source: 'By which paper or notice',
    checkedOn: 'Day on which it was called to try (if any)',
    save: 'Save the number',
    noCommune: 'You are not a helper of any commune yet.',
    refusal: {
      forbidden: 'This number is set by helpers of that very commune.',
      'in-future': 'This day has not come yet.',
      invalid:
        'A number holds digits, spaces, dots and + only; and say by which paper it is known.',
    },
  },
);
