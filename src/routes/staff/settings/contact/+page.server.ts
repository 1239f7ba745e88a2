// Who answers people about their personal data.

import type { Actions } from '@sveltejs/kit';
import { loadSettings, saveSettings } from '../form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loadSettings(locals, 'contact');

export const actions: Actions = { default: (event) => saveSettings(event, 'contact') };
