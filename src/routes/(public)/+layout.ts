// Public pages come whole from the server and work without script.
export const csr = false;
