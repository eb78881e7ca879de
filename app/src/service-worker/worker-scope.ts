import type { PrecacheEntry } from 'workbox-precaching';

interface LastingEvent extends Event {
  /** Keeps the worker alive until the work is done. */
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface SyncEvent extends LastingEvent {
  tag: string;
}

export interface PushEvent extends LastingEvent {
  data: { text(): string } | null;
}

export interface NotificationEvent extends LastingEvent {
  notification: Notification;
}

export interface WindowOfOrigin {
  url: string;
  focus(): Promise<unknown>;
  postMessage(message: object, transfer: MessagePort[]): void;
  /** Refused where another worker, or none, serves the window. */
  navigate(path: string): Promise<unknown>;
}

/**
 * What this worker uses of its global scope. TypeScript's own description of workers cannot be loaded beside that of pages, which the
 * sender of the outbox, shared with pages, is checked against.
 */
export interface WorkerScope {
  /** Filled in by the build: every file of the shell with its hash. */
  __WB_MANIFEST: PrecacheEntry[];
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WindowOfOrigin[]>;
    openWindow(path: string): Promise<unknown>;
  };
  location: { origin: string };
  navigator: { setAppBadge?(count: number): Promise<void> };
  registration: { showNotification(title: string, options: NotificationOptions): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NotificationEvent) => void): void;
}
