import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';

/** Where the Firebase CLI looks for what Secret Manager holds in the cloud; no part of the project. */
const secretFile = '.secret.local';

/** The secret that keys are made with on this machine, made where it is missing. What the emulators keep was made with it, so it stays. */
export function localPepper(): string {
  const path = fromRoot('functions', secretFile);
  if (!existsSync(path)) writeFileSync(path, `CONTACT_PEPPER=${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const pepper = /^CONTACT_PEPPER=(\S+)$/m.exec(readFileSync(path, 'utf8'))?.[1];
  if (pepper === undefined) throw new Error(`${path} holds no CONTACT_PEPPER. Delete it, and it is made anew.`);
  return pepper;
}
