// Which languages are offered, which one comes first, and the time zone.

import type { Actions } from '@sveltejs/kit';
import { loadSettings, saveSettings } from '../form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loadSettings(locals, 'languages');

export const actions: Actions = { default: (event) => saveSettings(event, 'languages') };
