import { AppPage } from '../frame/AppPage.tsx';
import { Loading } from '../frame/Loading.tsx';

/** While a page's code is on its way. */
export function LoadingPage() {
  return (
    <AppPage title="">
      <Loading rows={5} />
    </AppPage>
  );
}
