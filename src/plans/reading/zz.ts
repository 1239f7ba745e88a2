import { written } from './written.ts';
import { factsIn } from './facts.ts';
import { readFileSync } from 'node:fs';
const area = { hamlet: 'xóm Phố', commune: 'xã Phú Thịnh' };
const more = [
  'Xã Tân Hòa có diện tích tự nhiên 2.345,6 ha, dân số khoảng 8.120 người, 2.015 hộ dân, trong đó hộ nghèo chiếm 3,2%. Năm 2025, trên địa bàn xảy ra 21 vụ phạm pháp hình sự, giảm 04 vụ so với năm 2024; trong đó: 06 vụ trộm cắp tài sản, 03 vụ cố ý gây thương tích, 02 vụ tàng trữ trái phép chất ma túy.',
  'Thôn Đông có 212 hộ với gần 900 nhân khẩu; số người sử dụng ma túy là 14 người, dưới 20 tuổi 2 người. Từ ngày 15/3/2026 theo Kế hoạch số 12/KH-UBND tại Điều 5, lúc 7 giờ 30.',
  '- Trộm cắp tài sản: 05 vụ',
  'Tổng số hộ: 320 hộ, số khẩu: 1.250 khẩu. Có 03 chi bộ, 95 đảng viên và 12 hội viên hội phụ nữ',
  'Khu phố 3 phường An Lạc hiện có 420 hộ/1.650 nhân khẩu, có 15 camera an ninh',
  '6 dân tộc cùng sinh sống, trong đó dân tộc Kinh chiếm 62,5%, dân tộc Tày chiếm 30%',
];
for (const t of [...readFileSync('/tmp/reader/f.txt', 'utf8').trim().split('\n'), ...more])
  for (const f of factsIn(written(t), [1, 1], area))
    console.log(f.value, '|', f.unit, '|', f.measure, '|', f.of, '|', f.qualifier, '|', f.year);
