// Where people are listed or chosen, their names are sent and nothing to reach them by.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRoutes, read } from '../../../tests/permissions/asking.ts';
import { standings } from '../../../tests/permissions/matrix.ts';
import { openScene, type Scene } from '../../../tests/permissions/scene.ts';

const routes = await listRoutes();
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.house.fresh.close());

test.each(['/staff/people', '/staff/people/[person]', '/staff/people/[person]/hand-over'])(
  '%s carries no mail address',
  async (path) => {
    const route = routes.find((one) => one.path === path);
    const [standing] = standings;
    if (!route || !standing) throw new Error(`no ${path}`);
    const actor = await scene.personOf('provincial_officer', standing);
    const params = scene.partsOf(scene.records.own);
    const { holdingId } = scene.colleagues[scene.places.own] ?? {};
    const query = path.endsWith('hand-over') ? `?holding=${holdingId ?? ''}` : '';
    const answer = await read(scene.house, route, actor, { params, query });
    expect(answer.status).toBe(200);
    expect(answer.said).toContain(params['person']);
    expect(answer.said).not.toContain('@');
  },
);
