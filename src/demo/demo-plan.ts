// The paper the demo starts from: a made-up plan for the model of the seed, dated half a year back.

import { addDays, addMonths, monthOf, partsOf, type Day } from '#ground/day.ts';
import { showDay, showOfficialDay } from '#ground/show.ts';

/** The days the demo's paper speaks of, all counted from today. */
export type DemoCalendar = {
  readonly signed: Day;
  readonly surveyBy: Day;
  readonly coreBy: Day;
  readonly prepareBy: Day;
  readonly assemblyBy: Day;
  readonly launchBy: Day;
  readonly reviewBy: Day;
};

export function demoCalendar(today: Day): DemoCalendar {
  const first = addMonths(monthOf(today), -6);
  const endOf = (months: number): Day => addDays(addMonths(first, months + 1), -1);
  return {
    signed: addDays(first, 5),
    surveyBy: endOf(0),
    coreBy: addDays(addMonths(first, 1), 9),
    prepareBy: addDays(addMonths(first, 1), 19),
    assemblyBy: endOf(1),
    launchBy: addDays(addMonths(first, 2), 14),
    reviewBy: addDays(today, 7),
  };
}

/** One string a line, as the reader expects it. No real person stands in it. */
export function demoPlanText(today: Day): readonly string[] {
  const when = demoCalendar(today);
  return [...head(when), ...situation(when), ...steps(when), ...organisation(when), ...end];
}

const year = (of: Day): number => partsOf(of).year;
const month = (of: Day): number => partsOf(of).month;

const head = ({ signed }: DemoCalendar): readonly string[] => [
  'CÔNG AN TỈNH THÁI NGUYÊN',
  'PHÒNG XÂY DỰNG PHONG TRÀO BẢO VỆ ANTQ',
  '',
  'Số: 115/KH-PV05',
  '',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  '',
  `Thái Nguyên, ${showOfficialDay(signed, 2)}`,
  '',
  'KẾ HOẠCH',
  'Xây dựng mô hình “Phòng, chống tội phạm về ma túy” tại xóm Phố, xã Phú Thịnh',
  '(Văn bản minh họa, dùng để xem thử phần mềm)',
  '',
  `Căn cứ Kế hoạch số 08/KH-BCĐ ngày 12/01/${year(signed)} của Ban Chỉ đạo tỉnh về phong trào toàn dân bảo vệ an ninh Tổ quốc năm ${year(signed)};`,
  `Căn cứ Kế hoạch số 46/KH-CAT ngày 20/02/${year(signed)} của Công an tỉnh về xây dựng, củng cố các mô hình tự quản ở cơ sở.`,
  'Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc lập kế hoạch như sau:',
];

const situation = ({ signed }: DemoCalendar): readonly string[] => [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Giúp người dân xóm Phố hiểu đúng về ma túy, biết nơi tìm sự giúp đỡ và tự nguyện cùng nhau giữ xóm làng yên ổn.',
  '2. Nâng cao trách nhiệm của cấp ủy, chính quyền, đoàn thể trong phòng ngừa tội phạm và tệ nạn về ma túy.',
  '3. Mọi việc của mô hình do nhân dân bàn, nhân dân quyết; không kỳ thị người sử dụng ma túy và gia đình họ.',
  'II. ĐẶC ĐIỂM TÌNH HÌNH',
  'Xã Phú Thịnh có diện tích 991,89 ha, gồm 1.222 hộ = 4.447 nhân khẩu, 6 dân tộc cùng sinh sống ở 10 xóm; kinh tế chủ yếu là trồng chè và chăn nuôi.',
  `Năm ${year(signed) - 1} trên địa bàn xã xảy ra 33 vụ việc các loại, trong đó: gây rối trật tự công cộng 05 vụ, trộm cắp 07 vụ, ma túy 13 vụ.`,
  'Xóm Phố là trung tâm của xã, có 152 hộ, trên 500 khẩu; các ngành đã nhiều lần tuyên truyền nhưng chuyển biến còn chậm.',
  'III. NỘI DUNG, BIỆN PHÁP',
  '1. Nội dung trọng tâm',
  '- Tuyên truyền tới từng hộ về các chất ma túy, tác hại và cách nói chuyện với con em.',
  '- Lắp hòm thư tố giác, công bố đường dây nóng; giữ kín thông tin của người cung cấp tin.',
  '- Vận động các hộ, dòng họ ký cam kết; giúp đỡ người sử dụng ma túy, người chấp hành xong án phạt tù ổn định cuộc sống khi họ đồng ý.',
  '- Tổ tự quản phối hợp tuần tra, hòa giải mâu thuẫn ngay từ cơ sở.',
];

