import { useEffect, useRef, useState } from 'react';
import { followDocument, type Followed, type FollowedList, followQuery, type Question, type ReadDocument } from './follow.ts';

/** Follows the document at a path; null follows nothing. */
export function useDocument<Value>(path: string | null, read: ReadDocument<Value>): Followed<Value> {
  const [followed, setFollowed] = useState<Followed<Value>>({ status: 'loading' });
  const reading = useRef(read);
  reading.current = read;
  useEffect(() => {
    setFollowed({ status: 'loading' });
    return path === null ? undefined : followDocument<Value>(path, (id, stored) => reading.current(id, stored), setFollowed);
  }, [path]);
  return followed;
}

/** Follows what answers a question, and asks anew when `key` has become another; null follows nothing. */
export function useQuery<Value>(key: string | null, question: Question, read: ReadDocument<Value>): FollowedList<Value> {
  const [list, setList] = useState<FollowedList<Value>>({ status: 'loading' });
  const asked = useRef({ question, read });
  asked.current = { question, read };
  useEffect(() => {
    setList({ status: 'loading' });
    return key === null
      ? undefined
      : followQuery<Value>(
          (firestore) => asked.current.question(firestore),
          (id, stored) => asked.current.read(id, stored),
          setList,
        );
  }, [key]);
  return list;
}
