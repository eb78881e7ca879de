import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { choosePorts, describeMovedPorts, firstFreePort, shiftedPorts, usualPorts } from './ports.ts';

async function withBusyPort<T>(use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test has no port.');
  try {
    return await use(address.port);
  } finally {
    server.close();
  }
}

test('given a busy port, then the next free one is taken', async () => {
  await withBusyPort(async (port) => expect(await firstFreePort(port)).toBeGreaterThan(port));
});

test('given two emulators that would meet on one port, then each gets its own', async () => {
  await withBusyPort(async (port) => {
    const ports = await choosePorts({ ...shiftedPorts(20_000), hosting: port, auth: port });
    expect(new Set(Object.values(ports)).size).toBe(Object.values(ports).length);
    expect(Object.values(ports)).not.toContain(port);
  });
});

test('given a port that had to be moved, then a sentence says so', () => {
  expect(describeMovedPorts({ ...usualPorts, hosting: 5002 })).toEqual(['Port 5000 is busy, so hosting uses 5002.']);
});

test('given a port that browsers refuse, then it is passed over', async () => {
  expect(await firstFreePort(10_080)).toBeGreaterThan(10_080);
});

test('given a port that another living process has claimed, then it is passed over', async () => {
  const claim = join(tmpdir(), 'shouwen-ports', '47811');
  mkdirSync(dirname(claim), { recursive: true });
  writeFileSync(claim, String(process.ppid));
  try {
    expect(await firstFreePort(47_811)).toBeGreaterThan(47_811);
    writeFileSync(claim, '999999999');
    expect(await firstFreePort(47_811)).toBe(47_811);
  } finally {
    rmSync(claim);
  }
});
