/** 138****1234: enough to recognise, not enough to call (RET-2). */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 张** : the family name stays so that a handler can address the customer. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  return characters.length === 0 ? '' : `${characters[0]}${'*'.repeat(Math.min(characters.length - 1, 2))}`;
}

/** Hides what looks like a phone, card or identity number in a text that leaves the operator's staff; a mail item's number, which begins with two letters, stays. */
export function maskNumbersInText(text: string): string {
  return text.replace(/(?<![A-Za-z]{2})[\d０-９][\d０-９ .．·-]{5,}[\d０-９Xx]/g, (run) => {
    const digits = run.replace(/[ .．·-]/g, '');
    return digits.length < 7 || isDateLike(run) ? run : `${digits.slice(0, 2)}${'*'.repeat(digits.length - 4)}${digits.slice(-2)}`;
  });
}

/** A day, perhaps with the hour that follows it: what the colon of a time cuts off does not belong to the run. */
function isDateLike(run: string): boolean {
  return /^(19|20)\d{2}[-.]\d{1,2}[-.]\d{1,2}( \d{1,2})?$/.test(run.trim());
}
