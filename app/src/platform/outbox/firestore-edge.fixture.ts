import { encodeFields, type RestFields } from '@shouwen/domain/kernel/rest-value';
import { restName } from './rest-commit.ts';

interface Write {
  update: { name: string; fields: RestFields };
  updateTransforms?: { fieldPath: string }[];
}

/**
 * The network's edge as the sender meets it: answers like Firestore's REST API for documents that are created once, and fails in all the ways a
 * network does. The real emulator is what the integration tests send to; only it can judge rules.
 */
export class FirestoreEdge {
  readonly documents = new Map<string, RestFields>();
  /** Paths in the order in which they were created. */
  readonly created: string[] = [];
  readonly tokens = new Set<string>();
  requests = 0;
  /** What happens to the next requests, one after the other: `lost` never arrives, `cut` is carried out and its answer is lost. */
  faults: ('lost' | 'cut' | 'none')[] = [];
  offline = false;
  unauthenticated = false;
  captivePortal = false;
  /** Answers every commit with this HTTP status. */
  status = 0;
  private readonly refusals = new Map<string, string>();
  private readonly unreadable = new Set<string>();
  private readonly broken = new Set<string>();

  refuse(path: string, code: string): void {
    this.refusals.set(path, code);
  }

  refuseToRead(path: string): void {
    this.unreadable.add(path);
  }

  /** Whom a staff document describes from now on. */
  person(uid: string, staff: { name: string; unitId: string; audience: string[] }): void {
    this.documents.set(`staff/${uid}`, encodeFields(staff));
  }

  /** What is in force. */
  operatorSays(current: Record<string, unknown>): void {
    this.documents.set('policies/current', encodeFields(current));
  }

  accept(path: string): void {
    this.refusals.delete(path);
  }

  /** Answers 500 whenever this document is to be created. */
  breakOn(path: string): void {
    this.broken.add(path);
  }

  readonly fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    await Promise.resolve();
    this.requests += 1;
    this.tokens.add(new Headers(init.headers).get('Authorization') ?? '');
    const fault = this.faults.shift() ?? 'none';
    if (this.offline || fault === 'lost') throw new TypeError('Failed to fetch');
    if (this.captivePortal) return new Response('<html>Sign in to this hotel</html>', { status: 200 });
    if (this.unauthenticated) return refusal(401, 'UNAUTHENTICATED');
    const address = url instanceof Request ? url.url : url.toString();
    const answer = address.endsWith(':commit') ? this.commit(init) : this.read(address);
    if (fault === 'cut') throw new TypeError('Failed to fetch');
    return answer;
  };

  private commit(init: RequestInit): Response {
    if (this.status !== 0) return new Response('', { status: this.status });
    const { writes } = JSON.parse(init.body as string) as { writes: Write[] };
    const paths = writes.map(({ update }) => update.name.slice(restName('').length));
    if (paths.some((path) => this.broken.has(path))) return new Response('', { status: 500 });
    const code = paths.map((path) => this.refusals.get(path)).find((found) => found !== undefined);
    if (code !== undefined) return refusal(code === 'PERMISSION_DENIED' ? 403 : 400, code);
    if (paths.some((path) => this.documents.has(path))) return refusal(409, 'ALREADY_EXISTS');
    writes.forEach((write, index) => this.create(paths[index] ?? '', write));
    return Response.json({ writeResults: writes.map(() => ({})) });
  }

  private create(path: string, { update, updateTransforms }: Write): void {
    const filledIn = (updateTransforms ?? []).map(({ fieldPath }) => [fieldPath, { timestampValue: '2026-11-22T02:00:00.000Z' }] as const);
    this.documents.set(path, { ...update.fields, ...Object.fromEntries(filledIn) });
    this.created.push(path);
  }

  private read(address: string): Response {
    const path = new URL(address).pathname.slice(`/v1/${restName('')}`.length);
    if (this.unreadable.has(path)) return refusal(403, 'PERMISSION_DENIED');
    const fields = this.documents.get(path);
    return fields === undefined ? refusal(404, 'NOT_FOUND') : Response.json({ name: restName(path), fields });
  }
}

function refusal(httpStatus: number, status: string): Response {
  return Response.json({ error: { code: httpStatus, status, message: status } }, { status: httpStatus });
}
