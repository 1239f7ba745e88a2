// A five-page review with everything the form knows: for tests, the bench and for looking at.

import { day } from '#ground/day.ts';
import type { Block, Cell, Paper } from './paper.ts';

const words = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const item = (text: string): Block => ({ kind: 'item', runs: [{ text }] });
const heading = (level: 1 | 2 | 3, mark: string, text: string): Block => ({
  kind: 'heading',
  level,
  mark,
  text,
});
const number = (text: string): Cell => ({ text, align: 'right' });
const middle = (text: string): Cell => ({ text, align: 'center' });

const setting: Block[] = [
  heading(1, 'I.', 'Đặc điểm tình hình'),
  heading(2, '1.', 'Địa bàn và dân cư'),
  words(
    'Xóm Phố nằm ở trung tâm xã Phú Thịnh, có 152 hộ với 514 khẩu, chủ yếu làm chè và buôn bán nhỏ. Đường tỉnh lộ đi qua xóm nên người qua lại đông, việc giữ gìn an ninh, trật tự cần sự tham gia của mọi gia đình.',
  ),
  words(
    'Đến ngày 31/10/2026, xóm có 10 nhóm hộ tự quản, mỗi nhóm từ 14 đến 17 hộ liền kề, do bà con cử người đứng đầu và được Ủy ban nhân dân xã công nhận.',
  ),
  heading(2, '2.', 'Thuận lợi và khó khăn'),
  item(
    'Chi bộ và các đoàn thể vào cuộc ngay từ đầu; người cao tuổi, phụ nữ và thanh niên trong xóm nhận từng phần việc cụ thể, có ngày hẹn và có người theo dõi.',
  ),
  item('Nhà văn hóa xóm đã có loa, bảng tin và chỗ họp đủ cho 120 người.'),
  item(
    'Nhiều lao động trẻ đi làm xa, các buổi tối trong tuần khó họp đủ; kinh phí cho hoạt động thường xuyên còn ít và đến chậm.',
  ),
];

const steps: Block = {
  kind: 'table',
  caption: 'Tiến độ sáu bước xây dựng mô hình',
  head: ['Bước', 'Nội dung', 'Hạn', 'Hoàn thành', 'Bằng chứng'].map((text) => ({ text })),
  rows: [
    [
      '1',
      'Khảo sát địa bàn, làm việc với cấp ủy và chính quyền xã',
      '31/05/2026',
      '28/05/2026',
      'Biên bản làm việc',
    ],
    ['2', 'Họp lực lượng nòng cốt', '15/06/2026', '14/06/2026', 'Biên bản họp, đơn tự nguyện'],
    [
      '3',
      'Chuẩn bị quy chế, hòm thư, số điện thoại đường dây nóng',
      '30/06/2026',
      '12/07/2026',
      'Dự thảo quy chế lần 3',
    ],
    [
      '4',
      'Họp xóm, góp ý và biểu quyết quy chế',
      '31/07/2026',
      '25/07/2026',
      'Biên bản kiểm phiếu',
    ],
    ['5', 'Ra mắt mô hình', '19/08/2026', '19/08/2026', 'Quyết định công nhận'],
    ['6', 'Duy trì hoạt động, sơ kết và nhân rộng', 'thường xuyên', 'đang làm', 'Sổ theo dõi'],
  ].map(([step = '', what = '', due = '', finished = '', proof = '']) => [
    middle(step),
    { text: what },
    middle(due),
    middle(finished),
    { text: proof },
  ]),
  widths: [1, 4, 1.9, 1.9, 2.6],
};

const talks: Block = {
  kind: 'table',
  caption: 'Các buổi tuyên truyền trong kỳ',
  head: ['STT', 'Ngày', 'Nội dung', 'Địa điểm', 'Số người'].map((text) => ({ text })),
  rows: Array.from({ length: 24 }, (_, at) => [
    middle(String(at + 1)),
    middle(
      `${String((at % 27) + 1).padStart(2, '0')}/${String(5 + (at >> 2)).padStart(2, '0')}/2026`,
    ),
    {
      text:
        [
          'Tác hại của ma túy tổng hợp',
          'Kỹ năng từ chối cho học sinh',
          'Quy chế của xóm và cam kết của hộ',
        ][at % 3] ?? '',
    },
    { text: ['Nhà văn hóa xóm', 'Trường tiểu học xã', 'Nhóm hộ tự quản số 4'][at % 3] ?? '' },
    number(String(38 + ((at * 17) % 60))),
  ]),
  widths: [0.8, 1.6, 4, 3, 1.3],
};

