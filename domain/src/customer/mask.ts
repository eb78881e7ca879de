/** 138****1234: enough to recognise, not enough to call (RET-2). Nothing where there is no number. */
export function maskPhone(phone: string): string {
  if (phone === '') return '';
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 张** : the family name stays so that a handler can address the customer. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  return characters.length === 0 ? '' : `${characters[0]}${'*'.repeat(Math.min(characters.length - 1, 2))}`;
}

/** Whether two may be one customer, as far as somebody can tell who sees no number: the same digits and the same family name. */
export function looksLikeSameCustomer(one: { name: string; phone: string }, other: { name: string; phone: string }): boolean {
  const [family, otherFamily] = [[...one.name][0], [...other.name][0]];
  return one.phone === other.phone && one.phone.length > 4 && family !== undefined && family === otherFamily;
}

/** A text in which the customer's name, known by its first character and its length, is as it is masked. */
export function maskNameInText(text: string, maskedName: string): string {
  const [first = '', ...stars] = maskedName;
  const isName = /\p{Script=Han}/u.test(first) && stars.length > 0;
  return isName ? text.replaceAll(new RegExp(`${first}\\p{Script=Han}{${stars.length}}`, 'gu'), maskedName) : text;
}
