// Leads addresses that cannot be read to where they are answered as such; the server alone decides.

import { browser } from '$app/env';
import type { Reroute } from '@sveltejs/kit/hooks';
import { isReadable } from '#ground/incoming.ts';

/** Not an address either, so that the framework answers 400 with the page for errors. */
const unreadable = '/%';

export const reroute: Reroute = ({ url }) => (browser || isReadable(url) ? undefined : unreadable);
