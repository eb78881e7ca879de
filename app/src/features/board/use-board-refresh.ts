import { useEffect, useState } from 'react';
import { useIonViewDidEnter, useIonViewWillLeave } from '@ionic/react';
import { openBoard } from './live-board.ts';

/** A little longer than a board stays fresh, so that each question finds it old enough to be counted anew. */
const everyMs = 65_000;

export interface BoardRefresh {
  isAsking: boolean;
  /** What came of the latest question. */
  outcome: 'done' | 'refused' | 'failed' | null;
  again(): void;
}

/** Has the board counted anew when it is opened and each minute while somebody looks at it. Pages below the one that is shown do not ask, nor does a phone in a pocket. */
export function useBoardRefresh(unitId: string): BoardRefresh {
  const [isShown, setShown] = useState(true);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<BoardRefresh['outcome']>(null);
  const [round, setRound] = useState(0);
  useIonViewDidEnter(() => setShown(true));
  useIonViewWillLeave(() => setShown(false));

  useEffect(() => {
    if (!isShown) return undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      setAsking(true);
      const told = await openBoard(unitId);
      if (isOver) return;
      setAsking(false);
      setOutcome(told);
    };
    const askNow = (): void => void ask();
    askNow();
    const timer = setInterval(askNow, everyMs);
    document.addEventListener('visibilitychange', askNow);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askNow);
    };
  }, [unitId, isShown, round]);

  return { isAsking, outcome, again: () => setRound((before) => before + 1) };
}
