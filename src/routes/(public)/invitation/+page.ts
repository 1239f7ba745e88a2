// The strength of a password shows by script; everything else works without.
export const csr = true;
