/** Starts listening when Firestore has been loaded, unless the page has gone by then. Returns how to stop. */
export function followSnapshot(start: () => Promise<() => void>, onFailure: () => void): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  start().then(
    (started) => {
      if (isOver) started();
      else stop = started;
    },
    () => void (isOver || onFailure()),
  );
  return () => {
    isOver = true;
    stop?.();
  };
}
