import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFunctions } from '../../tools/build.ts';
import { fromRoot } from '../../tools/project-paths.ts';

const exportedNames = [
  'addPhotoAsCustomer',
  'administerStaff',
  'confirmChange',
  'correctConcerned',
  'customerOfComplaint',
  'exportChanges',
  'exportStatement',
  'fileClosureEvidence',
  'findByAccountNo',
  'findByPhone',
  'findRelatedRefunds',
  'importCalendar',
  'lookUpStatus',
  'nameDeputy',
  'noteSeen',
  'onAssistCreated',
  'onAssistEntryCreated',
  'onAttachmentCreated',
  'onClosureCreated',
  'onClosureEntryCreated',
  'onComplaintCreated',
  'onJournalEntryCreated',
  'onMessageCreated',
  'onRefundCreated',
  'onRefundEntryCreated',
  'onStaffUpdated',
  'openBoard',
  'openClosureEvidence',
  'openContact',
  'optOut',
  'optOutForCustomer',
  'outreachInbound',
  'outreachReceipts',
  'pauseMessages',
  'previewChange',
  'previewPolicy',
  'previewSchedule',
  'publishPolicy',
  'reconcileBooks',
  'recordByCustomer',
  'registerDevice',
  'removeDevice',
  'sayAsCustomer',
  'setAvailability',
  'setPreferences',
  'showClosureLink',
  'showLink',
  'sweep',
  'tellAgain',
];

let folder = '';

/** What deployment does: the folder alone, without this project around it, installed by its own lock. */
beforeAll(async () => {
  await buildFunctions();
  folder = mkdtempSync(join(tmpdir(), 'shouwen-deployed-'));
  for (const name of ['package.json', 'package-lock.json', 'lib']) cpSync(fromRoot('functions', name), join(folder, name), { recursive: true });
  execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('given the deployed folder alone, then it installs and exports exactly the functions that it should', () => {
  const program = "import('./lib/index.js').then((functions) => console.log(JSON.stringify(Object.keys(functions).sort())));";
  const output = execFileSync(process.execPath, ['--eval', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GCLOUD_PROJECT: 'demo-shouwen', FIREBASE_CONFIG: '{"projectId":"demo-shouwen"}', METADATA_SERVER_DETECTION: 'none' },
  });
  expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toEqual(exportedNames);
});

test('given the packages that deployment installs, then each has one exact version', () => {
  const { dependencies } = JSON.parse(readFileSync(fromRoot('functions', 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
