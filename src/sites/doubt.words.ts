// What is said about a reading that lacks something or leaves a doubt, on the screen that confirms it.

import { words } from '#ground/words.ts';

export const doubtWords = words(
  {
    'no-programme': () => 'Chưa đọc được tên mô hình.',
    'no-hamlet': () => 'Chưa đọc được tên xóm (thôn, tổ dân phố).',
    'no-commune': () => 'Chưa đọc được tên xã (phường, thị trấn).',
    'no-province': () => 'Chưa đọc được tên tỉnh (thành phố).',
    'no-steps': () => 'Chưa đọc được bước nào.',
    'no-number': () => 'Chưa đọc được số, ký hiệu.',
    'no-date': () => 'Chưa đọc được ngày ký.',
    'no-agency': () => 'Chưa đọc được cơ quan ban hành.',
    'no-signatory': () => 'Chưa đọc được người ký.',
    'no-recipients': () => 'Chưa đọc được nơi nhận.',
    'no-period': () => 'Chưa đọc được thời gian thực hiện.',
    'no-checks': () =>
      'Chưa đọc được việc kiểm tra; chưa bổ sung thì điểm mô hình không có lịch kiểm tra.',
    'no-reviews': () =>
      'Chưa đọc được việc sơ kết; chưa bổ sung thì điểm mô hình không có lịch sơ kết.',
    'no-facts': () =>
      'Chưa đọc được số liệu về địa bàn; chưa bổ sung thì điểm mô hình không có số đầu kỳ.',
    'district-ended': (name: string) =>
      `Cấp huyện đã kết thúc từ 01/7/2025: ${name} chỉ còn trong văn bản. Hãy kiểm tra tên xã hiện nay.`,
    'dates-long-past': () =>
      'Mọi thời hạn trong văn bản đã qua: các bước sẽ hiện quá hạn. Hãy sửa thời hạn nếu mô hình làm từ nay.',
    'step-number-twice': (number: string) =>
      `Có hai bước cùng số ${number}; các bước sẽ được đánh số lại.`,
    'step-without-due': (number: string) => `Chưa đọc được thời hạn của bước ${number}.`,
    'step-due-before-paper': (number: string) => `Bước ${number} có hạn trước ngày ký văn bản.`,
    'fact-without-unit': (measure: string) => `Chưa đọc được đơn vị tính của số liệu “${measure}”.`,
    'facts-differ': (measure: string) => `Số liệu “${measure}” được ghi hai lần, khác nhau.`,
  },
  {
    'no-programme': () => 'The model’s name could not be read.',
    'no-hamlet': () => 'The hamlet could not be read.',
    'no-commune': () => 'The commune could not be read.',
    'no-province': () => 'The province could not be read.',
    'no-steps': () => 'No step could be read.',
    'no-number': () => 'Number and symbol could not be read.',
    'no-date': () => 'The date of signing could not be read.',
    'no-agency': () => 'The issuing agency could not be read.',
    'no-signatory': () => 'The signatory could not be read.',
    'no-recipients': () => 'The recipients could not be read.',
    'no-period': () => 'From when until when could not be read.',
    'no-checks': () =>
      'No checks could be read; unless added, the site will have no calendar of checks.',
    'no-reviews': () =>
      'No reviews could be read; unless added, the site will have no calendar of reviews.',
    'no-facts': () =>
      'No figures of the area could be read; unless added, the site will have no baseline.',
    'district-ended': (name: string) =>
      `The district level ended on 01/07/2025: ${name} remains in the paper only. Check the commune’s present name.`,
    'dates-long-past': () =>
      'Every date in the paper has passed: the steps will show as overdue. Change the dates if the model starts now.',
    'step-number-twice': (number: string) =>
      `Two steps have the number ${number}; all will be numbered anew.`,
    'step-without-due': (number: string) => `The due date of step ${number} could not be read.`,
    'step-due-before-paper': (number: string) =>
      `Step ${number} is due before the paper was signed.`,
    'fact-without-unit': (measure: string) =>
      `The unit of the figure “${measure}” could not be read.`,
    'facts-differ': (measure: string) => `The figure “${measure}” is given twice, and differs.`,
  },
);
