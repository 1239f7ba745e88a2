// For tests: what those on duty for tips do about their daily notice, and who reads of it.

import { newId } from '#ground/id.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { askNoticeNow, subscribePush, unsubscribePush } from '#tips/server/duty-commands.ts';
import { commandId, ofHouse, type CommandRows } from './matrix.ts';

const police = ['commune_police', 'provincial_police'] as const;
const browser = () => ({
  commandId: commandId(),
  endpoint: `https://fcm.googleapis.com/fcm/send/${newId()}`,
});

export const dutyRows: CommandRows = {
  subscribePush: ofHouse(police, (db, actor) => subscribePush(db, actor, browser(), today)),
  unsubscribePush: ofHouse(police, (db, actor) => unsubscribePush(db, actor, newId())),
  askNoticeNow: ofHouse(police, (db, actor) =>
    askNoticeNow(db, actor, { commandId: commandId() }, today),
  ),
};

/** Reads, as in reads-of-no-site.ts. */
export const dutyReads: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['listPeopleOnDuty', 'a job’s alone: duty.test.ts'],
    ['listSubscriptions', 'one’s own: duty.test.ts'],
    ['listNotices', 'one’s own, colleagues of a ring, whoever sees everything: duty.test.ts'],
    ['listRuns', 'days, for everybody who signs in'],
    [
      'listUnreadBelow findDeskState',
      'those who hold a share of the ring, and above: unread.test.ts',
    ],
  ].flatMap(([names = '', reason = '']) =>
    names.split(' ').map((name) => [`tips/${name}`, reason] as const),
  ),
);
