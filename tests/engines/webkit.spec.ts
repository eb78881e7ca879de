import { origin } from '../support/phone.ts';
import { iPhone, webkitPhone } from './drive/webkit.ts';
import { phoneTest } from './phone-test.ts';
import { anyComplaint, expectOneSheet, expectSheetFits, loadAnew, recordOfflineAndSend, signIn } from './walk.ts';

phoneTest(
  'WebKit: recorded with a photo and without a network, kept while the app is ended, sent when it is open again (REC-4)',
  () => webkitPhone(iPhone.homeScreen),
  recordOfflineAndSend,
);

phoneTest(
  'WebKit: a page of the installed app that is loaded anew shows its complaint, and the work order is one sheet',
  () => webkitPhone(iPhone.homeScreen),
  async (phone) => {
    const { id, number, handlerUid } = await anyComplaint();
    const page = await phone.open();
    await signIn(page, handlerUid);
    await loadAnew(page, `/complaint/${id}`);
    await page.sees(number);
    await page.sees('客户诉求');
    await loadAnew(page, `/complaint/${id}/work-order`);
    await page.sees('客户联');
    await expectSheetFits(page);
    await expectOneSheet(phone);
  },
);

phoneTest(
  'WebKit: the customer’s page opens, and back from it is an app that works',
  () => webkitPhone(iPhone.tab),
  async (phone) => {
    const { number, handlerUid, token } = await anyComplaint();
    const page = await phone.open();
    await signIn(page, handlerUid);
    await page.sees(number);
    await page.run((to) => location.assign(to), `${origin()}/s#${token}`);
    await page.sees('我们记录的内容');
    await page.back();
    await page.tap(number);
    await page.sees('客户诉求');
  },
);
