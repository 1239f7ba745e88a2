// Loaded before the application: while the file named by FULL_DISK is there, no paper or photo finds room on the disk.

import { existsSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { open } = files;

files.open = (path, flags, mode) => {
  const isNewFile = flags === 'wx' && /[/\\]files[/\\]/.test(String(path));
  if (!isNewFile || !existsSync(process.env['FULL_DISK'] ?? '')) return open(path, flags, mode);
  const error = new Error('ENOSPC: no space left on device, open');
  return Promise.reject(Object.assign(error, { code: 'ENOSPC' }));
};
syncBuiltinESMExports();
