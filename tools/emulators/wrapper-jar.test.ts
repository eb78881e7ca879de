import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWrapperJar } from './wrapper-jar.ts';

test('given a jar in a deep folder, then Java reads the wrapper and follows it there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wrapper-'));
  try {
    const wrapperPath = join(folder, 'wrapper.jar');
    writeWrapperJar(wrapperPath, join(folder, 'a folder with spaces', 'deep'.repeat(30), 'missing.jar'));
    const java = spawnSync('java', ['-jar', wrapperPath], { encoding: 'utf8' });
    // The jar that it names is not there, so that the class is what Java misses, not the manifest.
    expect(java.stderr).toContain('com.google.cloud.datastore.emulator.firestore.CloudFirestore');
    expect(java.stderr).not.toMatch(/corrupt|manifest/i);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
