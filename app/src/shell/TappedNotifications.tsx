import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { pathAskedFor } from '../platform/push/open-path-message.ts';

/** Goes where a tapped notification leads, inside the app as it stands: what is open stays as it is, and nothing is loaded anew. */
export function TappedNotifications() {
  const navigate = useNavigate();
  useEffect(() => {
    const { serviceWorker } = navigator;
    const follow = ({ data, ports }: MessageEvent<unknown>): void => {
      const path = pathAskedFor(data);
      if (path === null) return;
      ports[0]?.postMessage('opened');
      navigate(path);
    };
    serviceWorker?.addEventListener('message', follow);
    serviceWorker?.startMessages();
    return () => serviceWorker?.removeEventListener('message', follow);
  }, [navigate]);
  return null;
}
