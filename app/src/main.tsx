import './platform/device/schemas-without-eval.ts';
import '@ionic/react/css/core.css';
import '@ionic/react/css/normalize.css';
import '@ionic/react/css/structure.css';
import '@ionic/react/css/typography.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/text.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setupIonicReact } from '@ionic/react';
import { startTexts } from './i18n/index.ts';
import { finishLeaving } from './platform/device/device-clean-up.ts';
import { leavePageClean } from './platform/device/page-cache.ts';
import { needRestart } from './platform/device/restart-need.ts';
import { watchLostDatabase } from './platform/device/lost-database.ts';
import { openReference } from './platform/reference/reference.ts';
import { watchIdleness } from './platform/lock/idle-lock.ts';
import { currentSession } from './platform/session/session.ts';
import { App } from './shell/App.tsx';
import { startServices } from './shell/start-services.ts';

/** Names are read from this device within some milliseconds; should its database hang, the list appears with codes instead of names. */
const namesWithinMs = 300;

async function start(): Promise<void> {
  await finishLeaving();
  setupIonicReact({ mode: 'md', animated: !matchMedia('(prefers-reduced-motion: reduce)').matches });
  await Promise.all([startTexts(), namesOfOperator()]);
  watchIdleness();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  startServices();
}

async function namesOfOperator(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, namesWithinMs));
  await Promise.race([openReference(session.staff.pack).catch(() => undefined), tooLong]);
}

watchLostDatabase(IDBDatabase, needRestart);
leavePageClean(window, IDBDatabase, () => location.reload());
void start();
