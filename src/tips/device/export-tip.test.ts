// A case as a file: the `age` program opens it with the officer's exported key, and finds no covered word in it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newIdentity, openWith, sealTo } from '#sealed/age.ts';
import { exportKeyOf, exportedText, keyFileOf, sealExport } from './export-tip.ts';
import { ensureAge } from '../../../scripts/age-program.ts';

let folder: string;
let age: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'binh-yen-export-'));
  age = ensureAge();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const letter = {
  letterId: 'one',
  day: '2026-11-02',
  heading: 'Tin báo',
  fields: { what: 'Bán ở quán nước, cạnh nhà tôi là Ví Dụ' },
};
const layer = {
  kind: 'redaction',
  letterId: 'one',
  version: 1,
  passages: [{ field: 'what', from: 17, to: 38 }],
} as const;

describe('an exported tip', () => {
  test('is opened by the age program with the officer’s exported key, covered by default', async () => {
    const own = await newIdentity('hybrid');
    const key = await exportKeyOf(own.identity);
    const text = exportedText([letter], [layer]);
    const file = await sealExport(text, key.recipient);
    if (!file.ok) throw new Error(file.refusal);
    const [sealed, keys] = [join(folder, 'tip.age'), join(folder, 'key.txt')];
    writeFileSync(sealed, file.value);
    writeFileSync(keys, keyFileOf(key), { mode: 0o600 });
    const opened = spawnSync(age, ['--decrypt', '--identity', keys, sealed], { encoding: 'utf8' });
    expect(opened.stdout).toBe(text);
    expect(opened.stdout).toContain('Bán ở quán nước');
    expect(opened.stdout).not.toContain('Ví Dụ');
    expect(exportedText([letter], [layer], 'uncovered')).toContain('Ví Dụ');
  });
  test('is sealed to a key of either kind, and to nothing that is none', async () => {
    for (const kind of ['classic', 'hybrid'] as const) {
      const { recipient } = await newIdentity(kind);
      expect(await sealExport('a', ` ${recipient}\n`)).toMatchObject({ ok: true });
      const damaged = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`;
      expect(await sealExport('a', damaged)).toEqual({ ok: false, refusal: 'no-recipient' });
    }
    for (const none of ['', 'age1', 'ssh-ed25519 AAAA']) {
      expect(await sealExport('a', none)).toEqual({ ok: false, refusal: 'no-recipient' });
    }
  });
  test('has a key that is always the same, and opens nothing that was sealed to the own key', async () => {
    const own = await newIdentity('hybrid');
    const key = await exportKeyOf(own.identity);
    expect(await exportKeyOf(own.identity)).toEqual(key);
    expect(key.recipient).toMatch(/^age1[^p]/u);
    const sealed = await sealTo([own.recipient], new Uint8Array([1]));
    expect(await openWith(key.identity, sealed)).toBeUndefined();
  });
});
