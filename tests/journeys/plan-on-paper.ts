// A made-up plan of one's own for a journey, as the lines of a paper and as the files people bring.

import { randomInt } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';

export type PlanOnPaper = {
  /** '47110/KH-PV05', hardly ever twice. */
  readonly number: string;
  readonly hamlet: string;
  readonly lines: readonly string[];
};
export type BroughtFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
};

/** Signed in autumn of last year and running until the end of this one. */
export function writePlan(): PlanOnPaper {
  const drawn = randomInt(10_000, 99_999);
  const number = `${drawn}/KH-PV05`;
  const hamlet = `Đồi Chè ${randomInt(2, 20)}`;
  const year = new Date().getFullYear();
  const top = head({ number, hamlet, year, office: `PHÒNG PHONG TRÀO KHU VỰC ${drawn}` });
  return { number, hamlet, lines: [...top, ...body(hamlet, year), ...end] };
}

export const asText = ({ number, lines }: PlanOnPaper): BroughtFile => ({
  name: `ke-hoach-${parseInt(number, 10)}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
});

export async function asWord({ number, lines }: PlanOnPaper): Promise<BroughtFile> {
  const children = lines.map((text) => new Paragraph(text));
  return {
    name: `ke-hoach-${parseInt(number, 10)}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await Packer.toBuffer(new Document({ sections: [{ children }] })),
  };
}

type Head = {
  readonly number: string;
  readonly hamlet: string;
  readonly year: number;
  /** Of its own: what it issues is numbered from 01. */
  readonly office: string;
};

const head = ({ number, hamlet, year, office }: Head): readonly string[] => [
  'CÔNG AN TỈNH LAM SƠN',
  office,
  '',
  `Số: ${number}`,
  '',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  '',
  `Lam Sơn, ngày 10 tháng 11 năm ${year - 1}`,
  '',
  'KẾ HOẠCH',
  `Xây dựng mô hình “Xóm chung tay phòng ngừa ma túy” tại xóm ${hamlet}, xã Suối Bạc`,
  '',
  `Căn cứ Kế hoạch số 21/KH-BCĐ ngày 15/01/${year - 1} của Ban Chỉ đạo tỉnh về phong trào bảo vệ an ninh Tổ quốc;`,
  'Phòng Xây dựng phong trào lập kế hoạch như sau:',
];

const body = (hamlet: string, year: number): readonly string[] => [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Giúp mỗi gia đình hiểu tác hại của ma túy và biết nơi có thể nhờ giúp.',
  'II. ĐẶC ĐIỂM TÌNH HÌNH',
  `Xóm ${hamlet} có 137 hộ, 566 nhân khẩu; người dân chủ yếu trồng chè.`,
  `Năm ${year - 1} xã Suối Bạc xảy ra 19 vụ việc, trong đó trộm cắp 04 vụ.`,
  'III. NỘI DUNG, BIỆN PHÁP',
  '1. Nội dung',
  '- Tuyên truyền tới từng hộ; vận động các hộ ký cam kết.',
  '2. Các bước xây dựng mô hình',
  `- Bước 1: Khảo sát tình hình địa bàn, làm việc với Đảng ủy, UBND, Công an xã. (hoàn thành trong tháng 12/${year - 1})`,
  `- Bước 2: Họp lực lượng nòng cốt, lấy ý kiến tự nguyện tham gia. (xong trước ngày 20/12/${year})`,
  `- Bước 3: Chuẩn bị các điều kiện: dự thảo quy chế, hòm thư, kinh phí. (xong trước ngày 22/12/${year})`,
  `- Bước 4: Họp xóm để nhân dân góp ý và biểu quyết. (xong trước ngày 24/12/${year})`,
  `- Bước 5: Tổ chức lễ ra mắt mô hình. (trước ngày 28/12/${year})`,
  '- Bước 6: Duy trì hoạt động của mô hình. (duy trì thường xuyên)',
  '3. Kiểm tra, sơ kết',
  '- Hằng tháng kiểm tra việc thực hiện.',
  '- 6 tháng, 1 năm tổ chức sơ kết, rút kinh nghiệm.',
  'IV. TỔ CHỨC THỰC HIỆN',
  '1. Phân công nhiệm vụ',
  '- Đội Hướng dẫn phong trào: tham mưu, tổng hợp kết quả.',
  '- Công an xã Suối Bạc: giúp mô hình hoạt động hằng ngày.',
  '2. Kinh phí, thời gian',
  '- Kinh phí: từ nguồn xây dựng nông thôn mới.',
  `- Thời gian thực hiện: từ ngày 15/11/${year - 1} đến ngày 31/12/${year}.`,
];

const end: readonly string[] = [
  'Nơi nhận:',
  '- Lãnh đạo Công an tỉnh (để báo cáo);',
  '- UBND xã Suối Bạc (phối hợp);',
  '- Lưu: PV05.',
  'TRƯỞNG PHÒNG',
  '',
  'Người Ký Ví Dụ',
];
