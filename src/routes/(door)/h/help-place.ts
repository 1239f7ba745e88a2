// The door of help of an address: its commune, its helpers' ring, its health station, the rules of today.

import type { RequestEvent } from '@sveltejs/kit';
// The build makes this file; its address is what is imported.
// oxlint-disable-next-line import/default
import helpScript from '#help/device/door.ts?worker&url';
import type { HelpPlace } from '#help/door/help-page.ts';
import type { HelpRing } from '#help/door/seal-help.ts';
import { findHelpContact } from '#help/server/contact-store.ts';
import type { UnitId } from '#ground/id.ts';
import { listRules } from '#law/server/store.ts';
import { listBodies } from '#places/server/body-store.ts';
import { listRecipients } from '#sealed/server/ring-store.ts';
import type { Frame } from '#tips/door/page-frame.ts';
import { frameOf, fromRoot } from '../door-answer.ts';
import { findDoorPlace, pathOf } from '../door-place.ts';

export type HelpDoor = {
  readonly place: HelpPlace;
  readonly path: string;
  /** Helpers alone: a ring of tips is never looked for here. */
  readonly ring: HelpRing | undefined;
};

export async function getHelpDoor(event: RequestEvent): Promise<HelpDoor> {
  const { commune, hamlet } = await findDoorPlace(event);
  const { withoutAccessCheck: db, today } = event.locals;
  const { unitId, name } = commune;
  const ring = await listRecipients(db, { purpose: 'help', unitId });
  const place = {
    unitId,
    commune: name,
    hamlet,
    station: await findStation(event, unitId),
    contact: await findHelpContact(db, unitId),
    isOpen: ring !== undefined,
    rules: await listRules(db, today),
  };
  return { place, path: pathOf('/h', unitId, event), ring };
}

async function findStation({ locals }: RequestEvent, unitId: UnitId): Promise<string | undefined> {
  const bodies = await listBodies(locals.withoutAccessCheck, [unitId]);
  return bodies.find(({ kind, validTo }) => kind === 'health_station' && validTo === null)?.name;
}

/** As at the door of tips, with the script of this one. */
export function helpFrameOf(event: RequestEvent, path: string, withScripts = true): Frame {
  const frame = frameOf(event, path, withScripts);
  return frame.scripts
    ? { ...frame, scripts: { ...frame.scripts, door: fromRoot(helpScript) } }
    : frame;
}
