// How a review speaks of each kind of activity: its name, what it is counted in, its sentences.

import type { ActivityKind } from '#activities/activity.ts';
import { showNumber } from '#ground/show.ts';
import { compared } from './phrases.ts';

type Names = { readonly name: string; readonly unit: string };

export const activityNames: Readonly<Record<ActivityKind, Names>> = {
  talk: { name: 'tuyên truyền', unit: 'buổi' },
  meeting: { name: 'họp', unit: 'cuộc' },
  patrol: { name: 'tuần tra', unit: 'lượt' },
  visit: { name: 'thăm hỏi, động viên', unit: 'lượt' },
  commitment: { name: 'ký cam kết', unit: 'buổi' },
  mediation: { name: 'hòa giải', unit: 'cuộc' },
  campaign: { name: 'ra quân, phát động phong trào', unit: 'đợt' },
  other: { name: 'hoạt động khác', unit: 'hoạt động' },
};

export type Tally = {
  readonly count: number;
  readonly attendees: number;
  /** How many of the activities have no number of people on record. */
  readonly uncounted: number;
  /** The count of the earlier period; null where there is nothing to compare with. */
  readonly earlier: number | null;
};

/** The sentence about one kind, a whole one with its full stop. */
export function aboutActivities(kind: ActivityKind, tally: Tally): string {
  const { unit } = activityNames[kind];
  const change = tally.earlier === null ? '' : `, ${compared(tally.count, tally.earlier, unit)}`;
  const said =
    tally.count === 0 ? nothing[kind] : something[kind](counted(tally.count, unit), crowd(tally));
  return `${said}${tally.count === 0 && tally.earlier === 0 ? '' : change}.`;
}

/** ' với 640 lượt người tham gia (2 buổi chưa ghi số người)'; empty where nobody counted. */
function crowd({ count, attendees, uncounted }: Tally): string {
  if (uncounted === count) return '';
  const gap = uncounted === 0 ? '' : ` (chưa kể ${showNumber(uncounted)} lần chưa ghi số người)`;
  return ` với ${showNumber(attendees)} lượt người tham gia${gap}`;
}

const counted = (count: number, unit: string): string => `${showNumber(count)} ${unit}`;

/** Visits and mediations are counted only: who was there is nobody else's business. */
const something: Readonly<Record<ActivityKind, (count: string, crowd: string) => string>> = {
  talk: (count, people) => `Trong kỳ đã tổ chức ${count} tuyên truyền${people}`,
  meeting: (count, people) => `Lực lượng nòng cốt và nhân dân đã họp ${count}${people}`,
  campaign: (count, people) => `Đã tổ chức ${count} ra quân, phát động phong trào${people}`,
  patrol: (count, people) => `Lực lượng nòng cốt đã tuần tra ${count}${people}`,
  visit: (count) => `Đã thăm hỏi, động viên, giúp đỡ ${count}`,
  mediation: (count) => `Đã tiến hành ${count} hòa giải mâu thuẫn trong nhân dân`,
  commitment: (count, people) => `Trong kỳ đã tổ chức ${count} ký cam kết${people}`,
  other: (count, people) => `Ngoài ra đã thực hiện ${count} khác${people}`,
};

/** Said as it is: what nobody recorded is not claimed to have happened, nor to have been needless. */
const nothing: Readonly<Record<ActivityKind, string>> = {
  talk: 'Trong kỳ chưa tổ chức buổi tuyên truyền nào',
  meeting: 'Trong kỳ chưa ghi nhận cuộc họp nào',
  campaign: 'Trong kỳ chưa tổ chức đợt ra quân, phát động phong trào nào',
  patrol: 'Trong kỳ chưa ghi nhận lượt tuần tra nào',
  visit: 'Trong kỳ chưa ghi nhận lượt thăm hỏi, động viên nào',
  mediation: 'Trong kỳ chưa ghi nhận cuộc hòa giải nào',
  commitment: 'Trong kỳ chưa tổ chức buổi ký cam kết nào',
  other: 'Trong kỳ chưa ghi nhận hoạt động nào khác',
};
