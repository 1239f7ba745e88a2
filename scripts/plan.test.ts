// The command prints the plan as JSON, or one sentence, and ends with the right code.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('plan.ts', import.meta.url));
const bytes = fileURLToPath(new URL('../src/plans/examples/bytes/', import.meta.url));

const plan = (
  args: readonly string[],
  LC_ALL = 'vi_VN.UTF-8',
): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { LC_ALL } });

test('a plan comes out as JSON and nothing else', () => {
  const { status, stdout, stderr } = plan(['read', `${bytes}example.doc`]);
  expect(JSON.parse(stdout)).toMatchObject({ paper: { number: '27/KH-UBND' } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each([
  ['no word', [], /^Cách dùng: /u],
  ['no file', ['read'], /^Cách dùng: /u],
  ['two files', ['read', 'a', 'b'], /^Cách dùng: /u],
  ['another word', ['write', 'a'], /“write”/u],
  ['a file that is not there', ['read', 'khong-co.docx'], /^Không tìm thấy tệp “khong-co.docx”/u],
  ['a folder', ['read', bytes], /^Không mở được/u],
  ['a locked file', ['read', `${bytes}locked.docx`], /mật khẩu/u],
])('%s: one sentence, nothing on standard output, exit 2', (_, args, sentence) => {
  const { status, stdout, stderr } = plan(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd()).not.toContain('\n');
});

test('the sentence is English where the machine speaks English', () => {
  expect(plan(['read', `${bytes}scan.pdf`], 'en_US.UTF-8').stderr).toMatch(
    /only pictures of pages/u,
  );
});
