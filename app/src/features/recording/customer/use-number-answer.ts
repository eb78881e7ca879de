import { useEffect, useState } from 'react';
import { askAboutNumber, type NumberAnswer } from '../../../records/ask-about-number.ts';

/** What the operator knows of a number, asked once as soon as it is complete; null until the answer is there, because recording never waits for it (REC-4). */
export function useNumberAnswer(phone: string | null): NumberAnswer | null {
  const [answer, setAnswer] = useState<NumberAnswer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setAnswer(null);
    if (phone !== null) void askAboutNumber(phone).then((told) => isCurrent && setAnswer(told));
    return () => {
      isCurrent = false;
    };
  }, [phone]);
  return answer;
}
