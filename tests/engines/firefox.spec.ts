import { origin } from '../support/phone.ts';
import { firefoxPhone } from './drive/firefox.ts';
import { phoneTest } from './phone-test.ts';
import { anyComplaint, expectOneSheet, expectSheetFits, loadAnew, recordOfflineAndSend, signIn } from './walk.ts';

phoneTest(
  'Firefox: recorded with a photo and without a network, kept while the app is ended, sent when it is open again (REC-4)',
  firefoxPhone,
  recordOfflineAndSend,
);

phoneTest(
  'Firefox: pages are loaded anew, the work order fits the phone and one sheet, and back from the customer’s page is an app that works',
  firefoxPhone,
  async (phone) => {
    const { id, number, handlerUid, token } = await anyComplaint();
    const page = await phone.open();
    await signIn(page, handlerUid);
    await loadAnew(page, `/complaint/${id}/work-order`);
    await page.sees('客户联');
    await expectSheetFits(page);
    await expectOneSheet(phone);
    await loadAnew(page, '/worklist');
    await page.sees(number);
    await page.run((to) => location.assign(to), `${origin()}/s#${token}`);
    await page.sees('我们记录的内容');
    await page.back();
    await page.tap(number);
    await page.sees('客户诉求');
  },
);
