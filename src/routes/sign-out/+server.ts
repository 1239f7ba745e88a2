// Ends the session on this device.

import { redirect, type RequestHandler } from '@sveltejs/kit';
import { putCookies } from '../session-cookies.ts';

export const POST: RequestHandler = async ({ request, locals, cookies, url }) => {
  putCookies(cookies, url, await locals.signIn.close(request.headers));
  redirect(303, '/');
};
