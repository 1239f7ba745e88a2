// A body of a unit (công an, ủy ban, mặt trận, hội, trường, …) as it stood from one day until another.

import type { Day } from '#ground/day.ts';
import type { Id, UnitId } from '#ground/id.ts';
import type { ChangeKind, Level } from './unit.ts';

export type BodyId = Id<'body'>;

export const bodyKinds = [
  'police',
  'party_committee',
  'people_committee',
  'people_council',
  'fatherland_front',
  'womens_union',
  'youth_union',
  'veterans',
  'farmers',
  'elderly',
  'health_station',
  'school',
  'security_team',
  'party_cell',
  'other',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** One version of a body: one name at one unit on all of its days. */
export type Body = {
  readonly bodyId: BodyId;
  readonly kind: BodyKind;
  readonly unitId: UnitId;
  readonly name: string;
  readonly code: string | null;
  readonly validFrom: Day;
  /** The last day; null while it stands. */
  readonly validTo: Day | null;
  readonly legalAct: string;
};

/** One row for each old body and each new one it went into. */
export type BodyPart = { readonly from: BodyId | null; readonly to: BodyId | null };

export type BodyChange = {
  readonly changeId: Id<'body change'>;
  readonly kind: ChangeKind;
  /** The first day on which it holds: the old bodies end the day before. */
  readonly effectiveOn: Day;
  readonly legalAct: string;
  readonly parts: readonly BodyPart[];
};

/** A unit may have several of these at once, and one of every other kind. */
const several: ReadonlySet<BodyKind> = new Set(['school', 'security_team', 'party_cell', 'other']);

export const isOneOfItsKind = (kind: BodyKind): boolean => !several.has(kind);

/** The bodies a unit of a level usually has; a commune's are made in one go. */
export const usualBodies: Readonly<Record<Level, readonly BodyKind[]>> = {
  tinh: bodyKinds.slice(0, 10),
  huyen: bodyKinds.slice(0, 10),
  xa: bodyKinds.slice(0, 11),
  thon: ['party_cell', 'security_team'],
};
