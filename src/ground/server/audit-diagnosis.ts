// What became of a chain where it breaks: told from the links around the place.

import { beginning, linkHash } from './audit-chain.ts';

/** A link with the text of its row; null where the row is gone. */
export type LinkRead = {
  readonly position: number;
  readonly auditId: number;
  readonly hash: Uint8Array;
  readonly text: string | null;
};

/**
 * changed: the row is not what was hashed (or one before it was taken out and all later ones
 * renumbered). missing: taken out. added: put in between. reordered: not where it was.
 */
export type Damage = 'changed' | 'missing' | 'added' | 'reordered';

export type Diagnosis = {
  readonly position: number;
  readonly auditId: number | null;
  readonly what: Damage;
};

type IsBroken = (position: number) => boolean;

/**
 * Of links in their order, of which the one at that position does not follow from the one before.
 * Undefined where it is broken only by what another does not follow for: `isBroken` knows the others.
 */
export function diagnose(
  links: readonly LinkRead[],
  position: number,
  isBroken: IsBroken,
): Diagnosis | undefined {
  const at = links.findIndex((link) => link.position === position);
  const here = links[at];
  if (!here) return { position, auditId: null, what: 'missing' };
  const found = (link: LinkRead, what: Damage): Diagnosis => ({
    position: link.position,
    auditId: link.auditId,
    what,
  });
  if (here.text === null) return found(here, 'missing');
  if (fitsHere(links, at)) return found(here, 'reordered');
  const earlier = previousOf(here, links.slice(0, Math.max(0, at - 1)), position);
  const follower = earlier === undefined ? undefined : links[earlier + 1];
  const isWhole = follower !== undefined || previousOf(here, links.slice(at + 1)) !== undefined;
  if (isBroken(position - 1) && (isWhole || followsMended(links, at, isBroken))) return undefined;
  if (follower && !isBroken(follower.position)) return found(follower, 'added');
  if (isWhole) return found(here, 'reordered');
  const next = links[at + 1];
  return found(here, next && follows(next, hashAt(links, at - 1)) ? 'added' : 'changed');
}

/** Whether it follows from the rows before it, had the hashes of the broken ones not been changed. */
function followsMended(links: readonly LinkRead[], at: number, isBroken: IsBroken): boolean {
  const here = links[at];
  const sound = links.slice(0, at).findLastIndex((link) => !isBroken(link.position));
  let hash = hashAt(links, sound);
  for (const { text } of links.slice(sound + 1, at)) {
    if (text === null) return false;
    hash = linkHash(hash, text);
  }
  return here !== undefined && follows(here, hash);
}

/** Whether the hash at this place was made from the row of another place. */
const fitsHere = (links: readonly LinkRead[], at: number): boolean =>
  links.some((other, place) => {
    const hash = links[at]?.hash;
    return place !== at && hash !== undefined && follows({ ...other, hash }, hashAt(links, at - 1));
  });

/** The index of the link this one was made to follow; -1 for the beginning of the chain. */
function previousOf(
  link: LinkRead,
  among: readonly LinkRead[],
  position?: number,
): number | undefined {
  const isFirst = position !== undefined && position > 1 && (among[0]?.position ?? 1) === 1;
  if (isFirst && follows(link, beginning)) return -1;
  const found = among.findLastIndex(({ hash }) => follows(link, hash));
  return found === -1 ? undefined : found;
}

const follows = ({ hash, text }: LinkRead, previous: Uint8Array): boolean =>
  text !== null && linkHash(previous, text).equals(hash);

const hashAt = (links: readonly LinkRead[], at: number): Uint8Array => links[at]?.hash ?? beginning;
