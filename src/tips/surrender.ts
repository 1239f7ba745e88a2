// The cases in which something goes wrong, in the order in which they are told.

export const compromises = [
  'server',
  'administrator',
  'officerPhone',
  'officer',
  'boxKey',
  'line',
  'backup',
  'ownDevice',
] as const;

/** What no software hides. */
export const unprotected = ['story', 'device', 'voice', 'noScript'] as const;
