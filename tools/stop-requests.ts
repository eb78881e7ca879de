const lookEveryMs = 300;

/**
 * Calls the listener once when this program is to end: Ctrl-C, a signal, a closed terminal, or the end of the program that started it. The last
 * one matters because npm, when it is told to end, ends the shell between it and us, and that shell passes nothing on.
 */
export function onStopRequest(listener: () => void): void {
  let isHeard = false;
  const hear = (): void => {
    if (isHeard) return;
    isHeard = true;
    listener();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', hear);
  const parentPid = process.ppid;
  setInterval(() => void (process.ppid === parentPid || hear()), lookEveryMs).unref();
}
