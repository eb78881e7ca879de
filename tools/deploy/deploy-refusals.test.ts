import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deployedProjectId } from './project-id.ts';
import { readWebConfig } from './web-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
const missing = join(folder, 'missing.json');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('given a project on the command line, then it comes before the default one', () => {
  const aliases = written('aliases.json', { projects: { default: 'shouwen-live' } });
  expect(deployedProjectId([], aliases)).toBe('shouwen-live');
  expect(deployedProjectId(['--project', 'shouwen-trial'], aliases)).toBe('shouwen-trial');
});

test('given no project or one of the emulators, then nothing is deployed', () => {
  expect(() => deployedProjectId([], missing)).toThrow(/Which project\?/);
  expect(() => deployedProjectId(['--project', 'demo-shouwen'], missing)).toThrow(/project of the emulators/);
});

test('given no web configuration, then the error says what goes in and where to find it', () => {
  expect(() => readWebConfig('shouwen-live', missing)).toThrow(/is missing[\s\S]*Project settings/);
});

test('given a web configuration for another project or with emulators in it, then it is refused', () => {
  const other = written('other.json', { projectId: 'shouwen-trial', apiKey: 'key', region: 'asia-east2' });
  const emulated = written('emulated.json', { projectId: 'shouwen-live', apiKey: 'key', region: 'asia-east2', emulators: {} });
  expect(() => readWebConfig('shouwen-live', other)).toThrow(/is for shouwen-trial/);
  expect(() => readWebConfig('shouwen-live', emulated)).toThrow(/Unrecognized key: "emulators"/);
});

test('given a complete web configuration, then the pages are built with it', () => {
  const config = { projectId: 'shouwen-live', apiKey: 'key', region: 'asia-east2', appId: '1:2:web:3' };
  expect(readWebConfig('shouwen-live', written('complete.json', config))).toEqual(config);
});

test('given push, then the pages are built with all of it or not at all', () => {
  const config = { projectId: 'shouwen-live', apiKey: 'key', region: 'asia-east2' };
  const push = { appId: '1:2:web:3', messagingSenderId: '2', vapidKey: 'public' };
  expect(readWebConfig('shouwen-live', written('push.json', { ...config, push }))).toEqual({ ...config, push });
  const half = written('half.json', { ...config, push: { ...push, vapidKey: undefined } });
  expect(() => readWebConfig('shouwen-live', half)).toThrow(/vapidKey/);
});
