// What the queue is doing: names and counts of what waits or failed, never what it carries.

import type { Actions } from '@sveltejs/kit';
import { listQueue } from '#ground/server/queue.ts';
import type { TaskName } from '#ground/server/tasks.ts';
import { installationWords } from '#installation/installation.words.ts';
import { retryTask } from '#installation/server/commands.ts';
import { actorOf } from '../../actor.ts';
import type { PageServerLoad } from './$types';

/** Does not compile while a task has no name for people. */
const namesIn = (language: 'vi' | 'en'): Readonly<Record<TaskName, string>> =>
  installationWords[language].task;

const isTask = (name: unknown): name is TaskName =>
  typeof name === 'string' && name in installationWords.vi.task;

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'change setting');
  const names = namesIn(locals.language);
  const tasks = await listQueue(locals.db);
  return {
    tasks: tasks.map((one) => ({ ...one, name: isTask(one.task) ? names[one.task] : one.task })),
    timeZone: locals.timeZone,
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const actor = actorOf(locals, 'change setting');
    const task = (await request.formData()).get('task');
    if (!isTask(task)) return { said: '' };
    const retried = await retryTask(locals.db, actor, task);
    const own = installationWords[locals.language];
    return { said: retried.ok ? own.retried(retried.value) : own.refusal.forbidden };
  },
};
