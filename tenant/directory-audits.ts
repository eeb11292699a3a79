import type { JsonObject } from './json.ts';
import type { People } from './people.ts';
import { guidOf } from './registrations/app-role-ids.ts';
import { firstKept } from './sign-ins.ts';

/** Something that was done to an object of the directory. https://learn.microsoft.com/graph/api/resources/directoryaudit */
export interface DirectoryActivity {
  /** Epoch ms. */
  readonly time: number;
  /** Such as `Consent to application`. */
  readonly activity: string;
  readonly category?: string;
  /** The address of an account, or the name of an application. */
  readonly by: { readonly user: string; readonly ipAddress?: string } | { readonly application: string };
  readonly targets: readonly DirectoryTarget[];
  /** `success` if not given. */
  readonly result?: 'success' | 'failure';
}

export interface DirectoryTarget {
  /** The address of an account, or another object's name and ID. */
  readonly user?: string;
  readonly id?: string;
  readonly name?: string;
  /** `User`, `ServicePrincipal`, `Device`. */
  readonly type: string;
  /** Values are JSON as text. */
  readonly modified?: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
const KEPT_DAYS = { free: 7, premium: 30 } as const;
const TIME = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?`;
const TEXT = "'((?:[^']|'')*)'";
/** https://learn.microsoft.com/graph/api/directoryaudit-list */
const BOUND = new RegExp(`^activityDateTime (ge|le) (${TIME})$`);
const TARGET = new RegExp(`^targetResources/any\\(t: ?t/id eq ${TEXT}\\)$`);
const INITIATOR = new RegExp(`^initiatedBy/user/id eq ${TEXT}$`);
const ACTIVITY = new RegExp(`^activityDisplayName eq ${TEXT}$`);
const CATEGORY = new RegExp(`^category eq ${TEXT}$`);
const USUAL_CATEGORY = 'UserManagement';

/** What administrators, people and applications did in the directory. */
export class DirectoryAudits {
  readonly #people: People;
  readonly #activities: DirectoryActivity[] = [];

  constructor(people: People) {
    this.#people = people;
  }

  add(activity: DirectoryActivity): void {
    this.#activities.push(activity);
    this.#activities.sort((one, other) => other.time - one.time);
  }

  get all(): readonly DirectoryActivity[] {
    return this.#activities;
  }

  object(at: number): JsonObject {
    const activity = this.#activities[at];
    return activity === undefined ? {} : this.#json(activity);
  }

  /**
   * The positions of the activities that a `$filter` finds, or why it is refused: it has no `or`, and may not begin before what is kept.
   * @param isFree the tenant has no Microsoft Entra ID P1
   */
  filtered(filter: string | undefined, isFree: boolean, now: number): readonly number[] | string {
    const first = firstKept(now, isFree ? KEPT_DAYS.free : KEPT_DAYS.premium);
    const conditions: ((activity: DirectoryActivity) => boolean)[] = [({ time }) => time >= first];
    for (const clause of filter?.split(' and ') ?? []) {
      const [, operator, bound = ''] = BOUND.exec(clause) ?? [];
      const [, target] = TARGET.exec(clause) ?? [];
      const [, initiator] = INITIATOR.exec(clause) ?? [];
      const [, name] = ACTIVITY.exec(clause) ?? [];
      const [, of] = CATEGORY.exec(clause) ?? [];
      if (operator === 'ge' && Date.parse(bound) < first)
        return `Invalid date range: the minimum allowed date is ${new Date(first).toISOString().slice(0, 19)}Z.`;
      if (operator === 'ge') conditions.push(({ time }) => time >= Date.parse(bound));
      else if (operator === 'le') conditions.push(({ time }) => time <= Date.parse(bound));
      else if (target !== undefined)
        conditions.push(({ targets }) => targets.some((one) => this.#idOf(one) === target));
      else if (initiator !== undefined)
        conditions.push(({ by }) => 'user' in by && this.#idOf({ user: by.user, type: 'User' }) === initiator);
      else if (name !== undefined) conditions.push(({ activity }) => activity === name);
      else if (of !== undefined) conditions.push(({ category = USUAL_CATEGORY }) => category === of);
      else return `Invalid filter clause: ${clause}`;
    }
    return this.#activities.flatMap((activity, at) => (conditions.every((meets) => meets(activity)) ? [at] : []));
  }

  #idOf({ user, id, name = '', type }: DirectoryTarget): string {
    const position = user === undefined ? undefined : this.#people.find(user);
    return position === undefined ? (id ?? guidOf(`${type} ${user ?? name}`)) : this.#people.objectId(position);
  }

  /** As captures show it: the time has seven digits, and an application may lack its `appId`. */
  #json({ time, activity, category = USUAL_CATEGORY, by, targets, result = 'success' }: DirectoryActivity): JsonObject {
    const id = guidOf(`directory audit ${String(time)} ${activity} ${JSON.stringify(targets)}`);
    const userType = { userType: null, homeTenantId: null, homeTenantName: null };
    return {
      id: `Directory_${id}_6LPVG_73478882`,
      activityDateTime: `${new Date(time).toISOString().slice(0, 23)}0000Z`,
      activityDisplayName: activity,
      category,
      correlationId: id,
      loggedByService: 'Core Directory',
      operationType: '',
      result,
      resultReason: '',
      initiatedBy:
        'user' in by
          ? {
              app: null,
              user: {
                id: this.#idOf({ user: by.user, type: 'User' }),
                displayName: null,
                userPrincipalName: by.user,
                ipAddress: by.ipAddress ?? '',
                ...userType,
              },
            }
          : {
              user: null,
              app: {
                appId: null,
                displayName: by.application,
                servicePrincipalId: guidOf(`principal ${by.application}`),
                servicePrincipalName: null,
              },
            },
      targetResources: targets.map((target) => ({
        id: this.#idOf(target),
        displayName: target.name ?? null,
        type: target.type,
        userPrincipalName: target.user ?? null,
        groupType: null,
        modifiedProperties: (target.modified ?? []).map(({ name, before, after }) => ({
          displayName: name,
          oldValue: before,
          newValue: after,
        })),
      })),
      additionalDetails: [],
    };
  }
}
