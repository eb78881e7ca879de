/** Tells this page and, through a channel, other tabs and the service worker that what lies on the phone has changed. */
export function announcer(channelName: string): { announce: () => void; listen: (listener: () => void) => () => void } {
  const listeners = new Set<() => void>();
  return {
    announce: () => {
      listeners.forEach((listener) => listener());
      const channel = new BroadcastChannel(channelName);
      channel.postMessage('changed');
      channel.close();
    },
    /** Calls back at each change, whoever made it. */
    listen: (listener) => {
      const channel = new BroadcastChannel(channelName);
      channel.onmessage = listener;
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        channel.close();
      };
    },
  };
}
