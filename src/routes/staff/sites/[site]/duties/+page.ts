// Only read: everything on it works as the server sends it.
export const csr = false;
