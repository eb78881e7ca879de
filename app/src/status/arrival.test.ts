import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { arrivalOf } from './arrival.ts';

const token = 'AbCdEfGhIjKlMnOpQr-_12';
const statusId = statusIdOf(token);

afterEach(() => vi.unstubAllGlobals());

describe('entryOf', () => {
  it('hashes the token of a link as the domain does', async () => {
    expect(await arrivalOf('/s', `#${token}`, null)).toEqual({ kind: 'page', statusId, proof: { token } });
  });

  it('hashes it where the page is not secure and the browser does not', async () => {
    vi.stubGlobal('crypto', {});
    expect(await arrivalOf('/s', `#${token}`, null)).toEqual({ kind: 'page', statusId, proof: { token } });
  });

  it.each([
    '。',
    '.',
    ')',
    '）',
    '，',
    ',',
    '；',
    '！',
    '”',
    '"',
    '>',
    '》',
    '】',
    ' ',
    '\u3000',
    '\n',
    '\u200b',
    '=',
    'x',
    '-',
    '请点击查看',

    '&from=timeline',
    '&from=singlemessage&isappinstalled=0',
    '?from=groupmessage',
    '#wechat_redirect',
    '&utm_source=sms',
    '/',
    '%E3%80%82',
    '%29',
    '%20',
    '%',
  ])('the token is the first 22 characters, whatever was put behind it: %j', async (behind) => {
    expect(await arrivalOf('/s', `#${token}${behind}`, null)).toEqual({ kind: 'page', statusId, proof: { token } });
    expect(await arrivalOf('/s', `#c.${token}${behind}`, null)).toEqual({ kind: 'closure', statusId });
  });

  it.each([`#%20${token}`, `# ${token}`, `#${token.replace('-', '%2D')}`, `#${token.replace('_', '%5F')}`])('%s is the same link', async (fragment) => {
    expect(await arrivalOf('/s', fragment, null)).toEqual({ kind: 'page', statusId, proof: { token } });
  });

  it.each([`#${token.slice(1)}`, '#%E4%BD%A0', `#${token.slice(1)}=`, `#${token.slice(1)}。`, `#c.${token.slice(1)}`, '#%', `#/${token}`])(
    'calls the link %s broken',
    async (fragment) => {
      expect(await arrivalOf('/s', fragment, null)).toEqual({ kind: 'brokenLink' });
    },
  );

  it('offers the look-up without a link, and the page that was looked up after a reload', async () => {
    expect(await arrivalOf('/s', '', null)).toEqual({ kind: 'lookUp' });
    expect(await arrivalOf('/s', '', { statusId: 'x' })).toEqual({ kind: 'lookUp' });
    for (const speaks of [true, false])
      expect(await arrivalOf('/s', '#', { statusId, ticket: token, speaks })).toEqual({ kind: 'page', statusId, proof: { ticket: token, speaks } });
    expect(await arrivalOf('/s', '', { statusId })).toEqual({ kind: 'page', statusId, proof: null });
  });

  it.each(['/c', '/c/', '/c/post'])('leads %s to where customers record by themselves, whatever is kept (REC-5)', async (path) => {
    expect(await arrivalOf(path, `#${token}`, { statusId })).toEqual({ kind: 'intake' });
    expect(await arrivalOf(`${path.slice(0, 2)}losure`, '', null)).toEqual({ kind: 'lookUp' });
  });
});
