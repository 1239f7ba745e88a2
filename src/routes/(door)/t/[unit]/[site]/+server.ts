// The door of a site is that of its commune; the letter says through which hamlet's door it came.

export { GET, POST } from '../+server.ts';
