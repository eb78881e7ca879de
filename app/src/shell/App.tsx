import { type ComponentType, lazy, Suspense } from 'react';
import { IonApp, IonPage, IonRouterOutlet } from '@ionic/react';
import { IonReactRouter } from '@ionic/react-router';
import { Navigate, Route } from 'react-router-dom';
import { useLocked } from '../platform/lock/idle-lock.ts';
import { useSession } from '../platform/session/session.ts';
import { BrokenCardNotice } from '../parts/BrokenCardNotice.tsx';
import { FieldWords } from '../parts/FieldWords.tsx';
import { BrokenCard } from '../ui/card/CardBoundary.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageFailure } from './PageFailure.tsx';
import { routes } from './routes.tsx';
import { useNamesAwaited } from './use-names-awaited.ts';
import { TappedNotifications } from './TappedNotifications.tsx';

const LockScreen = lazy(() => import('../features/lock/LockScreen.tsx').then(({ LockScreen: Page }) => ({ default: Page })));

export function App() {
  const isLocked = useLocked();
  return (
    <IonApp>
      <PageFailure>
        <FieldWords>
          <BrokenCard value={<BrokenCardNotice />}>
            <IonReactRouter>
              <TappedNotifications />
              <IonRouterOutlet>
                {routes.map(({ path, Page, open = false }) => (
                  <Route key={path} path={path} element={<Entrance Page={Page} open={open} />} />
                ))}
                <Route path="/" element={<Navigate to="/worklist" replace />} />
                <Route path="*" element={<Entrance Page={NotFoundPage} open />} />
              </IonRouterOutlet>
            </IonReactRouter>
            {isLocked && (
              <Suspense>
                <LockScreen />
              </Suspense>
            )}
          </BrokenCard>
        </FieldWords>
      </PageFailure>
    </IonApp>
  );
}

/** Lets nobody in whom this device does not know; what they may see is decided by the server all the same. */
function Entrance({ Page, open }: { Page: ComponentType; open: boolean }) {
  const session = useSession();
  const areNamesAwaited = useNamesAwaited();
  if (!session && !open) return <Navigate to="/sign-in" replace />;
  return (
    <IonPage>
      <Suspense fallback={<LoadingPage />}>{areNamesAwaited && !open ? <LoadingPage /> : <Page />}</Suspense>
    </IonPage>
  );
}
