import { expect, test, vi } from 'vitest';

vi.stubGlobal('__WEB_CONFIG__', { projectId: 'demo-test', apiKey: 'key', region: 'asia-east2' });
const { pushSurroundings, pushSettingOf } = await import('./push-setting.ts');

const ready = { isSetUp: true, hasPush: true, isUninstalledIphone: false, permission: 'granted', isRegistered: true } as const;

test.each([
  ['on', {}],
  ['off', { isRegistered: false }],
  ['off', { permission: 'default' }],
  ['off', { permission: 'default', isRegistered: false }],
  ['denied', { permission: 'denied' }],
  ['unsupported', { hasPush: false }],
  ['installFirst', { hasPush: false, isUninstalledIphone: true }],
  ['notSetUp', { isSetUp: false }],
  ['notSetUp', { isSetUp: false, hasPush: false, permission: 'denied' }],
] as const)('push is %s when %o', (standing, differing) => {
  expect(pushSettingOf({ ...ready, ...differing })).toBe(standing);
});

test('a build that was told of no push service has none', () => {
  expect(pushSurroundings(true).isSetUp).toBe(false);
});
