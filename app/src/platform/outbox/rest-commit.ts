import { measureClock, phoneNowMs } from '../device/clock.ts';
import { webConfig } from '../device/web-config.ts';

/** A Firestore timestamp on its way to or from REST. */
export class Moment {
  readonly atMs: number;
  constructor(atMs: number) {
    this.atMs = atMs;
  }
  toMillis(): number {
    return this.atMs;
  }
}

/** A value of Firestore's REST API. */
export type RestValue =
  | { nullValue: null }
  | { booleanValue: boolean }
  | { integerValue: string }
  | { doubleValue: number }
  | { stringValue: string }
  | { timestampValue: string }
  | { bytesValue: string }
  | { arrayValue: { values?: RestValue[] } }
  | { mapValue: { fields?: Record<string, RestValue> } };

/** A document to create; `receivedAt` is filled in by the server with the time of the request. */
export interface Creation {
  path: string;
  fields: Record<string, unknown>;
  receivedAt: boolean;
}

/** What became of a request. `refused` is final; `unreachable` and `unsure` are not, and the latter may have happened. */
export type Answer<Body> =
  | { kind: 'done'; body: Body }
  | { kind: 'absent' }
  | { kind: 'refused'; code: string }
  | { kind: 'signInAgain' }
  | { kind: 'unsure'; status: number }
  | { kind: 'unreachable' };

/** Creates all documents or none; what exists already is never overwritten. */
export function commitCreations(creations: readonly Creation[], idToken: string, timeoutMs: number): Promise<Answer<{ writeResults: unknown[] }>> {
  const writes = creations.map(({ path, fields, receivedAt }) => ({
    update: { name: documentName(path), fields: encodeFields(fields) },
    currentDocument: { exists: false },
    ...(receivedAt ? { updateTransforms: [{ fieldPath: 'receivedAt', setToServerValue: 'REQUEST_TIME' }] } : {}),
  }));
  return ask(`${databaseUrl()}/documents:commit`, idToken, timeoutMs, (body): body is { writeResults: unknown[] } => 'writeResults' in body, { writes });
}

/** Reads one document, or only the named fields of it. */
export async function readDocument(
  path: string,
  idToken: string,
  timeoutMs: number,
  fieldPaths: readonly string[] = [],
): Promise<Answer<Record<string, unknown>>> {
  const mask = fieldPaths.map((fieldPath) => `mask.fieldPaths=${encodeURIComponent(fieldPath)}`).join('&');
  const answer = await ask(`${databaseUrl()}/documents/${path}?${mask}`, idToken, timeoutMs, isDocument);
  return answer.kind === 'done' ? { kind: 'done', body: decodeFields(answer.body.fields ?? {}) } : answer;
}

/** Runs a structured query at the root; documents come with their ids. */
export async function runQuery(
  structuredQuery: object,
  idToken: string,
  timeoutMs: number,
): Promise<Answer<{ id: string; fields: Record<string, unknown> }[]>> {
  const answer = await ask(`${databaseUrl()}/documents:runQuery`, idToken, timeoutMs, Array.isArray, { structuredQuery });
  if (answer.kind !== 'done') return answer;
  const found = (answer.body as { document?: RestDocument }[]).flatMap(({ document }) => document ?? []);
  return { kind: 'done', body: found.map(({ name, fields }) => ({ id: name.slice(name.lastIndexOf('/') + 1), fields: decodeFields(fields ?? {}) })) };
}

interface RestDocument {
  name: string;
  fields?: Record<string, RestValue>;
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
): Promise<Answer<Body>> {
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

function sorted<Body extends object>(status: number, body: unknown, isExpected: (body: object) => body is Body): Answer<Body> {
  if (status === 200) return isObject(body) && isExpected(body) ? { kind: 'done', body } : { kind: 'unsure', status };
  const code = errorCode(body);
  if (code === 'NOT_FOUND') return { kind: 'absent' };
  if (code === 'UNAUTHENTICATED' || status === 401) return { kind: 'signInAgain' };
  if (status === 413) return { kind: 'refused', code: 'tooLarge' };
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

export function documentName(path: string): string {
  return `${databaseName()}/documents/${path}`;
}

export function encodeFields(fields: Record<string, unknown>): Record<string, RestValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, encodeValue(value)]));
}

/** @throws TypeError for what Firestore has no value for, undefined above all: it would silently leave a field out. */
export function encodeValue(value: unknown): RestValue {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (value instanceof Moment) return { timestampValue: new Date(value.atMs).toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: base64Of(value) };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeValue) } };
  if (typeof value === 'object') return { mapValue: { fields: encodeFields(value as Record<string, unknown>) } };
  throw new TypeError(`Firestore has no value for ${typeof value}`);
}

export function decodeFields(fields: Record<string, RestValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decodeValue(value)]));
}

export function decodeValue(value: RestValue): unknown {
  if ('nullValue' in value) return null;
  if ('booleanValue' in value) return value.booleanValue;
  if ('integerValue' in value) return Number(value.integerValue);
  if ('doubleValue' in value) return value.doubleValue;
  if ('stringValue' in value) return value.stringValue;
  if ('timestampValue' in value) return new Moment(Date.parse(value.timestampValue));
  if ('bytesValue' in value) return bytesOf(value.bytesValue);
  if ('arrayValue' in value) return (value.arrayValue.values ?? []).map(decodeValue);
  return decodeFields(value.mapValue.fields ?? {});
}

/** In pieces: a call with a whole photo's bytes as arguments would overflow the stack. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8_192) binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
