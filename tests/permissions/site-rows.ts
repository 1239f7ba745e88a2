// For tests: who may do what at a site, with its plan and with its reviews.

import { correctActivity, recordActivity } from '#activities/server/commands.ts';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import type { Role } from '#people/person.ts';
import { correctPlan, getPlanReading, readInPlan } from '#plans/server/commands.ts';
import { draftReview, editReview, issueReview, redraftReview } from '#reports/server/commands.ts';
import {
  addEvidence,
  closeStep,
  createSite,
  delayDuty,
  delayStep,
  doDuty,
  enterIndicator,
  reopenDuty,
  reopenStep,
  startStep,
} from '#sites/server/commands.ts';
import { handOverRole } from '#sites/server/hand-over-commands.ts';
import { giveBackDuty, takeDuty } from '#sites/server/holder-commands.ts';
import { testDay as today } from '#sites/server/testing.ts';
import { examplePlan } from '#sites/testing.ts';
import { keepHousehold, keepMember } from '#rosters/server/commands.ts';
import { commandId, ofHouse, ofSite, type CommandRows, type Where } from './matrix.ts';

const province: readonly Role[] = ['provincial_officer'];
const police: readonly Role[] = ['provincial_officer', 'commune_police'];
const workers: readonly Role[] = ['provincial_officer', 'commune_police', 'core_member'];

const keepers: readonly Role[] = ['commune_police', 'core_member'];
const ofRoster = (siteId: Where['siteId']) => ({
  siteId,
  commandId: commandId(),
  from: today,
  to: null,
});

const told = ({ siteId }: Where) => ({ siteId, commandId: commandId(), day: today, note: 'vì' });
const step = (where: Where) => ({ ...told(where), number: 1 });
const duty = (where: Where) => ({ ...told(where), dutyId: newId<'duty'>() });
const activity = (where: Where) => ({
  ...told(where),
  kind: 'talk' as const,
  place: 'Nhà văn hóa',
  participants: 1,
  photos: [],
});
const review = ({ siteId }: Where) => ({ siteId, reviewId: newId<'review'>(), version: 1 });
const noFiles = {
  putFile: () => Promise.reject(new Error('no file is kept')),
  getFile: () => Promise.reject(new Error('no file is read')),
};

export const siteRows: CommandRows = {
  readInPlan: ofHouse(police, (db, actor) =>
    readInPlan(
      db,
      noFiles,
      actor,
      { commandId: commandId(), fileName: 'a.docx', bytes: new Uint8Array() },
      () => Promise.resolve(refused('empty')),
    ),
  ),
  getPlanReading: ofHouse(police, (db, actor, { planId }) => getPlanReading(db, actor, planId)),
  correctPlan: ofHouse(police, (db, actor, { planId }) =>
    correctPlan(db, actor, planId, examplePlan),
  ),
  createSite: ofHouse(province, (db, actor, { planId }) =>
    createSite(db, actor, { planId, commandId: commandId(), calendar: null, besides: [] }, today),
  ),
  startStep: ofSite(workers, (db, actor, where) => startStep(db, actor, step(where), today)),
  addEvidence: ofSite(workers, (db, actor, where) =>
    addEvidence(db, actor, { ...step(where), requirement: 'core_list', file: null }, today),
  ),
  delayStep: ofSite(workers, (db, actor, where) => delayStep(db, actor, step(where), today)),
  closeStep: ofSite(police, (db, actor, where) => closeStep(db, actor, step(where), today)),
  reopenStep: ofSite(police, (db, actor, where) => reopenStep(db, actor, step(where), today)),
  doDuty: ofSite(workers, (db, actor, where) => doDuty(db, actor, duty(where), today)),
  delayDuty: ofSite(workers, (db, actor, where) => delayDuty(db, actor, duty(where), today)),
  reopenDuty: ofSite(workers, (db, actor, where) => reopenDuty(db, actor, duty(where), today)),
  takeDuty: ofSite(workers, (db, actor, where) => takeDuty(db, actor, duty(where), today)),
  giveBackDuty: ofSite(workers, (db, actor, where) => giveBackDuty(db, actor, duty(where), today)),
  handOverRole: ofHouse(['administrator', 'provincial_officer'], (db, actor) =>
    handOverRole(
      db,
      actor,
      {
        commandId: commandId(),
        holdingId: newId<'holding'>(),
        toPerson: newId<'person'>(),
        onDay: today,
      },
      today,
    ),
  ),
  keepMember: ofSite(keepers, (db, actor, { siteId }) =>
    keepMember(
      db,
      actor,
      {
        ...ofRoster(siteId),
        name: '',
        part: '',
        organisation: '',
        phone: null,
        core: undefined,
        consentedOn: today,
      },
      today,
    ),
  ),
  keepHousehold: ofSite(keepers, (db, actor, { siteId }) =>
    keepHousehold(
      db,
      actor,
      {
        ...ofRoster(siteId),
        number: '',
        representative: '',
        group: '',
        place: '',
        committedOn: null,
      },
      today,
    ),
  ),
  enterIndicator: ofSite(workers, (db, actor, where) =>
    enterIndicator(
      db,
      actor,
      { ...told(where), indicatorId: newId<'indicator'>(), month: today, value: 1 },
      today,
    ),
  ),
  recordActivity: ofSite(workers, (db, actor, where) =>
    recordActivity(db, actor, activity(where), today),
  ),
  correctActivity: ofSite(workers, (db, actor, where) =>
    correctActivity(db, actor, { ...activity(where), replaces: newId<'activity'>() }, today),
  ),
  draftReview: ofSite(police, (db, actor, where) =>
    draftReview(
      db,
      actor,
      { ...where, commandId: commandId(), kind: 'interim', from: day('2026-01-01'), to: today },
      today,
    ),
  ),
  editReview: ofSite(police, (db, actor, where) =>
    editReview(db, actor, { ...review(where), change: { kind: 'subject', subject: 'Sơ kết' } }),
  ),
  redraftReview: ofSite(police, (db, actor, where) =>
    redraftReview(db, actor, review(where), today),
  ),
  issueReview: ofSite(province, (db, actor, where) =>
    issueReview(db, actor, { ...review(where), commandId: commandId() }, today),
  ),
};
