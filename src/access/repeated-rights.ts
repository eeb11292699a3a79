import { CALENDAR_RIGHT, DIRECT } from '../reports/built-in/access.ts';
import type { Change } from '../run/mailbox-result.ts';
import { FORWARDINGS } from './access-rows.ts';

/** The text of a row's cell. */
type TextOf = (column: string) => string;

/**
 * Whether changes of a mailbox in other reports show that a row of `access` was added or removed. They do not show a right through a
 * group, whose members may have changed.
 */
export function repeatsChange(changes: readonly Change[], textOf: TextOf): boolean {
  return textOf('Through') === DIRECT && changes.some((change) => showsRight(change, textOf));
}

/** Whether a change of a report from which `access` is made shows that somebody has got or lost a right. */
function showsRight({ report, item, column }: Change, textOf: TextOf): boolean {
  const [trustee, right] = [textOf('Trustee'), textOf('Right')];
  switch (report) {
    case 'mailbox-permissions':
      return isSameText(item, `${trustee}; ${right}`);
    case 'calendar-permissions':
      return right.startsWith(CALENDAR_RIGHT) && isSameText(item, trustee);
    case 'mailbox-properties':
      return right === 'Forwarding' && FORWARDINGS.includes(column);
    case 'inbox-rules':
      return right === 'InboxRule';
    default:
      return false;
  }
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
