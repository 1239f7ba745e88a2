// An activity as a line of a list: what, when, where, how many took part.

import { showDay, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { Activity } from './activity.ts';
import { activityScreenWords } from './activity-screens.words.ts';
import { activityWords } from './activity.words.ts';

export type ActivityItem = { readonly href: string; readonly title: string; readonly note: string };

export function activityItem(activity: Activity, base: string, language: Language): ActivityItem {
  const { kind, day, place, participants, photos } = activity;
  const own = activityScreenWords[language];
  const parts = [
    showDay(day),
    place,
    ...(participants === null
      ? []
      : [own.people(participants, showNumber(participants, language))]),
    ...(photos.length === 0 ? [] : [own.photos(photos.length)]),
  ];
  return {
    href: `${base}/activities/${activity.activityId}`,
    title: activityWords[language].kind[kind],
    note: parts.join(' · '),
  };
}
