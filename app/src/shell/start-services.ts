import { watchInbox } from '../features/inbox/inbox-feed.ts';
import { afterPaint } from '../platform/device/after-paint.ts';
import { startUpdates } from '../platform/device/app-update.ts';
import { watchInstallOffer } from '../platform/device/app-install.ts';
import { onReachable } from '../platform/device/connectivity.ts';
import { reconnectFirestore } from '../platform/firestore/firebase-firestore.ts';
import { sendNow, startOutboxSending } from '../platform/outbox/outbox-schedule.ts';
import { openReference, refreshReference } from '../platform/reference/reference.ts';
import { sealFormerTyping } from '../platform/drafts/former-typing.ts';
import { openRows } from '../platform/rows/row-store.ts';
import { watchPush } from '../platform/push/push-renewal.ts';
import { endOldSession } from '../platform/lock/end-session.ts';
import { currentSession, followLogin, isLoginExpired, onSession } from '../platform/session/session.ts';

const referenceEveryMs = 60 * 60_000;
const sessionCheckEveryMs = 10 * 60_000;
const referenceRetryMs = 20_000;
/** The service worker fetches all of the app: the first page has what it needs before that. */
const updatesAfterMs = 1_000;

/**
 * What runs beside the pages: nothing here is waited for, and each part copes with a missing network by itself.
 * It starts when the first screen has been painted, so that Firebase is loaded beside it and not before.
 */
export function startServices(): void {
  afterPaint(() => {
    setTimeout(() => void startUpdates().catch(() => undefined), updatesAfterMs);
    startOutboxSending();
    watchInstallOffer();
    watchPush();
    serveSession();
    // The profile on this device says who works here; the login is followed once Firebase could be loaded.
    retryWhenReachable(followLogin);
    onReachable(() => {
      void reconnectFirestore();
      refreshOwnReference();
    });
    setInterval(refreshOwnReference, referenceEveryMs);
    setInterval(() => void endOldSession().catch(() => undefined), sessionCheckEveryMs);
  });
}

/** Starts what belongs to the person who is signed in, and starts it again when an expired login has become valid. */
function serveSession(): void {
  let served: string | null = null;
  let stopInbox = (): void => undefined;
  const serve = (): void => {
    const staff = currentSession()?.staff;
    if (staff) void openOwn(staff.uid);
    const wanted = staff && !isLoginExpired() ? staff.uid : null;
    if (wanted === served) return;
    served = wanted;
    stopInbox();
    if (!staff || wanted === null) return;
    stopInbox = watchInbox(staff.uid);
    void sendNow();
    openReference(staff.pack)
      .catch(() => undefined)
      .finally(refreshOwnReference)
      .finally(() => void endOldSession().catch(() => undefined));
  };
  onSession(serve);
  serve();
}

/** What this device has kept of the person's own. A storage that does not answer shows where something is saved. */
async function openOwn(uid: string): Promise<void> {
  await openRows().catch(() => undefined);
  await showUnsent(uid).catch(() => undefined);
  await sealFormerTyping(uid).catch(() => undefined);
}

/** What reads recordings is fetched once the first screen is there. */
async function showUnsent(uid: string): Promise<void> {
  const unsent = await import('../records/unsent-rows.ts');
  await unsent.showUnsent(uid);
}

let referenceRetry: ReturnType<typeof setTimeout> | undefined;

/** Without a network what was kept stays good; it is tried again, because a phone that has nothing yet cannot record. */
function refreshOwnReference(): void {
  const staff = currentSession()?.staff;
  if (!staff) return;
  clearTimeout(referenceRetry);
  refreshReference(staff.pack).catch(() => {
    referenceRetry = setTimeout(refreshOwnReference, referenceRetryMs);
  });
}

function retryWhenReachable(work: () => Promise<void>): void {
  work().catch(() => {
    const stop = onReachable(() => {
      stop();
      retryWhenReachable(work);
    });
  });
}