const steps = (when: DemoCalendar): readonly string[] => [
  '2. Các bước xây dựng mô hình',
  `- Bước 1: Khảo sát tình hình địa bàn; làm việc với Đảng ủy, UBND, Công an xã Phú Thịnh để thống nhất hình thức tổ chức; dự kiến người tham gia lực lượng nòng cốt. (hoàn thành trong tháng ${month(when.surveyBy)})`,
  `- Bước 2: Họp lực lượng nòng cốt, nghe tâm tư, giải đáp thắc mắc, lấy ý kiến tự nguyện tham gia. (xong trước ngày ${showDay(when.coreBy)})`,
  `- Bước 3: Chuẩn bị các điều kiện: dự thảo quy chế, hòm thư, đường dây nóng, kinh phí, mẫu cam kết. (xong trước ngày ${showDay(when.prepareBy)})`,
  `- Bước 4: Họp xóm để nhân dân góp ý dự thảo quy chế và biểu quyết. (hoàn thành trong tháng ${month(when.assemblyBy)})`,
  `- Bước 5: Tổ chức lễ ra mắt mô hình. (trước ngày ${showDay(when.launchBy)})`,
  '- Bước 6: Họp định kỳ, hướng dẫn hoạt động, duy trì và nâng cao chất lượng mô hình. (duy trì thường xuyên)',
  '3. Công tác phối hợp',
  '- Công an xã Phú Thịnh tham mưu Đảng ủy, UBND xã ban hành nghị quyết, kế hoạch chuyên đề.',
  '- Ban công tác Mặt trận xóm phối hợp với các chi hội vận động hộ gia đình ký cam kết.',
  '4. Kiểm tra, sơ kết',
  '- Hằng tháng hoặc đột xuất kiểm tra việc thực hiện của đơn vị, cá nhân được giao nhiệm vụ.',
  '- 6 tháng, 1 năm tổ chức sơ kết, rút kinh nghiệm.',
];

const organisation = (when: DemoCalendar): readonly string[] => [
  'IV. TỔ CHỨC THỰC HIỆN',
  '1. Phân công nhiệm vụ',
  '- Lãnh đạo phòng: trực tiếp chỉ đạo thực hiện kế hoạch.',
  '- Đội Hướng dẫn phong trào: tham mưu, hướng dẫn, tổng hợp kết quả.',
  '- Công an xã Phú Thịnh: giúp mô hình hoạt động hằng ngày.',
  '2. Phương tiện, kinh phí, thời gian',
  '- Phương tiện: cán bộ được giao nhiệm vụ tự túc phương tiện.',
  '- Kinh phí: từ nguồn phát động phong trào toàn dân bảo vệ an ninh Tổ quốc và nguồn xây dựng nông thôn mới.',
  `- Thời gian thực hiện: từ tháng ${month(when.signed)}/${year(when.signed)}; sơ kết trước ngày ${showDay(when.reviewBy)}.`,
];

const end: readonly string[] = [
  'Nơi nhận:',
  '- Lãnh đạo Công an tỉnh (để báo cáo);',
  '- UBND xã Phú Thịnh (phối hợp);',
  '- Công an xã Phú Thịnh (thực hiện);',
  '- Lưu: PV05.',
  'TRƯỞNG PHÒNG',
  '',
  'Người Ký Minh Họa',
];
