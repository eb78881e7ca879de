import { createStore } from '../device/store.ts';

/** Tells this page and, through a channel, other tabs and the service worker that what lies on the phone has changed. */
export function announcer(channelName: string): { announce: () => void; listen: (listener: () => void) => () => void } {
  const changes = createStore(0);
  return {
    announce: () => {
      changes.set(changes.get() + 1);
      const channel = new BroadcastChannel(channelName);
      channel.postMessage('changed');
      channel.close();
    },
    /** Calls back at each change, whoever made it. */
    listen: (listener) => {
      const channel = new BroadcastChannel(channelName);
      channel.onmessage = listener;
      const stop = changes.listen(listener);
      return () => {
        stop();
        channel.close();
      };
    },
  };
}
