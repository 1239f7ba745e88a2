// Where copies of the data are to be kept.

import type { Actions } from '@sveltejs/kit';
import { loadSettings, saveSettings } from '../form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loadSettings(locals, 'backup');

export const actions: Actions = { default: (event) => saveSettings(event, 'backup') };