const results: Block[] = [
  heading(1, 'II.', 'Kết quả thực hiện'),
  heading(2, '1.', 'Tiến độ các bước'),
  words(
    'Năm trong sáu bước đã hoàn thành, một bước chậm 12 ngày do phải lấy thêm ý kiến về quy chế.',
  ),
  steps,
  heading(2, '2.', 'Công tác tuyên truyền, vận động'),
  {
    kind: 'paragraph',
    runs: [
      { text: 'Trong kỳ đã tổ chức ' },
      { text: '24 buổi tuyên truyền', bold: true },
      { text: ' với 1.571 lượt người tham gia, tăng 9 buổi so với kỳ trước; ' },
      { text: 'riêng tháng 10 có 5 buổi', italic: true },
      { text: '. Đến nay 132/152 hộ đã ký cam kết, đạt 86,84 %.' },
    ],
  },
  talks,
  heading(3, 'a)', 'Phát tờ rơi đến 152 hộ, mỗi quý một lần.'),
  heading(3, 'b)', 'Phát thanh trên loa của xóm 26 buổi, mỗi buổi không quá 10 phút.'),
  heading(2, '3.', 'Tuần tra và hòa giải'),
  words(
    'Các nhóm hộ tự quản thay phiên tuần tra 78 buổi tối, nhắc nhở khóa cửa, tắt bếp và giữ yên tĩnh sau 22 giờ; hòa giải thành 6 việc mâu thuẫn nhỏ, không việc nào phải chuyển lên xã.',
  ),
];

const ahead: Block[] = [
  heading(1, 'III.', 'Tồn tại, hạn chế và nguyên nhân'),
  item('Còn 20 hộ chưa ký cam kết, phần lớn vắng nhà lâu ngày.'),
  item('Bước 3 chậm so với kế hoạch vì dự thảo quy chế phải sửa ba lần theo góp ý của bà con.'),
  item('Sổ theo dõi hoạt động của hai nhóm hộ ghi chưa đều.'),
  heading(1, 'IV.', 'Phương hướng, nhiệm vụ kỳ tới'),
  ...[
    'Vận động các hộ còn lại ký cam kết trước ngày 31/12/2026.',
    'Mỗi tháng có ít nhất hai buổi tuyên truyền, một buổi dành riêng cho thanh thiếu niên.',
    'Ra quân tuần tra chung dịp Tết Nguyên đán.',
    'Mời cán bộ y tế xã nói chuyện về cách giúp người thân bỏ ma túy và nơi có thể nhận sự giúp đỡ.',
  ].map((text, at) =>
    words(
      `${at + 1}. ${text} Ban Chủ nhiệm phân công từng thành viên phụ trách, kiểm tra vào ngày cuối tháng và ghi kết quả vào sổ chung của mô hình.`,
    ),
  ),
  heading(1, 'V.', 'Đề xuất, kiến nghị'),
  words(
    'Đề nghị Ủy ban nhân dân xã bố trí kinh phí cho hoạt động thường xuyên của mô hình từ đầu năm và xem xét khen thưởng hai nhóm hộ tự quản có thành tích tốt.',
  ),
  words('Trên đây là báo cáo sơ kết sáu tháng hoạt động của mô hình.'),
];

/** The example; charts come from the caller so that this file knows no drawing. */
export const examplePaper = (charts: readonly Block[] = []): Paper => ({
  kind: 'BC',
  header: {
    agencyAbove: 'Ủy ban nhân dân xã Phú Thịnh',
    agency: 'Ban Chủ nhiệm mô hình phòng, chống tội phạm về ma túy xóm Phố',
    number: 5,
    symbol: 'BC-BCN',
    place: 'Phú Thịnh',
    date: day('2026-11-05'),
  },
  title: 'Báo cáo',
  subject:
    'Sơ kết sáu tháng thực hiện mô hình “Phòng, chống tội phạm về ma túy” tại xóm Phố, xã Phú Thịnh',
  approval: null,
  addressees: ['Ủy ban nhân dân xã Phú Thịnh', 'Công an xã Phú Thịnh'],
  bases: [
    'Căn cứ Kế hoạch số 12/KH-UBND ngày 06 tháng 5 năm 2026 của Ủy ban nhân dân xã Phú Thịnh về xây dựng mô hình',
    'Căn cứ kết quả hoạt động của mô hình từ ngày 01/05/2026 đến ngày 31/10/2026',
  ],
  body: [...setting, ...results, ...charts, ...ahead],
  signature: {
    authority: 'TM. Ban Chủ nhiệm',
    position: 'Trưởng ban',
    rank: null,
    name: 'Người Ký Mẫu',
  },
  recipients: [
    'Chi bộ xóm Phố (để báo cáo)',
    'Các thành viên Ban Chủ nhiệm (để thực hiện)',
    'Lưu: VT, BCN (02)',
  ],
  language: 'vi',
});
