// Where the paper fonts lie on disk: Tinos has the measures of Times New Roman and may be passed on.

import { createRequire } from 'node:module';

const cuts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** The four TTF files, found from the installed package wherever this code was bundled to. */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return cuts.map((cut) => require.resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`));
}
