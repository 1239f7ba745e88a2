// The example paper's charts: a time line with every state a step can be in, and one indicator.

import { day } from '#ground/day.ts';
import { monthlyLine, type MonthlySeries } from './charts/monthly.ts';
import { onPaper } from './charts/look.ts';
import type { Chart } from './charts/svg.ts';
import { timeLine, type TimeLineRow } from './charts/time-line.ts';
import type { Block } from './paper.ts';

export const exampleToday = day('2026-11-05');

const span = (from: string, to: string): TimeLineRow['planned'] => ({
  from: from === '' ? null : day(from),
  to: to === '' ? null : day(to),
});

const row = (
  label: string,
  planned: TimeLineRow['planned'],
  actual: TimeLineRow['actual'],
  ongoing = false,
): TimeLineRow => ({ label, planned, actual, ongoing });

export const exampleRows: readonly TimeLineRow[] = [
  row(
    '1. Khảo sát địa bàn, làm việc với cấp ủy và chính quyền xã, lựa chọn lực lượng nòng cốt',
    span('2026-05-01', '2026-05-31'),
    span('2026-05-04', '2026-05-28'),
  ),
  row('2. Họp lực lượng nòng cốt', span('', '2026-06-15'), span('2026-06-10', '2026-06-14')),
  row(
    '3. Chuẩn bị quy chế, hòm thư',
    span('2026-06-01', '2026-06-30'),
    span('2026-06-05', '2026-07-12'),
  ),
  row('4. Họp xóm, biểu quyết quy chế', span('2026-09-01', '2026-09-30'), span('2026-09-10', '')),
  row('5. Ra mắt mô hình', span('2026-11-01', '2026-11-30'), span('', '')),
  row('6. Duy trì hoạt động, sơ kết', span('2026-08-20', ''), span('2026-08-20', ''), true),
];

const months = (values: readonly (number | null)[]): MonthlySeries['points'] =>
  values.map((value, at) => ({ month: day(`2026-${String(5 + at).padStart(2, '0')}-01`), value }));

export const exampleTalks: MonthlySeries = {
  label: 'Buổi tuyên truyền',
  unit: 'buổi',
  baseline: 2,
  points: months([3, 5, null, 7, 4, 5]),
};

export const exampleCommitments: MonthlySeries = {
  label: 'Hộ đã ký cam kết',
  unit: 'hộ',
  baseline: 0,
  points: months([12, 40, 68, 103, 120, 132]),
};

const chart = (caption: string, drawn: Chart): Block => ({ kind: 'chart', caption, ...drawn });

export const exampleCharts = (): Block[] => [
  chart(
    'Tiến độ các bước so với kế hoạch',
    timeLine(exampleRows, exampleToday, onPaper('steps', 'Tiến độ các bước')),
  ),
  chart(
    'Số hộ đã ký cam kết, tính đến cuối tháng',
    monthlyLine(exampleCommitments, onPaper('commitments', 'Hộ đã ký cam kết')),
  ),
];
