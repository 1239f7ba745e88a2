// Installs what package-lock.json names when node_modules holds anything else; runs on Node 20 and newer.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const modules = join(root, 'node_modules');
const binaries = join(modules, '.bin');

/**
 * Not `npm ci`: that refuses a lock without the optional packages of every other kind of machine,
 * which a registry's mirror may not hold. What is installed is compared with the lock afterwards.
 */
const install = [
  'install',
  '--no-save',
  '--include=dev',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** The project's own Node (26), which every step after the installation runs on. */
export const ownNode = join(binaries, 'node');

/** The environment in which `node`, `vite`, `oxlint`… are the project's own. */
export const ownEnvironment = () => ({
  ...process.env,
  PATH: [binaries, pathOutside()].join(delimiter),
});

/** Resolves when node_modules is what the lock file says; throws one plain sentence otherwise. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log(say.installing);
  const code = await runNpm(install);
  if (code !== 0) throw new Error(say.failed(code));
  if (!isInstalled()) throw new Error(say.differs);
}

const vi = {
  installing: 'Đang cài các phần cần thiết (npm install, khoảng một phút) …',
  /** @param {number | null} code */
  failed: (code) => `npm install dừng với mã ${code}; lời báo của nó ở phía trên.`,
  differs: 'node_modules không khớp với package-lock.json.',
  noNpm: 'Không tìm thấy npm; npm đi kèm với Node.js 20.',
};
/** @type {typeof vi} */
const en = {
  installing: 'Installing the parts the project is built from (npm install, about a minute) …',
  failed: (code) => `npm install ended with code ${code}; what it said is above.`,
  differs: 'node_modules is not what package-lock.json says.',
  noNpm: 'npm was not found; it comes with Node.js 20.',
};
// The same rule as settings.ts has, which the machine's own Node may be too old to load.
const wanted = process.env['BINH_YEN_LANG'] || process.env['LC_ALL'] || process.env['LANG'] || '';
const say = /^en/i.test(wanted) ? en : vi;

/**
 * npm writes its own copy of the lock as the last act of an installation, so a broken-off one is
 * never taken for whole. Packages for other machines are optional and may be absent.
 */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(modules, '.package-lock.json'));
  return existsSync(ownNode) && Object.keys(wanted).every((path) => isMet(path, wanted, present));
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package
 * @param {string} path
 * @param {Record<string, Package>} wanted
 * @param {Record<string, Package>} present
 */
function isMet(path, wanted, present) {
  const [want, have] = [wanted[path], present[path]];
  if (path === '') return true;
  if (!have) return want?.optional === true;
  return have.version === want?.version && have.integrity === want?.integrity;
}

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesIn(file) {
  if (!existsSync(file)) return {};
  const lock = /** @type {{ packages: Record<string, Package> }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  return lock.packages;
}

/**
 * npm itself runs on the machine's Node: the project's is about to be replaced under its feet.
 * @param {string[]} words
 * @returns {Promise<number | null>}
 */
function runNpm(words) {
  const env = { ...process.env, PATH: pathOutside() };
  const npm = spawn('npm', words, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    npm.once('error', () => reject(new Error(say.noNpm)));
    npm.once('close', resolve);
  });
}

function pathOutside() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
}
