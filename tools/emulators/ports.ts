import { createServer } from 'node:net';
import { claimPort } from './port-claims.ts';

/** The ports of one run of the emulators. */
export interface Ports {
  hosting: number;
  auth: number;
  firestore: number;
  firestoreWebSocket: number;
  functions: number;
  hub: number;
  logging: number;
  eventarc: number;
  tasks: number;
}

export const usualPorts: Ports = {
  hosting: 5000,
  auth: 9099,
  firestore: 8080,
  firestoreWebSocket: 9150,
  functions: 5001,
  hub: 4400,
  logging: 4500,
  eventarc: 9299,
  tasks: 9499,
};

/** Ports near ours that browsers and `fetch` refuse to speak to, because old protocols live there. */
const refusedPorts = new Set([4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080]);

/**
 * Finds a free port for each emulator, starting at the preferred ones, so that a second run beside a first one has the same ports every time
 * (a page's stored data belongs to its port).
 */
export async function choosePorts(preferred: Ports = usualPorts): Promise<Ports> {
  const taken = new Set<number>();
  const chosen = { ...preferred };
  for (const name of portNames(preferred)) {
    const reserved = new Set([...taken, ...Object.values(preferred).filter((port) => port !== preferred[name])]);
    chosen[name] = await firstFreePort(preferred[name], reserved);
    taken.add(chosen[name]);
  }
  return chosen;
}

/** The usual ports moved up by a constant, for runs that must not meet the ones that a person started. */
export function shiftedPorts(offset: number): Ports {
  const shifted = { ...usualPorts };
  for (const name of portNames(shifted)) shifted[name] += offset;
  return shifted;
}

/** One sentence for each port that is not the usual one, so that nobody looks for the app at an address that somebody else has. */
export function describeMovedPorts(ports: Ports): string[] {
  return portNames(ports)
    .filter((name) => ports[name] !== usualPorts[name])
    .map((name) => `Port ${usualPorts[name]} is busy, so ${name} uses ${ports[name]}.`);
}

export async function firstFreePort(preferred: number, reserved: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = preferred; port < 65_536; port += 1) {
    if (!reserved.has(port) && !refusedPorts.has(port) && (await isFree(port)) && claimPort(port)) return port;
  }
  throw new Error(`No port from ${preferred} upwards is free.`);
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function portNames(ports: Ports): (keyof Ports)[] {
  return Object.keys(ports) as (keyof Ports)[];
}
