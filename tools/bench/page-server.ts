import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface PageServer {
  origin: string;
  /** Serves a text of one's own at a path, beside the built pages: the bare pages that the real ones are measured against. */
  add(path: string, text: string): void;
  stop(): Promise<void>;
}

/** Serves built pages the way hosting does, compressed, so that the real page and the bare one beside it travel alike. */
export async function servePages(folder: string, port: number): Promise<PageServer> {
  const own = new Map<string, string>();
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => answer(request, response));
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const text = own.get(path);
    const file = text === undefined ? fileFor(folder, path) : path;
    const type = types[extname(file)] ?? 'application/octet-stream';
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (type.startsWith('image/')) {
      response.writeHead(200, { 'content-type': type, 'cache-control': cache });
      createReadStream(file).pipe(response);
      return;
    }
    const body = compressed.get(file) ?? gzipSync(text ?? readFileSync(file));
    compressed.set(file, body);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': cache, 'content-length': body.length }).end(body);
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    add: (path, text) => void own.set(path, text),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The rewrites of firebase.json: the customers' page under /s, the staff's app for every other address. */
function fileFor(folder: string, path: string): string {
  const file = join(folder, normalize(path));
  if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) return file;
  return join(folder, /^\/[sc](\/|$)/.test(path) ? 'status.html' : 'index.html');
}
