import { IonRefresher, IonRefresherContent } from '@ionic/react';

interface Props {
  pulling: string;
  refreshing: string;
  onRefresh: () => Promise<void>;
}

/** Pulled down at its top, a page asks anew. */
export function PullToRefresh({ pulling, refreshing, onRefresh }: Props) {
  return (
    <IonRefresher slot="fixed" onIonRefresh={(event) => void onRefresh().finally(() => event.detail.complete())}>
      <IonRefresherContent pullingText={pulling} refreshingText={refreshing} />
    </IonRefresher>
  );
}
