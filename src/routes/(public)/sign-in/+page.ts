// A passkey is asked for by script; everything else works without.
export const csr = true;
