const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const QUOTED = '"(?:[ !#-[\\]-~]|\\\\[ -~])*"';
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** An address literal; of IPv6 only the letters are checked. */
const LITERAL = `\\[(?:${OCTET}(?:\\.${OCTET}){3}|IPv6:[\\da-f:.]+)\\]`;

const MAILBOX = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*|${LITERAL})$`,
  'i',
);

/** RFC 5321, section 4.1.2, `Mailbox`: also a quoted local part, a host without dot, and an address literal. */
export function isEmail(text: string): boolean {
  return MAILBOX.test(text);
}
