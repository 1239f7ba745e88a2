// The sentences of the public frame and of the front page.
import { words } from '#ground/words.ts';

export const frontWords = words(
  {
    title: 'Bình Yên: xóm làng phòng, chống ma túy',
    heading: 'Xóm bình yên, từ kế hoạch đến việc làm',
    breath:
      'Bình Yên biến bản kế hoạch phòng, chống ma túy đã ký thành việc cụ thể của từng xóm: ai làm, đến hạn nào, đã được gì.',
    signIn: 'Đăng nhập',
    forWhom: 'Dành cho cán bộ và lực lượng nòng cốt của mô hình.',
    ways: {
      read: 'Đọc kế hoạch',
      readHow:
        'Đưa văn bản vào, nhận lại các bước, nhiệm vụ và thời hạn, kèm dòng gốc của từng mục.',
      work: 'Làm và ghi',
      workHow:
        'Buổi tuyên truyền, tuần tra, thăm hỏi được ghi trong nửa phút, ngay trên điện thoại.',
      report: 'Báo cáo đúng thể thức',
      reportHow: 'Báo cáo sơ kết viết từ chính những việc đã ghi; số nào cũng xem lại được nguồn.',
    },
    promise: 'Bình Yên không lập danh sách người sử dụng ma túy. Trang này không theo dõi bạn.',
    danger: 'Đang có nguy hiểm?',
    call: 'Gọi 113',
  },
  {
    title: 'Bình Yên: communities against drugs',
    heading: 'A peaceful hamlet, from plan to deed',
    breath:
      'Bình Yên turns a signed plan against drugs into the concrete work of each hamlet: who does what, until when, and what has come of it.',
    signIn: 'Sign in',
    forWhom: 'For officials and the core members of a model.',
    ways: {
      read: 'Read the plan',
      readHow: 'The paper goes in; its steps, duties and dates come back, each with its own lines.',
      work: 'Do it and note it',
      workHow: 'A talk, a patrol or a visit is noted in half a minute, right on the phone.',
      report: 'The report, in due form',
      reportHow: 'The review is written from the work on record; every figure leads to its source.',
    },
    promise: 'Bình Yên keeps no list of people who use drugs. This page does not track you.',
    danger: 'In danger now?',
    call: 'Call 113',
  },
);
