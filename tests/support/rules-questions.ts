import { type Fields, restFields, transformsOf } from './rules-values.ts';
import { type Verdict, verdictOf } from './rules-verdict.ts';

/** Who asks: a uid, nobody at all, or a function, which the rules do not bind. */
export type Asker = SignedIn | 'anonymous' | 'function';

interface SignedIn {
  uid: string;
  /** When the password was last entered, in seconds as tokens have it, or that the token does not say; just now where it is missing. */
  authTime?: number | 'unsaid';
}

export interface Creation {
  path: string;
  fields: Fields;
}

export interface Questions {
  get(asker: Asker, path: string): Promise<Verdict>;
  /** Runs a structured query below `parent` (the root when empty). */
  query(asker: Asker, structuredQuery: object, parent?: string): Promise<Verdict>;
  count(asker: Asker, structuredQuery: object): Promise<Verdict>;
  /** Creates all in one batch; what exists already makes it fail. */
  create(asker: Asker, creations: readonly Creation[]): Promise<Verdict>;
  /** Writes whole documents over whatever is there. */
  overwrite(asker: Asker, creations: readonly Creation[]): Promise<Verdict>;
  update(asker: Asker, path: string, changes: Fields, removed?: readonly string[]): Promise<Verdict>;
  increment(asker: Asker, path: string, field: string): Promise<Verdict>;
  delete(asker: Asker, path: string): Promise<Verdict>;
}

export interface Reply {
  status: number;
  text: string;
}

/** Puts questions to the rules over REST with unsigned tokens, which the emulator takes: ten times as fast as the SDK. */
export function questionsTo(host: string, projectId: string, onReply: (reply: Reply) => Reply): Questions {
  const documents = `http://${host}/v1/projects/${projectId}/databases/(default)/documents`;

  async function ask(asker: Asker, url: string, method: string, question?: object, mayStayOpen = false): Promise<Verdict> {
    const { status, text } = onReply(await send(url, method, asker, question));
    return verdictOf(status, text, mayStayOpen);
  }

  const commit = (asker: Asker, writes: object[], mayStayOpen = false): Promise<Verdict> =>
    ask(asker, `${documents}:commit`, 'POST', { writes }, mayStayOpen || writes.length > 1);
  const existing = { currentDocument: { exists: true } };
  return {
    get: (asker, path) => ask(asker, `${documents}/${encodePath(path)}`, 'GET'),
    query: (asker, structuredQuery, parent = '') =>
      ask(asker, `${documents}${parent === '' ? '' : `/${encodePath(parent)}`}:runQuery`, 'POST', { structuredQuery }, true),
    count: (asker, structuredQuery) =>
      ask(
        asker,
        `${documents}:runAggregationQuery`,
        'POST',
        { structuredAggregationQuery: { structuredQuery, aggregations: [{ count: {}, alias: 'count' }] } },
        true,
      ),
    create: (asker, creations) =>
      commit(
        asker,
        writesOf(projectId, creations).map((write) => ({ ...write, currentDocument: { exists: false } })),
      ),
    overwrite: (asker, creations) => commit(asker, writesOf(projectId, creations), true),
    update: (asker, path, changes, removed = []) => {
      const updateMask = { fieldPaths: [...Object.keys(changes), ...removed] };
      return commit(
        asker,
        writesOf(projectId, [{ path, fields: changes }]).map((write) => ({ ...write, updateMask, ...existing })),
      );
    },
    increment: (asker, path, fieldPath) => {
      const transform = { document: nameOf(projectId, path), fieldTransforms: [{ fieldPath, increment: { integerValue: '1' } }] };
      return commit(asker, [{ transform, ...existing }]);
    },
    delete: (asker, path) => commit(asker, [{ delete: nameOf(projectId, path), ...existing }]),
  };
}

export function writesOf(projectId: string, creations: readonly Creation[]): object[] {
  return creations.map(({ path, fields }) => ({
    update: { name: nameOf(projectId, path), fields: restFields(fields) },
    updateTransforms: transformsOf(fields),
  }));
}

function nameOf(projectId: string, path: string): string {
  return `projects/${projectId}/databases/(default)/documents/${path}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function headersOf(asker: Asker): Record<string, string> {
  if (asker === 'anonymous') return {};
  return { authorization: asker === 'function' ? 'Bearer owner' : `Bearer ${unsignedToken(asker)}` };
}

function unsignedToken({ uid, authTime = Math.floor(Date.now() / 1000) }: SignedIn): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: uid, iat: 0, exp: 9_999_999_999, ...(authTime === 'unsaid' ? {} : { auth_time: authTime }) })}.`;
}

async function send(url: string, method: string, asker: Asker, question?: object): Promise<Reply> {
  const body = question ? { body: JSON.stringify(question) } : {};
  const response = await fetch(url, { method, headers: { ...headersOf(asker), 'content-type': 'application/json' }, ...body });
  return { status: response.status, text: await response.text() };
}

/** For what is no question to the rules: it has to work. */
export async function sendOrThrow(url: string, method: string, asker: Asker, question?: object): Promise<Reply> {
  const reply = await send(url, method, asker, question);
  if (reply.status !== 200) throw new Error(`${method} ${url}: ${reply.status} ${reply.text}`);
  return reply;
}
