import { property, textIn, type JsonObject } from '../json.ts';
import { textsIn } from '../reports/built-in/organization/cells.ts';
import type { Known } from '../reports/known.ts';
import type { Recipient } from './recipients.ts';

/** The cmdlets that list groups with what `Get-Recipient` does not say. */
export const GROUP_CMDLETS = ['Get-DistributionGroup', 'Get-DynamicDistributionGroup', 'Get-UnifiedGroup'] as const;
export const GROUP_PROPERTIES = [
  'ExternalDirectoryObjectId',
  'Guid',
  'RequireSenderAuthenticationEnabled',
  'AcceptMessagesOnlyFromSendersOrMembers',
  'HiddenGroupMembershipEnabled',
];

/** Who may write to a group, and whether its members are hidden. */
export interface GroupSetting {
  /** Whether only senders inside may. Undefined if it is not known. */
  readonly refusesOutsiders: boolean | undefined;
  /** The names of the only senders that may; none if all may. */
  readonly onlyFrom: Known<readonly string[]>;
  readonly hidesMembers: boolean;
}

/** The settings of the groups of the tenant. */
export class GroupSettings {
  readonly #byId = new Map<string, GroupSetting>();

  add(items: readonly JsonObject[]): void {
    for (const item of items) {
      const refuses = property(item, 'RequireSenderAuthenticationEnabled');
      const setting: GroupSetting = {
        refusesOutsiders: typeof refuses === 'boolean' ? refuses : undefined,
        onlyFrom: textsIn(item, 'AcceptMessagesOnlyFromSendersOrMembers'),
        hidesMembers: property(item, 'HiddenGroupMembershipEnabled') === true,
      };
      for (const name of ['Guid', 'ExternalDirectoryObjectId']) {
        const id = textIn(item, name).toLowerCase();
        if (id !== '') this.#byId.set(id, setting);
      }
    }
  }

  of({ guid, objectId }: Pick<Recipient, 'guid' | 'objectId'>): GroupSetting | undefined {
    return this.#byId.get(guid) ?? this.#byId.get(objectId);
  }
}
