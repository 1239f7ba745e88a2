// A tip as a phone sends it, sealed to the demo's commune: the code of the door, without its screens.

import { inject } from 'vitest';
import { newId } from '#ground/id.ts';
import { newCode, type Code } from '#sealed/code.ts';
import { halvesOf } from '#sealed/halves.ts';
import { identityFrom, letterFrom, type TypedTip } from '#tips/door/letter.ts';
import { sealTip, type Ring } from '#tips/door/seal-tip.ts';
import { unlock } from './rings.ts';
import { comeInAs } from './sign-in.ts';

/** Ends with the address of the case, '/staff/tips/…'. */
export async function sendTip(typed: TypedTip, code: Code = aCode()): Promise<string> {
  const { path, ring } = await openDoor();
  const commandId = newId<'command'>();
  const letter = letterFrom(typed, { hamlet: null, files: [], sealedBy: 'device' });
  const sealed = await sealTip(await halvesOf(code), ring, letter, identityFrom(typed));
  const answer = await fetch(`${inject('address')}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-command': commandId },
    body: JSON.stringify({ commandId, ...sealed }),
  });
  if (!answer.ok) throw new Error(`the tip was not taken: ${answer.status}`);
  return findCase(typed['what'] ?? '');
}

export const aCode = (): Code =>
  newCode((length) => crypto.getRandomValues(new Uint8Array(length)));

/** By its first words, which the key of those on duty opens in their list. */
async function findCase(what: string): Promise<string> {
  const page = await comeInAs('cong-an-xa', '/staff/tips');
  await unlock(page);
  const link = page.locator('main a[href^="/staff/tips/"]').filter({ hasText: what.slice(0, 30) });
  await link.first().waitFor();
  return (await link.first().getAttribute('href')) ?? '';
}

/** The commune whose police are on duty. */
async function openDoor(): Promise<{ readonly path: string; readonly ring: Ring }> {
  const page = await comeInAs('cong-an-xa', '/staff/bodies?q=phu');
  const links = await page.locator('main a[href^="/staff/bodies/"]').all();
  for (const link of links) {
    const unitId = (await link.getAttribute('href'))?.split('/')[3] ?? '';
    const path = `/t/${unitId}`;
    const knocked = await fetch(`${inject('address')}${path}/keys?command=${newId()}`);
    const { commune } = knocked.ok
      ? ((await knocked.json()) as { readonly commune?: Ring })
      : { commune: undefined };
    if (commune) return { path, ring: commune };
  }
  throw new Error('nobody is on duty at any commune of the demo');
}
