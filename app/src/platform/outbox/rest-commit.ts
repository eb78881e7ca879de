import { decodeFields, encodeFields, type RestFields } from '@shouwen/domain/kernel/rest-value';
import { measureClock, phoneNowMs } from '../device/clock.ts';
import { webConfig } from '../device/web-config.ts';

/** A document to create; `receivedAt` is filled in by the server with the time of the request. */
export interface Creation {
  path: string;
  fields: Record<string, unknown>;
  receivedAt: boolean;
}

/** What became of a request. `refused` is final; `unreachable` and `unsure` are not, and the latter may have happened. */
export type ServerAnswer<Body> =
  | { kind: 'done'; body: Body }
  | { kind: 'absent' }
  | { kind: 'refused'; code: string }
  | { kind: 'signInAgain' }
  | { kind: 'unsure'; status: number }
  | { kind: 'unreachable' };

/** Creates all documents or none; what exists already is never overwritten. */
export function commitCreations(creations: readonly Creation[], idToken: string, timeoutMs: number): Promise<ServerAnswer<{ writeResults: unknown[] }>> {
  const writes = creations.map(({ path, fields, receivedAt }) => ({
    update: { name: restName(path), fields: encodeFields(fields) },
    currentDocument: { exists: false },
    ...(receivedAt ? { updateTransforms: [{ fieldPath: 'receivedAt', setToServerValue: 'REQUEST_TIME' }] } : {}),
  }));
  return ask(`${databaseUrl()}/documents:commit`, idToken, timeoutMs, (body): body is { writeResults: unknown[] } => 'writeResults' in body, { writes });
}

/** Reads one document, or only the named fields of it. */
export async function fetchDocument(
  path: string,
  idToken: string,
  timeoutMs: number,
  fieldPaths: readonly string[] = [],
): Promise<ServerAnswer<Record<string, unknown>>> {
  const mask = fieldPaths.map((fieldPath) => `mask.fieldPaths=${encodeURIComponent(fieldPath)}`).join('&');
  const answer = await ask(`${databaseUrl()}/documents/${path}?${mask}`, idToken, timeoutMs, isDocument);
  return answer.kind === 'done' ? { kind: 'done', body: decodeFields(answer.body.fields) } : answer;
}

interface RestDocument {
  name: string;
  fields?: RestFields;
}

function isDocument(body: object): body is RestDocument {
  return 'name' in body;
}

/**
 * Asks and sorts the answer. Only an answer that is recognisably Firestore's counts: a hotel's login page also says 200, and a proxy's 403 is no
 * refusal of ours.
 */
async function ask<Body extends object>(
  url: string,
  idToken: string,
  timeoutMs: number,
  isExpected: (body: object) => body is Body,
  question?: object,
): Promise<ServerAnswer<Body>> {
  const askedAtMs = phoneNowMs();
  try {
    const response = await fetch(url, {
      method: question ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${idToken}`, ...(question ? { 'Content-Type': 'application/json' } : {}) },
      ...(question ? { body: JSON.stringify(question) } : {}),
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    measureClock(response, askedAtMs, phoneNowMs());
    return sorted(response.status, parsed(await response.text()), isExpected);
  } catch {
    return { kind: 'unreachable' };
  }
}

const finalCodes = ['INVALID_ARGUMENT', 'PERMISSION_DENIED', 'ALREADY_EXISTS', 'FAILED_PRECONDITION', 'OUT_OF_RANGE', 'UNIMPLEMENTED'];

function sorted<Body extends object>(status: number, body: unknown, isExpected: (body: object) => body is Body): ServerAnswer<Body> {
  if (status === 200) return isObject(body) && isExpected(body) ? { kind: 'done', body } : { kind: 'unsure', status };
  const code = errorCode(body);
  if (code === 'NOT_FOUND') return { kind: 'absent' };
  if (code === 'UNAUTHENTICATED') return { kind: 'signInAgain' };
  return code !== null && finalCodes.includes(code) ? { kind: 'refused', code } : { kind: 'unsure', status };
}

/** A query's error comes inside an array. */
function errorCode(body: unknown): string | null {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (!isObject(first) || !('error' in first) || !isObject(first.error) || !('status' in first.error)) return null;
  return typeof first.error.status === 'string' ? first.error.status : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function databaseUrl(): string {
  const emulator = webConfig.emulators?.firestore;
  return `${emulator === undefined ? 'https://firestore.googleapis.com' : `http://${emulator}`}/v1/${databaseName()}`;
}

function databaseName(): string {
  return `projects/${webConfig.projectId}/databases/(default)`;
}

export function restName(path: string): string {
  return `${databaseName()}/documents/${path}`;
}
