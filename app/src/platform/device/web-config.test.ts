import { expect, test, vi } from 'vitest';

vi.stubGlobal('__WEB_CONFIG__', { projectId: 'demo-test', apiKey: 'key', region: 'asia-east2' });
const { parseWebConfig, webConfig } = await import('./web-config.ts');

test('what the build was told is read once', () => {
  expect(webConfig.projectId).toBe('demo-test');
});

test('every key that is wrong is named, not only the first', () => {
  expect(() => parseWebConfig({ projectId: '', region: 5, emulators: { auth: 'x', firestore: '127.0.0.1', functions: 'http://127.0.0.1:5001' } })).toThrow(
    /projectId.*\n.*apiKey.*\n.*region.*\n.*emulators\.auth.*\n.*emulators\.firestore/,
  );
});
