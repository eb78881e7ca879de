import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';
import type { Ports } from './ports.ts';

interface Header {
  key: string;
  value: string;
}

interface FirebaseConfig {
  functions: { source: string; predeploy?: string[] }[];
  hosting: { public: string; headers: { source: string; headers: Header[] }[] };
  emulators: Record<string, unknown>;
}

/**
 * Writes what the emulators run by: firebase.json with this run's ports and pages, and with the emulators' addresses added to where pages may
 * connect, which the deployed policy must not allow. It stands in the project's root because the Firebase CLI serves nothing outside its folder.
 */
export function writeLocalConfig(name: string, ports: Ports, folders: { hosting: string; functions: string }): string {
  const config = JSON.parse(readFileSync(fromRoot('firebase.json'), 'utf8')) as FirebaseConfig;
  for (const codebase of config.functions) {
    delete codebase.predeploy;
    codebase.source = folders.functions;
  }
  config.hosting.public = folders.hosting;
  for (const { headers } of config.hosting.headers) headers.forEach((header) => allowEmulators(header, ports));
  config.emulators = emulatorSection(ports);
  const path = fromRoot(name);
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`);
  return path;
}

function allowEmulators(header: Header, ports: Ports): void {
  if (header.key !== 'Content-Security-Policy') return;
  const origins = [ports.auth, ports.firestore, ports.functions].map((port) => `http://127.0.0.1:${port}`);
  header.value = header.value.replace("connect-src 'self'", `connect-src 'self' ${origins.join(' ')}`);
}

function emulatorSection(ports: Ports): Record<string, unknown> {
  const at = (port: number): { host: string; port: number } => ({ host: '127.0.0.1', port });
  return {
    singleProjectMode: true,
    ui: { enabled: false },
    auth: at(ports.auth),
    functions: at(ports.functions),
    firestore: { ...at(ports.firestore), websocketPort: ports.firestoreWebSocket },
    hosting: at(ports.hosting),
    hub: at(ports.hub),
    logging: at(ports.logging),
    eventarc: at(ports.eventarc),
    tasks: at(ports.tasks),
  };
}
