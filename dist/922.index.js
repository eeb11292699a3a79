export const id = 922;
export const ids = [922,902];
export const modules = {

/***/ 8922:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remediate: () => (/* binding */ remediate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/workflow-repository.ts + 1 modules
var workflow_repository = __webpack_require__(84392);
// EXTERNAL MODULE: ./src/source/services.ts + 14 modules
var source_services = __webpack_require__(30894);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/files/rename.ts
var rename = __webpack_require__(3353);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/outputs/files/csv-file.ts
var csv_file = __webpack_require__(1745);
// EXTERNAL MODULE: ./src/files/json-shape.ts
var json_shape = __webpack_require__(30601);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(42235);
// EXTERNAL MODULE: ./src/policy/policy-definition.ts
var policy_definition = __webpack_require__(23338);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/built-in/calendar-permissions.ts
var calendar_permissions = __webpack_require__(42177);
// EXTERNAL MODULE: ./src/mailboxes/mailbox-answer.ts
var mailbox_answer = __webpack_require__(54739);
;// CONCATENATED MODULE: ./src/remediation/targets/service-answer.ts


/** Turns an error into a failed request: without an answer, it is unknown whether the request had an effect. */
async function answered(request) {
    try {
        return await request();
    }
    catch (error) {
        // The further lines of Entra ID's messages are ids.
        const text = error instanceof errors/* UserError */.yo ? (error.message.split('\n', 1)[0] ?? '') : (0,errors/* describeError */.Uc)(error);
        return { ...failed(text), mayPass: !(error instanceof errors/* UserError */.yo) };
    }
}
function failed(error) {
    const never = { isRefused: false, isMissing: false, mayPass: false, isThrottled: false, isDenied: false };
    return { kind: 'failed', error, ...never, retryAfter: undefined };
}
const REFUSALS = [400, 401, 403, 404];
function failedRequest(httpStatus, outcome) {
    const isRetried = outcome.kind === 'retry';
    const status = 'status' in outcome ? outcome.status : outcome.kind === 'denied' ? 'access-denied' : 'failed';
    return {
        kind: 'failed',
        error: `${status}, ${outcome.error}`,
        isRefused: !isRetried && REFUSALS.includes(httpStatus),
        isMissing: httpStatus === 404 || (0,mailbox_answer/* isMissing */.b)(status),
        mayPass: isRetried || outcome.kind === 'token',
        isThrottled: status === 'throttled',
        retryAfter: 'retryAfter' in outcome ? outcome.retryAfter : undefined,
        isDenied: outcome.kind === 'denied',
    };
}

;// CONCATENATED MODULE: ./src/remediation/targets/calendar-holder.ts


/** Conditions of a `$filter`. Graph accepts 15 that are joined by `or`. */
const MOST_CONDITIONS = 10;
/**
 * The accounts and groups that have addresses now, by the address in lower case. Addresses without a holder, or with one that the
 * application may not read, are left out. https://learn.microsoft.com/graph/aad-advanced-queries: `proxyAddresses` can be compared for equality.
 */
async function holdersOf(addresses, graph) {
    const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))];
    const found = new Map();
    for (let at = 0; at < wanted.length; at += MOST_CONDITIONS) {
        const part = wanted.slice(at, at + MOST_CONDITIONS);
        const filter = part
            .map((address) => `proxyAddresses/any(p:p eq 'smtp:${address.replaceAll("'", "''")}')`)
            .join(' or ');
        const query = `$select=id,mail,proxyAddresses&$filter=${encodeURIComponent(filter)}`;
        const result = await graph.listing.get(`/v1.0/users?${query}`);
        const users = result.status === 'ok' && Array.isArray(result.value.value) ? result.value.value : [];
        for (const user of users) {
            const id = (0,src_json/* textIn */.r7)(user, 'id').toLowerCase();
            for (const address of part)
                if ((0,src_json/* isGuid */.W_)(id) && hasAddress(user, address))
                    found.set(address, { id });
        }
    }
    const others = wanted.filter((address) => !found.has(address));
    if (others.length === 0)
        return found;
    const groups = graph.groups();
    if ((await groups.list()) !== undefined)
        return found;
    for (const address of others) {
        const id = groups.byAddress(address)?.id;
        if (id !== undefined)
            found.set(address, { id: id.toLowerCase(), isGroup: true });
    }
    return found;
}
/** Why an address is not known to be the holder's now; undefined if it is. */
async function holderProblem(address, holder, graph) {
    if (holder === undefined)
        return `It is not known whose address ${address} was`;
    const path = `/${holder.isGroup === true ? 'groups' : 'users'}/${holder.id}?$select=id,mail,proxyAddresses`;
    const { status, outcome } = await graph.send(path);
    const isHolder = outcome.kind === 'read' && hasAddress(outcome.body, address);
    if (isHolder)
        return undefined;
    if (outcome.kind !== 'read' && status !== 404)
        return failedRequest(status, outcome);
    return `${address} is no longer the address of the account or group that had the permission`;
}
function hasAddress(object, address) {
    const others = (0,src_json/* property */.MZ)(object, 'proxyAddresses');
    const all = [(0,src_json/* property */.MZ)(object, 'mail'), ...(Array.isArray(others) ? others : [])];
    return all.some((one) => typeof one === 'string' && one.replace(/^smtp:/i, '').toLowerCase() === address.toLowerCase());
}

// EXTERNAL MODULE: ./src/graph/batch.ts
var batch = __webpack_require__(35624);
;// CONCATENATED MODULE: ./src/remediation/targets/graph-service.ts





const MAX_PAGES = 50;
/** An id of Graph. None has only dots, which would name another resource in a URL. */
const isResourceId = (0,json_shape/* where */._M)(json_shape/* isText */.KH, (id) => !/^\.*$/.test(id));
/** Reads and PATCHes an object below each mailbox through Graph. */
function graphObject(graph, pathOf) {
    const send = (place, body) => answered(async () => {
        const { status, outcome } = await graph.send(urlOf(place, pathOf(place.entry)), body);
        return outcome.kind === 'read' ? { kind: 'ok', value: outcome.body } : failedRequest(status, outcome);
    });
    return { read: (place) => send(place), write: send };
}
/**
 * Takes entries of a mailbox away and gives them back through Graph. Reads the whole list: only a complete list shows that an entry is
 * absent.
 */
function graphList(graph, list) {
    /** By mailbox, the ID of each entry as last read or made: an entry that was made again has another than before. */
    const idsOfMailboxes = new Map();
    const keyOf = ({ entry }) => JSON.stringify(list.keyOf(entry));
    const idsOf = ({ mailboxId, address }) => {
        const mailbox = (mailboxId ?? address).toLowerCase();
        const ids = idsOfMailboxes.get(mailbox) ?? new Map();
        idsOfMailboxes.set(mailbox, ids);
        return ids;
    };
    /** The object of an entry. What was made again for an equal entry is not that of this one. */
    const itemOf = (place, items) => {
        const [ids, key] = [idsOf(place), keyOf(place)];
        const others = new Set([...ids].flatMap(([other, id]) => (other === key ? [] : id)));
        const withId = (wanted) => items.find(({ id }) => id === wanted);
        const remade = () => items.find((one) => !others.has((0,src_json/* textIn */.r7)(one, 'id')) && list.isRemade(place.entry, one));
        return withId(place.entry.id) ?? withId(ids.get(key)) ?? remade();
    };
    return {
        read: (place) => answered(async () => {
            const items = [];
            let url = urlOf(place, list.path);
            for (let page = 1; url !== undefined; page += 1) {
                const { status, outcome } = await graph.send(url);
                if (outcome.kind !== 'read')
                    return failedRequest(status, outcome);
                const { value } = outcome.body;
                if (!Array.isArray(value) || !value.every(src_json/* isObject */.Gv))
                    return failed('Graph returned no list');
                items.push(...value);
                const next = graph.nextPage(outcome.body);
                if (next.kind === 'refused')
                    return failed(next.error);
                if (next.kind === 'path' && page === MAX_PAGES)
                    return failed('The list has no end');
                url = next.kind === 'path' ? next.path : undefined;
            }
            if (items.length === 0 && list.neverEmpty === true)
                return failed('Graph returned a list without any entry');
            const item = itemOf(place, items);
            const id = (0,src_json/* textIn */.r7)(item, 'id');
            if (id !== '')
                idsOf(place).set(keyOf(place), id);
            return {
                kind: 'ok',
                value: item === undefined ? { [policy_definition/* WHOLE_ROW */.p9]: null } : { ...item, [policy_definition/* WHOLE_ROW */.p9]: list.valueOf(item) },
            };
        }),
        write: (place, values) => answered(async () => {
            const id = idsOf(place).get(keyOf(place)) ?? place.entry.id;
            const whole = urlOf(place, list.path);
            const one = `${whole}/${encodeURIComponent(id)}`;
            const after = values[policy_definition/* WHOLE_ROW */.p9];
            const { status, outcome } = await (after === undefined
                ? graph.send(one, values)
                : (0,src_json/* isObject */.Gv)(after)
                    ? graph.send(whole, list.bodyOf(after), 'POST')
                    : graph.send(one, undefined, 'DELETE'));
            if (outcome.kind !== 'read')
                return failedRequest(status, outcome);
            const made = (0,src_json/* isObject */.Gv)(after) ? (0,src_json/* textIn */.r7)(outcome.body, 'id') : '';
            if (made !== '')
                idsOf(place).set(keyOf(place), made);
            return { kind: 'ok', value: {} };
        }),
    };
}
function urlOf({ address, mailboxId }, path) {
    return (0,batch/* mailboxUrl */.Yl)(mailboxId ?? address, path);
}

// EXTERNAL MODULE: ./node_modules/windows-iana/dist/index.js
var dist = __webpack_require__(67376);
// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
;// CONCATENATED MODULE: ./src/remediation/targets/setting-values.ts






/** The value of a setting in a service's JSON; null if there is none. */
function settingIn(resource, path) {
    let value = resource;
    for (const name of path.split('.'))
        value = (0,src_json/* property */.MZ)(value, name);
    return value ?? null;
}
/** Case matters in formats, and in texts that people read. */
const EXACT = /^(?:dateFormat|timeFormat)$|Message$/;
const TIME = /Time$|\.dateTime$/;
/**
 * A value in a form in which equal settings are equal: Graph writes enumerations in any case, and fractions of seconds, and
 * Exchange Online the type of an address.
 */
function comparable(setting, value) {
    // Another rule may have taken the place of a rule, and a grantee another name.
    if (setting === policy_definition/* WHOLE_ROW */.p9 && (0,src_json/* isObject */.Gv)(value))
        return comparable('', (0,row_identity/* canonical */.$N)({ ...value, sequence: null }, {}));
    if (typeof value === 'string') {
        if (EXACT.test(setting))
            return value;
        if (setting === 'ForwardingSmtpAddress')
            return value.replace(/^smtp:/i, '').toLowerCase();
        return (TIME.test(setting) ? value.replace(/\.\d+$/, '') : value).toLowerCase();
    }
    if (Array.isArray(value))
        return value.map((item) => comparable(setting, item)).sort();
    if (!(0,src_json/* isObject */.Gv)(value))
        return value;
    const members = Object.entries(value).map(([name, member]) => [name, comparable(setting, member)]);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Whether two values of a setting are the same to the service. */
function isSame(setting, one, other) {
    return JSON.stringify(comparable(setting, one)) === JSON.stringify(comparable(setting, other));
}
/**
 * Whether a value is what the service makes of another: it wraps the text of a reply in HTML, and writes the Windows name of a
 * time zone. `loadPlainText` must have run.
 */
function shows(setting, value, other) {
    if (isSame(setting, value, other))
        return true;
    if (setting === policy_definition/* WHOLE_ROW */.p9)
        return false;
    if ((0,src_json/* isObject */.Gv)(value) && (0,src_json/* isObject */.Gv)(other))
        return shows(`${setting}.name`, value.name ?? null, other.name ?? null);
    if (typeof value !== 'string' || typeof other !== 'string')
        return false;
    if (setting.endsWith('Message'))
        return (0,plain_text/* plainText */.w)(value).text === (0,plain_text/* plainText */.w)(other).text;
    return /timeZone(?:\.name)?$/i.test(setting) && windowsZone(value) === windowsZone(other);
}
function windowsZone(name) {
    return ((0,dist.findWindows)(name)[0] ?? name).toLowerCase();
}
/**
 * The smallest PATCH for some settings of one target: members of `automaticRepliesSetting` and `workingHours` that are left out
 * keep their values. A member with parts of its own, such as a date with its time zone, is sent whole.
 *
 * @param resource the settings or the inbox rule, as just read
 */
function patchOf(resource, changes) {
    const patch = {};
    for (const { setting, after } of changes) {
        const [name = '', member, ...parts] = setting.split('.');
        if (member === undefined) {
            patch[name] = after;
            continue;
        }
        const inner = (0,src_json/* isObject */.Gv)(patch[name]) ? patch[name] : {};
        const whole = inner[member] ?? (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)(resource, name), member);
        patch[name] = { ...inner, [member]: parts.length === 0 ? after : (0,src_json/* withValueAt */.h7)(whole, parts, after) };
    }
    return patch;
}
/** A resource with other values of some settings. */
function changed(resource, changes) {
    const result = changes.reduce((whole, { setting, after }) => (0,src_json/* withValueAt */.h7)(whole, setting.split('.'), after), resource);
    // Another recipient has another address, which only Exchange Online knows.
    return changes.some(({ setting }) => setting === 'ForwardingAddress')
        ? { ...result, recipientAddress: null }
        : result;
}
/** A value in an error. */
function shownValue(value) {
    const text = (0,display/* cellText */.Ie)(value);
    return text === '' ? 'blank' : (0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(text, 200));
}

;// CONCATENATED MODULE: ./src/remediation/targets/target.ts


/** Whether a change takes a whole entry away or gives it back. `isValue`: whether an entry could have a value. */
function isWholeChange({ setting, before, after }, isValue) {
    return setting === policy_definition/* WHOLE_ROW */.p9 && ((after === null && isValue(before)) || (before === null && isValue(after)));
}
/** Whether a change in a file has some members, and no others. */
function hasOnly(members, ...names) {
    const { inboxRule, cmdlet, entry, ruleDigest } = members;
    return Object.entries({ inboxRule, cmdlet, entry, ruleDigest }).every(([name, value]) => value === undefined || names.some((one) => one === name));
}
/** What policies and restores can set in a target. */
function settingsOf(target) {
    const [report = ''] = (0,built_in/* reportsWriting */.IL)(target);
    return (0,built_in/* writableSettings */.mK)(report) ?? {};
}

;// CONCATENATED MODULE: ./src/remediation/targets/calendar-permission.ts











/** The member of a resource that says why its permission is not given or raised. */
const HOLDER = 'holderProblem';
const PROBLEMS = {
    'default-permission': 'the entry of everyone in the organization cannot be taken away. Use "set: { role: none }" for it',
    'not-default': '"set: { role: none }" is only for the entry of everyone in the organization. Use "set: remove"',
    'no-address': 'the person has no address, so that the permission could not be given back',
    'custom-role': 'the permission has a custom role, which Graph could not give back',
    'fixed-permission': 'Graph does not let the permission be removed',
};
/** A role that Graph writes. */
const isRole = (0,json_shape/* where */._M)(json_shape/* isText */.KH, (role) => role !== 'custom' && calendar_permissions/* ROLES */.gg.includes(role));
const isEntry = (0,json_shape/* objectOf */.Xy)({
    kind: (0,json_shape/* oneOf */.yL)(['calendar']),
    id: isResourceId,
    address: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
    isOutside: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us),
    holder: (0,json_shape/* optional */.lq)((0,json_shape/* objectOf */.Xy)({ id: (0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_), isGroup: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us) })),
});
const isValue = (0,json_shape/* objectOf */.Xy)({
    grantee: (0,json_shape/* objectOf */.Xy)({ name: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH), address: (0,json_shape/* where */._M)(json_shape/* isText */.KH, (text) => text !== '') }),
    role: isRole,
    isInsideOrganization: json_shape/* isTruth */.Us,
});
/** Permissions of the default calendar, through Graph. */
const calendarPermission = {
    name: 'calendarPermission',
    service: 'graph',
    needs: { permission: 'Calendars.ReadWrite' },
    restoredAs: 'rights',
    problems: PROBLEMS,
    ofRow: permissionIn,
    keyOf: permissionKey,
    toFile: (entry) => ({ entry }),
    fromFile: (members) => (hasOnly(members, 'entry') && isEntry(members.entry) ? members.entry : undefined),
    takes: (change) => isWholeChange(change, (value) => isValue(value) && isOfEntry(value, change.entry)) ||
        (change.setting === 'role' && isRole(change.before) && isRole(change.after)),
    canSet: () => true,
    misfitOf: ({ [HOLDER]: problem }) => (typeof problem === 'string' ? problem : undefined),
    notes: (changes) => [...delegateNotes(changes), ...outsideNotes(changes)],
    open: ({ graph, cloud }) => {
        const list = graphList(graph, {
            path: 'calendar/calendarPermissions',
            neverEmpty: true,
            keyOf: permissionKey,
            isRemade: isOfGrantee,
            valueOf: (permission) => {
                const writable = permissionIn(permission, { isWhole: true, isOfPolicy: false, cloud });
                return typeof writable === 'string' ? { problem: writable } : (writable.value ?? null);
            },
            bodyOf: ({ grantee = null, role = null, isInsideOrganization = null }) => ({
                emailAddress: grantee,
                role,
                isInsideOrganization,
                isRemovable: true,
            }),
        });
        return {
            read: async (place, settings) => {
                const answer = await list.read(place, settings);
                // To take a permission away, it is enough that it is there.
                const isGiven = answer.kind === 'ok' && (settings.includes('role') || answer.value[policy_definition/* WHOLE_ROW */.p9] === null);
                const { address, isOutside, holder } = place.entry;
                if (!isGiven || address === undefined)
                    return answer;
                if (isOutside === true && answer.value.isInsideOrganization !== true)
                    return answer;
                return answered(async () => {
                    const problem = await holderProblem(address, holder, graph);
                    if (typeof problem === 'object')
                        return problem;
                    return { ...answer, value: { ...answer.value, [HOLDER]: problem ?? null } };
                });
            },
            write: (place, values) => list.write(place, values),
        };
    },
    entries: {
        label: () => 'calendar permission',
        sentence,
        // A file of an earlier version says it in the value alone.
        givenBack: (entry, { isInsideOrganization }) => isInsideOrganization === false ? { ...entry, isOutside: true } : entry,
        isOf: (entry, permission) => (entry.isOutside === true) === (permission.isInsideOrganization === false) &&
            (permission.id === entry.id || isOfGrantee(entry, permission)),
        namesOf: ({ entry: { id, address = '' } }) => [
            `id ${id}`,
            ...(address === '' ? [] : [`address ${address.toLowerCase()}`]),
        ],
        setBack: ({ writable: then }, { writable: now }) => {
            if (typeof now === 'string')
                return now;
            if (typeof then === 'string')
                return then;
            const [before, after] = [(0,src_json/* textIn */.r7)(now.value, 'role'), (0,src_json/* textIn */.r7)(then.value, 'role')];
            return isSame('role', before, after) ? undefined : { setting: 'role', before, after, entry: now.entry };
        },
        holders: {
            bound: async (changes, { graph }) => {
                const addresses = changes.flatMap(({ entry }) => (needsHolder(entry) ? (entry.address ?? []) : []));
                const holders = addresses.length === 0 ? new Map() : await holdersOf(addresses, graph);
                return new Map(changes.flatMap(({ entry, after }) => {
                    if (!needsHolder(entry))
                        return [[entry, entry]];
                    const holder = holders.get(entry.address?.toLowerCase() ?? '');
                    if (after === null)
                        return [[entry, { ...entry, holder }]];
                    const isSameHolder = holder !== undefined && holder.id === entry.holder?.id.toLowerCase();
                    return isSameHolder ? [[entry, { ...entry, holder }]] : [];
                }));
            },
            idOf: ({ holder }) => holder?.id,
            isReadForUndo: ({ after }) => after !== null,
            addressOf: (entry) => (needsHolder(entry) ? entry.address : undefined),
            keptBy: (entry, account) => ({ ...entry, holder: { id: account } }),
        },
    },
};
function permissionKey({ kind, id }) {
    return [kind, id];
}
/** @param permission as Graph returns it */
function permissionIn(permission, { isWhole, isOfPolicy }) {
    const { id, emailAddress, role, isRemovable, isInsideOrganization } = permission;
    if (!isResourceId(id) || typeof role !== 'string')
        return 'hidden';
    const isDefault = id === calendar_permissions/* DEFAULT_ID */.Ye;
    // A policy takes permissions of people away, and sets that of everyone. A restore sets both.
    if (isOfPolicy && isWhole === isDefault)
        return isDefault ? 'default-permission' : 'not-default';
    // Graph writes no custom role, so that it could not be given back.
    if (!isRole(role))
        return 'custom-role';
    const [address, name] = [(0,src_json/* textIn */.r7)(emailAddress, 'address'), (0,src_json/* textIn */.r7)(emailAddress, 'name')];
    if (!isDefault && address === '')
        return 'no-address';
    if (!isDefault && isRemovable !== true)
        return 'fixed-permission';
    if (typeof isInsideOrganization !== 'boolean')
        return 'hidden';
    const grantee = address === '' ? { name } : { name, address };
    const ofPerson = isInsideOrganization ? { address } : { address, isOutside: true };
    const entry = { kind: 'calendar', id, ...(isDefault ? {} : ofPerson) };
    return { entry, value: { grantee, role, isInsideOrganization } };
}
/** Whether only the ID of a grantee says who it is. */
function needsHolder({ address, isOutside }) {
    return address !== undefined && isOutside !== true;
}
/** Files of earlier versions do not say of an entry whether its grantee is outside. */
function isOfEntry({ grantee, isInsideOrganization }, { address, isOutside }) {
    return grantee.address === address && (isOutside !== true || !isInsideOrganization);
}
/** https://learn.microsoft.com/graph/outlook-share-or-delegate-calendar: delegates get the meeting requests of the owner. */
function delegateNotes(changes) {
    const taken = changes.filter(({ before, after }) => after === null && (0,src_json/* textIn */.r7)(before, 'role').startsWith('delegate'));
    if (taken.length === 0)
        return [];
    return [
        `The plan takes the role of ${(0,numbers/* counted */.hS)(taken.length, 'delegate', 'delegates')} away. An undo gives the role back, but not the delivery of meeting requests ` +
            'to them: set that in Outlook.',
    ];
}
/** Nothing in the tenant says whether an address outside still is that of the same person. */
function outsideNotes(changes) {
    const outside = changes.filter(({ entry, after }) => entry.isOutside === true && after !== null).length;
    if (outside === 0)
        return [];
    return [
        `The plan gives ${(0,numbers/* counted */.hS)(outside, 'permission', 'permissions')} on calendars to people outside the organization. ` +
            'Whether their addresses still belong to the same people cannot be known.',
    ];
}
function isOfGrantee(entry, { emailAddress }) {
    const address = (0,src_json/* textIn */.r7)(emailAddress, 'address');
    return address !== '' && address.toLowerCase() === entry.address?.toLowerCase();
}
function sentence({ address, entry, setting, before, after }) {
    if (setting !== policy_definition/* WHOLE_ROW */.p9) {
        const who = entry.address ?? 'Everyone in the organization';
        const roles = `has the role ${(0,display/* cellText */.Ie)(after)} instead of ${(0,display/* cellText */.Ie)(before)}`;
        return { who, text: `${who} ${roles} on the calendar of ${address}` };
    }
    const value = after ?? before;
    const grantee = (0,src_json/* isObject */.Gv)(value) ? (0,src_json/* property */.MZ)(value, 'grantee') : undefined;
    const who = (0,src_json/* textIn */.r7)(grantee, 'address') || (0,src_json/* textIn */.r7)(grantee, 'name');
    const verb = after === null ? 'loses' : 'gets back';
    return { who, text: `${who} ${verb} the role ${(0,src_json/* textIn */.r7)(value, 'role')} on the calendar of ${address}` };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/reports/expressions/functions.ts
var functions = __webpack_require__(2734);
;// CONCATENATED MODULE: ./src/remediation/targets/mailbox-settings.ts





// What Graph requires of a change of mailboxSettings, and its side effects.
// https://learn.microsoft.com/graph/api/user-update-mailboxsettings
const REPLIES = 'automaticRepliesSetting';
const STATUS = `${REPLIES}.status`;
const DATES = [`${REPLIES}.scheduledStartDateTime`, `${REPLIES}.scheduledEndDateTime`];
const HOURS = ['workingHours.startTime', 'workingHours.endTime'];
const LOCALE = 'language.locale';
const FORMATS = ['dateFormat', 'timeFormat'];
const NAME = 'mailboxSettings';
const SETTINGS_PERMISSION = 'MailboxSettings.ReadWrite';
/** A custom time zone has more than a name, so the zone is set as a whole. */
const ZONE = 'workingHours.timeZone';
const ZONE_NAME = `${ZONE}.name`;
/** The settings of a mailbox in Graph. */
const mailboxSettings = {
    name: NAME,
    service: 'graph',
    needs: { permission: SETTINGS_PERMISSION },
    restoredAs: 'settings',
    ofRow: (_, { isWhole }) => (isWhole ? 'hidden' : { entry: null }),
    keyOf: () => [],
    toFile: () => ({}),
    fromFile: (members) => (hasOnly(members) ? null : undefined),
    takes: ({ setting }) => setting === ZONE || Object.hasOwn(settingsOf(NAME), setting),
    canSet: (setting, value) => {
        const types = settingsOf(NAME);
        if (setting === ZONE)
            return types[ZONE_NAME]?.accepts((0,src_json/* property */.MZ)(value, 'name') ?? null) === true;
        // The change of a language moves formats.
        return isFormat({ setting }) ? typeof value === 'string' : types[setting]?.accepts(value) === true;
    },
    open: ({ graph }) => graphObject(graph, () => 'mailboxSettings'),
    problemOf,
};
/** Why Graph would refuse changes of the settings of a mailbox, as just read; undefined if that is not known. */
function problemOf(resource, changes, now) {
    const after = changed(resource, changes);
    const sets = (path) => changes.some(({ setting }) => setting === path || setting.startsWith(`${path}.`));
    const [start, end] = HOURS.map((path) => settingIn(after, path));
    if (HOURS.some(sets) && typeof start === 'string' && typeof end === 'string' && start > end) {
        return { settings: HOURS, text: `would have working hours that start at ${start}, after they end at ${end}` };
    }
    const past = DATES.filter((path) => sets(path) && instantOf(settingIn(after, path)) <= now);
    if (past.length > 0)
        return { settings: past, text: `would have a schedule of automatic replies that is past` };
    return isScheduleOver(after, now) && sets(STATUS)
        ? { settings: [STATUS], text: 'would have automatic replies on a schedule that is over' }
        : undefined;
}
/**
 * Whether a change to `scheduled` is done, because the replies are off and the schedule is over: Graph refuses to write it, and
 * it would change nothing.
 */
function isOff(resource, changes, now) {
    const isDisabled = isSame(STATUS, settingIn(resource, STATUS), 'disabled');
    const isOver = isDisabled && isScheduleOver(changed(resource, changes), now);
    return ({ setting }) => isOver && setting === STATUS;
}
/**
 * The changes in the order of their requests: a change of the language moves the formats of dates and times, and it is not
 * documented which wins if one request has both.
 */
function inSteps(changes) {
    if (changes.length === 0)
        return [];
    const formats = changes.filter(isFormat);
    if (formats.length === 0 || !changes.some(isLanguage))
        return [changes];
    return [changes.filter((change) => !isFormat(change)), formats];
}
function isFormat({ setting }) {
    return FORMATS.some((format) => format === setting);
}
function isLanguage({ setting }) {
    return setting === LOCALE;
}
/**
 * The formats of dates and times that a change of the language has moved ("recalculated based on changes to other property
 * values"), unless they are changes of their own.
 *
 * @param before the settings before the write
 * @param after as read back
 */
function movedFormats(changes, before, after) {
    const language = changes.find(isLanguage);
    if (language === undefined)
        return [];
    return FORMATS.flatMap((setting) => {
        const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
        const isOwn = changes.some((change) => change.setting === setting);
        return isOwn || isSame(setting, earlier, now) ? [] : [{ ...language, setting, before: earlier, after: now }];
    });
}
/** The properties of a resource that differ after a write although they were not set, also those that it has lost. */
function otherDifferences(changes, before, after) {
    const isOwn = (path) => changes.some(({ setting }) => `${path}.`.startsWith(`${setting}.`) || (setting === LOCALE && path.startsWith('language.')));
    return [...new Set([...leavesOf(before), ...leavesOf(after)])].flatMap((setting) => {
        const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
        return isOwn(setting) || isSame(setting, earlier, now) ? [] : [{ setting, before: earlier, after: now }];
    });
}
/** The paths of the values of an object, without annotations of OData. */
function leavesOf(object, prefix = '') {
    return Object.entries(object).flatMap(([name, value]) => {
        if (name.includes('@'))
            return [];
        return (0,src_json/* isObject */.Gv)(value) ? leavesOf(value, `${prefix}${name}.`) : [prefix + name];
    });
}
function isScheduleOver(resource, now) {
    const status = settingIn(resource, STATUS);
    const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
    return isScheduled && instantOf(settingIn(resource, DATES[1])) <= now;
}
/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none, or its zone is unknown. */
function instantOf(value) {
    const [dateTime, timeZone] = [(0,src_json/* property */.MZ)(value, 'dateTime'), (0,src_json/* property */.MZ)(value, 'timeZone')];
    if (typeof dateTime !== 'string')
        return NaN;
    return Date.parse((0,functions/* toUtc */.y)(dateTime, typeof timeZone === 'string' ? timeZone : '') ?? '');
}

;// CONCATENATED MODULE: ./src/remediation/targets/inbox-rule.ts









const inbox_rule_PROBLEMS = {
    'partial-rule': 'Graph does not show all of the inbox rule, so that it could not be given back',
    'no-rules-in-cloud': 'Graph creates no inbox rules in this cloud, so that it could not be given back',
    'read-only': 'the inbox rule is read-only and cannot be changed through Graph. Ask the owner to delete it in Outlook',
    'other-rule': 'the inbox rule does something else now',
};
const inbox_rule_isEntry = (0,json_shape/* objectOf */.Xy)({ kind: (0,json_shape/* oneOf */.yL)(['rule']), id: isResourceId, digest: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH) });
const inbox_rule_isValue = (0,json_shape/* objectOf */.Xy)({
    displayName: (0,json_shape/* where */._M)(json_shape/* isText */.KH, (text) => text !== ''),
    sequence: json_shape/* isNumber */.Et,
    isEnabled: json_shape/* isTruth */.Us,
    conditions: (0,json_shape/* optional */.lq)(json_shape/* isPresent */.Wo),
    exceptions: (0,json_shape/* optional */.lq)(json_shape/* isPresent */.Wo),
    actions: (0,json_shape/* mapOf */.A7)(json_shape/* isPresent */.Wo),
});
const inbox_rule_NAME = 'inboxRule';
const PATH = 'mailFolders/inbox/messageRules';
/** Inbox rules, through Graph. */
const inboxRule = {
    name: inbox_rule_NAME,
    service: 'graph',
    needs: { permission: SETTINGS_PERMISSION },
    restoredAs: 'rules',
    problems: inbox_rule_PROBLEMS,
    ofRow: ruleIn,
    keyOf: ruleKey,
    toFile: ({ kind, id, digest }) => kind === 'rule' ? { entry: { kind, id, digest } } : { inboxRule: id, ruleDigest: digest },
    fromFile: (members) => {
        const { inboxRule: id, entry, ruleDigest: digest } = members;
        if (hasOnly(members, 'entry') && inbox_rule_isEntry(entry))
            return entry;
        return hasOnly(members, 'inboxRule', 'ruleDigest') && isResourceId(id)
            ? { kind: 'settings', id, digest }
            : undefined;
    },
    takes: (change) => change.entry.kind === 'rule' ? isWholeChange(change, inbox_rule_isValue) : Object.hasOwn(settingsOf(inbox_rule_NAME), change.setting),
    // No policy enables an inbox rule, but a restore does.
    canSet: (_, value, { kind }) => kind === 'rule' || typeof value === 'boolean',
    open: ({ graph, cloud }) => {
        const settings = graphObject(graph, ({ id }) => `${PATH}/${encodeURIComponent(id)}`);
        const wholes = graphList(graph, {
            path: PATH,
            keyOf: ruleKey,
            isRemade: ({ digest }, rule) => digest !== undefined && namedRuleDigest(rule) === digest,
            valueOf: (rule) => {
                const writable = ruleIn(rule, { isWhole: true, isOfPolicy: false, cloud });
                return typeof writable === 'string' ? { problem: writable } : (writable.value ?? null);
            },
            bodyOf: ruleValue,
        });
        const serviceOf = ({ kind }) => (kind === 'rule' ? wholes : settings);
        return {
            read: (place, names) => serviceOf(place.entry).read(place, names),
            write: (place, values) => serviceOf(place.entry).write(place, values),
        };
    },
    refusalOf: ({ kind, id }, { isReadOnly }) => kind === 'settings' && (isReadOnly === true || id === '') ? 'read-only' : undefined,
    differenceOf: ({ kind, digest }, rule) => kind === 'rule' || digest === undefined || digest === ruleDigest(rule)
        ? undefined
        : 'The conditions, exceptions or actions of the rule are not those that it had',
    // https://learn.microsoft.com/powershell/module/exchangepowershell/disable-inboxrule
    notes: (changes) => {
        const mailboxes = new Set(changes.map(({ address }) => address.toLowerCase())).size;
        return [
            `The plan changes inbox rules of ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}. Exchange's cmdlets delete the client-side ` +
                'rules of Outlook in a mailbox when they change one of its rules. Whether Graph does is unknown, and deleted rules cannot be restored.',
        ];
    },
    entries: {
        label: () => 'inbox rule',
        sentence: ({ address, setting, before, after }) => {
            if (setting !== policy_definition/* WHOLE_ROW */.p9)
                return undefined;
            const verb = after === null ? 'loses' : 'gets back';
            const rule = after ?? before;
            const effects = (0,numbers/* listed */.KE)(effectsOf(rule), 'and');
            const does = effects === '' ? '' : `, which ${effects}`;
            return { who: '', text: `${address} ${verb} the inbox rule "${(0,src_json/* textIn */.r7)(rule, 'displayName')}"${does}` };
        },
        givenBack: (entry, value) => ({ ...entry, digest: namedRuleDigest(value) }),
        // A kept rule whose actions are not known could be any.
        isOf: ({ digest }, rule) => (0,src_json/* isObject */.Gv)(rule.actions) && ruleDigest(rule) === digest,
        namesOf: ({ entry: { id }, value = {} }) => [`id ${id}`, `digest ${namedRuleDigest(value)}`],
        setBack: enabledBack,
    },
};
function ruleKey({ kind, id }) {
    return [kind, id];
}
/** @param rule as Graph returns it */
function ruleIn(rule, { isWhole: isWanted, cloud }) {
    const { id, isReadOnly, hasError, displayName, sequence, isEnabled, actions } = rule;
    if (!isWanted)
        return { entry: { kind: 'settings', id: typeof id === 'string' ? id : '', digest: ruleDigest(rule) } };
    if (cloud === 'china')
        return 'no-rules-in-cloud';
    if (!isResourceId(id))
        return 'hidden';
    const isWhole = isReadOnly === false && hasError === false && typeof isEnabled === 'boolean';
    const isNamed = typeof displayName === 'string' && displayName !== '' && typeof sequence === 'number';
    if (!isWhole || !isNamed || !(0,src_json/* isObject */.Gv)(actions) || Object.keys(actions).length === 0)
        return 'partial-rule';
    return { entry: { kind: 'rule', id }, value: ruleValue(rule) };
}
/** The properties of a rule that Graph can create. https://learn.microsoft.com/graph/api/mailfolder-post-messagerules */
const RULE_MEMBERS = ['displayName', 'sequence', 'isEnabled', 'conditions', 'exceptions', 'actions'];
/** A rule as it is created. */
function ruleValue(rule) {
    return Object.fromEntries(RULE_MEMBERS.flatMap((name) => {
        const value = rule[name];
        return value === undefined || value === null ? [] : [[name, value]];
    }));
}
const TO_PEOPLE = [
    ['forwardTo', 'forwards to'],
    ['redirectTo', 'redirects to'],
    ['forwardAsAttachmentTo', 'forwards as an attachment to'],
];
const TO_MAIL = [
    ['delete', 'deletes mail'],
    ['permanentDelete', 'deletes mail permanently'],
    ['moveToFolder', 'moves mail'],
    ['copyToFolder', 'copies mail'],
    ['markAsRead', 'marks mail as read'],
];
/** What a rule does, for people who approve it: first where it sends mail. Hostile text until escaped. */
function effectsOf(rule) {
    const actions = (0,src_json/* property */.MZ)(rule, 'actions');
    const sent = TO_PEOPLE.flatMap(([action, verb]) => {
        const targets = (0,src_json/* property */.MZ)(actions, action);
        if (!Array.isArray(targets) || targets.length === 0)
            return [];
        const names = targets.map((target) => {
            const emailAddress = (0,src_json/* property */.MZ)(target, 'emailAddress');
            return (0,src_json/* textIn */.r7)(emailAddress, 'address') || (0,src_json/* textIn */.r7)(emailAddress, 'name') || 'a recipient without an address';
        });
        return `${verb} ${(0,numbers/* listed */.KE)(names, 'and')}`;
    });
    const done = TO_MAIL.flatMap(([action, text]) => {
        const value = (0,src_json/* property */.MZ)(actions, action);
        return value === true || (typeof value === 'string' && value !== '') ? text : [];
    });
    return [...sent, ...done];
}
/** The digest of what an inbox rule does, without whether it is enabled. Case does not count: that of Graph's enumerations varies. */
function ruleDigest({ conditions = null, exceptions = null, actions = null }) {
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify((0,row_identity/* canonical */.$N)({ conditions, exceptions, actions }, {})).toLowerCase());
}
/** The digest of the name of a rule and of what it does. */
function namedRuleDigest(rule) {
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify([(0,src_json/* textIn */.r7)(rule, 'displayName'), ruleDigest(rule)]));
}
/** Sets back whether a rule is enabled, even if the rule could not be given back. */
function enabledBack({ object: then }, { object: now }) {
    const { id, isReadOnly, isEnabled: before } = now;
    const { isEnabled: after } = then;
    const [nameThen, nameNow] = [then, now].map((rule) => (0,src_json/* textIn */.r7)(rule, 'displayName').toLowerCase());
    const digest = ruleDigest(now);
    if (isReadOnly !== false || !isResourceId(id))
        return 'read-only';
    if (!(0,src_json/* isObject */.Gv)(then.actions))
        return 'partial-rule';
    if (nameThen !== nameNow || ruleDigest(then) !== digest)
        return 'other-rule';
    if (before === after)
        return undefined;
    if (typeof before !== 'boolean' || typeof after !== 'boolean')
        return 'hidden';
    return { setting: 'isEnabled', before, after, entry: { kind: 'settings', id, digest } };
}

// EXTERNAL MODULE: ./src/exchange/command.ts
var exchange_command = __webpack_require__(12788);
// EXTERNAL MODULE: ./src/exchange/exchange-outcome.ts
var exchange_outcome = __webpack_require__(33537);
;// CONCATENATED MODULE: ./src/remediation/targets/mailbox-cmdlet.ts








/** Exchange ignores the address while a recipient is set, so that without the recipient it would forward where nothing was forwarded. */
const FORWARDING = [
    'ForwardingAddress',
    'ForwardingSmtpAddress',
    'DeliverToMailboxAndForward',
];
/** To add a cmdlet, add a row, and name the target in the report that shows its parameters. */
const SET_CMDLETS = [
    {
        name: 'Set-Mailbox',
        readBy: 'Get-Mailbox',
        // Whether the properties of a synchronized mailbox are managed in the cloud.
        alsoReads: ['IsExchangeCloudManaged'],
        together: FORWARDING,
    },
    {
        name: 'Set-CASMailbox',
        readBy: 'Get-CASMailbox',
        // https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox
        notes: (changes) => {
            const blocked = changes.filter(({ setting, after }) => setting === 'OWAEnabled' && after === false);
            const mailboxes = new Set(blocked.map(({ address }) => address.toLowerCase())).size;
            if (mailboxes === 0)
                return [];
            return [
                `The plan sets OWAEnabled to false in ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}, which blocks Outlook on the web and ` +
                    'the new Outlook for Windows.',
            ];
        },
    },
];
/** The properties of a mailbox that a cmdlet of Exchange Online changes, a target for each cmdlet. */
const mailboxCmdlets = SET_CMDLETS.map(({ readBy, alsoReads = [], ...cmdlet }) => ({
    ...cmdlet,
    alsoReads: ['Guid', ...alsoReads],
    service: 'exchange',
    needs: { cmdlets: [cmdlet.name] },
    restoredAs: 'settings',
    ofRow: (_, { isWhole }) => (isWhole ? 'hidden' : { entry: null }),
    keyOf: () => [],
    toFile: () => ({ cmdlet: cmdlet.name }),
    fromFile: (members) => (hasOnly(members, 'cmdlet') && members.cmdlet === cmdlet.name ? null : undefined),
    // An object as the value of a parameter can make a cmdlet do something else.
    takes: ({ setting, before, after }) => [before, after].every((value) => typeof value !== 'object' || value === null) &&
        Object.hasOwn(settingsOf(cmdlet.name), setting),
    canSet: (setting, value) => settingsOf(cmdlet.name)[setting]?.accepts(value) === true,
    open: (services) => propertiesService(cmdlet.name, readBy, services),
    cmdletOf: () => cmdlet.name,
}));
/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. */
function propertiesService(cmdlet, readBy, { exchange, now, selectOf }) {
    if (exchange === undefined)
        throw new Error(`${cmdlet} without Exchange Online`);
    const { client } = exchange;
    return {
        read: (place, settings) => answered(async () => {
            const identity = identityOf(place);
            const select = [...new Set(['Guid', ...selectOf((0,built_in/* reportsWriting */.IL)(cmdlet)[0] ?? ''), ...settings])];
            const response = await client.invoke({ cmdlet: readBy, parameters: { Identity: identity }, select });
            const outcome = (0,exchange_outcome/* outcomeOf */.s)(response, now());
            if (outcome.kind !== 'read')
                return failedRequest(response.status, outcome);
            return propertiesIn(outcome.body, identity, { select, settings });
        }),
        write: (place, values) => answered(async () => {
            const command = { cmdlet, parameters: { Identity: identityOf(place), ...values }, select: [] };
            const response = await client.invoke(command, undefined, true);
            const outcome = (0,exchange_outcome/* writeOutcomeOf */.n)(response, now());
            if (outcome.kind === 'read')
                return { kind: 'ok', value: {} };
            return withRoleHint(failedRequest(response.status, outcome), cmdlet, values);
        }),
    };
}
function identityOf({ guid }) {
    if (!(0,src_json/* isGuid */.W_)(guid))
        throw new Error('a mailbox of Exchange Online without its GUID');
    return guid;
}
/** The properties of the one mailbox that was asked for. */
function propertiesIn(body, identity, { select, settings }) {
    const [item, ...furtherItems] = (0,exchange_command/* selectedProperties */.p6)((0,exchange_command/* objectsOf */.iZ)(body), select);
    const isOther = !(0,src_json/* isGuid */.W_)(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
    if (item === undefined || furtherItems.length > 0 || isOther)
        return failed('Exchange Online returned another mailbox');
    const absentSetting = settings.find((setting) => !Object.hasOwn(item, setting));
    return absentSetting === undefined
        ? { kind: 'ok', value: item }
        : failed(`Exchange Online does not show ${absentSetting}`);
}
/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;
function withRoleHint(failure, cmdlet, values) {
    if (!REJECTED_PARAMETER.test(failure.error))
        return failure;
    const command = (0,cmdlets/* rolesCommand */.dV)(cmdlet, Object.keys(values));
    return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}

// EXTERNAL MODULE: ./src/exchange/system-trustees.ts
var system_trustees = __webpack_require__(4760);
;// CONCATENATED MODULE: ./src/remediation/targets/right-entry.ts



const RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf'];
/** Why a right is never taken away. */
const RIGHT_PROBLEMS = {
    'other-right': 'only Full Access, Send As and Send on Behalf can be taken away',
    denied: 'the entry denies the right, so that removing it could grant it',
    inherited: 'the right is inherited, and not on the mailbox itself',
    'system-trustee': "the right belongs to one of Microsoft's own trustees",
    'deleted-trustee': 'the trustee was deleted. Take the right away by hand, with the command of the documentation',
    'unknown-trustee': 'Exchange Online does not show the ID of the trustee',
    'other-inheritance': 'the right has another inheritance now',
};
/** @param grant as the report `mailbox-permissions` reads it */
function rightIn(grant) {
    const { Inherited: isInherited, Deny: isDenied, TrusteeId: id, Trustee: label, Name: name } = grant;
    const right = RIGHTS.find((one) => one === grant.Right);
    if (right === undefined)
        return 'other-right';
    // Taking a denial away would grant.
    if (isDenied !== false)
        return isDenied === true ? 'denied' : 'hidden';
    if (isInherited === true)
        return 'inherited';
    // Exchange does not show whether a right to send is inherited.
    if (isInherited !== false && right !== 'SendAs')
        return 'hidden';
    if (typeof id !== 'string' || typeof label !== 'string')
        return 'unknown-trustee';
    const trustee = typeof name === 'string' ? name : label;
    if (isOfSystem(trustee, id))
        return 'system-trustee';
    if (SID.test(trustee))
        return 'deleted-trustee';
    if (right === 'SendOnBehalf' ? !(0,src_json/* isGuid */.W_)(id) : !SID.test(id))
        return 'unknown-trustee';
    const { Inheritance: inheritance } = grant;
    const entry = { kind: 'right', right, trustee, label, trusteeId: id };
    if (right !== 'FullAccess')
        return { entry, value: { trustee } };
    if (typeof inheritance !== 'string' || inheritance === '')
        return 'hidden';
    return { entry: { ...entry, inheritance }, value: { trustee, inheritance } };
}
const SID = /^S-1-\d/i;
/** Of Windows, not of a domain: `S-1-5-10`, `S-1-0-0`. */
const BUILT_IN_SID = /^S-1-(?!5-21-)/i;
function isOfSystem(name, id) {
    return (0,system_trustees/* isSystemTrustee */.uu)(name, id) || BUILT_IN_SID.test(id) || /^NT AUTHORITY\\/i.test(name);
}
const isName = (0,json_shape/* where */._M)(json_shape/* isText */.KH, (text) => text !== '' && !SID.test(text) && !isOfSystem(text, ''));
/** The entry of a change in a file. */
const isRightEntry = (0,json_shape/* where */._M)((0,json_shape/* objectOf */.Xy)({
    kind: (0,json_shape/* oneOf */.yL)(['right']),
    right: (0,json_shape/* oneOf */.yL)(RIGHTS),
    trustee: isName,
    label: json_shape/* isText */.KH,
    trusteeId: json_shape/* isText */.KH,
    inheritance: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
    group: (0,json_shape/* optional */.lq)((0,json_shape/* objectOf */.Xy)({ id: (0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_), members: (0,json_shape/* optional */.lq)(json_shape/* isNumber */.Et) })),
    keptThrough: (0,json_shape/* optional */.lq)((0,json_shape/* arrayOf */.jk)((0,json_shape/* objectOf */.Xy)({ group: json_shape/* isText */.KH, isUnknown: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us) }))),
    autoMapping: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us),
}), ({ right, trusteeId, trustee, label }) => right === 'SendOnBehalf'
    ? (0,src_json/* isGuid */.W_)(trusteeId)
    : SID.test(trusteeId) && !isOfSystem('', trusteeId) && label === trustee);
const right_entry_isValue = (0,json_shape/* objectOf */.Xy)({ trustee: isName, inheritance: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH) });
/** Whether a value can be that of a right, so that it can be given back. */
function isRightValue({ right, trustee, inheritance }, value) {
    if (!right_entry_isValue(value) || value.trustee !== trustee || value.inheritance !== inheritance)
        return false;
    // Only Full Access has an `InheritanceType`.
    return (right === 'FullAccess') === /^[A-Za-z]+$/.test(inheritance ?? '');
}
/** Identifies a right on a mailbox. */
function rightKey({ right, trusteeId }) {
    return [right, trusteeId.toLowerCase()];
}
const CMDLETS = {
    FullAccess: ['Remove-MailboxPermission', 'Add-MailboxPermission'],
    SendAs: ['Remove-RecipientPermission', 'Add-RecipientPermission'],
    SendOnBehalf: ['Set-Mailbox', 'Set-Mailbox'],
};
/** All cmdlets that take rights away and give them back. */
const RIGHTS_CMDLETS = [...new Set(Object.values(CMDLETS).flat())];
/** The cmdlet that takes a right away or gives it back. */
function rightCmdlet({ right }, adds) {
    const [removing, adding] = CMDLETS[right];
    return adds ? adding : removing;
}

// EXTERNAL MODULE: ./src/exchange/command-runner.ts
var command_runner = __webpack_require__(7123);
// EXTERNAL MODULE: ./src/exchange/recipients.ts
var recipients = __webpack_require__(22041);
// EXTERNAL MODULE: ./src/source/exchange-source.ts + 5 modules
var exchange_source = __webpack_require__(57049);
;// CONCATENATED MODULE: ./src/remediation/targets/trustee-identity.ts





const USER = { cmdlet: 'Get-User', select: ['Sid'] };
/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-securityprincipal: also security groups. */
const PRINCIPAL = { cmdlet: 'Get-SecurityPrincipal', select: ['SID'] };
const RECIPIENT = { cmdlet: 'Get-Recipient', select: [...recipients/* RECIPIENT_SELECT */.t, 'Guid', 'RecipientTypeDetails', 'Name'] };
/** Before a right is written, they must find the trustee. */
const TRUSTEE_CMDLETS = [USER, PRINCIPAL, RECIPIENT].map(({ cmdlet }) => cmdlet);
/** The command that reads who has the name of a trustee now: an account or a group with its SID, or a recipient with its object ID. */
function trusteeCommand({ right, trustee, group }) {
    const ofSid = group === undefined ? USER : PRINCIPAL;
    return { ...(right === 'SendOnBehalf' ? RECIPIENT : ofSid), parameters: { Identity: trustee } };
}
/** Who is in the answer to such a command; undefined for none or several, and if the answer is not whole. */
function trusteeIn(outcome) {
    if (outcome?.kind !== 'read' || !(0,exchange_command/* isWhole */.wP)(outcome.body))
        return undefined;
    const select = ['Sid', ...RECIPIENT.select];
    const [object, ...others] = (0,exchange_command/* selectedProperties */.p6)((0,exchange_command/* objectsOf */.iZ)(outcome.body), select);
    if (object === undefined || others.length > 0)
        return undefined;
    return {
        sid: (0,src_json/* textIn */.r7)(object, 'Sid'),
        id: (0,src_json/* textIn */.r7)(object, 'ExternalDirectoryObjectId'),
        guid: (0,src_json/* textIn */.r7)(object, 'Guid'),
        name: (0,src_json/* textIn */.r7)(object, 'Name'),
        isGroup: exchange_source/* GROUP_TYPES */.Kf.includes((0,src_json/* textIn */.r7)(object, 'RecipientTypeDetails')),
    };
}
/** Whether a name still is that of the ID that was read: of another one, the right is neither taken nor given. */
function isTrustee({ right, trusteeId }, identity) {
    const now = right === 'SendOnBehalf' ? identity?.id : identity?.sid;
    return now !== undefined && now !== '' && now.toLowerCase() === trusteeId.toLowerCase();
}
/**
 * The rights whose trustees are known: each name still is that of its ID. Adds to groups their ID and the number of their members.
 * Rejects as `CommandRunner.batch` does.
 */
async function boundRights(rights, runner, groups) {
    const namesOf = (some) => some.map(({ trustee }) => trustee);
    const withSid = rights.filter(({ right }) => right !== 'SendOnBehalf');
    const users = await outcomesOf(namesOf(withSid), USER, runner);
    // A name that no user has can be that of a group.
    const isNoUser = ({ trustee }) => isNotFound(users.get(trustee));
    const principals = await outcomesOf(namesOf(withSid.filter(isNoUser)), PRINCIPAL, runner);
    const ofRecipients = rights.filter((one) => one.right === 'SendOnBehalf' || isNoUser(one));
    const recipients = await outcomesOf(namesOf(ofRecipients), RECIPIENT, runner);
    const bound = rights.flatMap((right) => {
        const recipient = trusteeIn(recipients.get(right.trustee));
        const ofSid = trusteeIn((isNoUser(right) ? principals : users).get(right.trustee));
        if (!isTrustee(right, right.right === 'SendOnBehalf' ? recipient : ofSid))
            return [];
        const group = recipient?.isGroup === true && (0,src_json/* isGuid */.W_)(recipient.id) ? { id: recipient.id } : undefined;
        // Before the write, only users and groups with an address are found again.
        const isUnfound = group === undefined && right.right !== 'SendOnBehalf' && isNoUser(right);
        return isUnfound ? [] : [[right, { ...right, group }]];
    });
    const ids = new Set(bound.flatMap(([, { group }]) => group?.id ?? []));
    const counts = ids.size === 0 ? new Map() : await memberCounts([...ids], groups);
    return new Map(bound.map(([right, own]) => {
        const members = own.group && counts.get(own.group.id);
        return [
            right,
            members === undefined || own.group === undefined ? own : { ...own, group: { ...own.group, members } },
        ];
    }));
}
function isNotFound(outcome) {
    return outcome?.kind === 'final' && outcome.status === 'not-found';
}
/** The answers to a command about each of some names, by name. Rejects as `CommandRunner.batch` does. */
async function outcomesOf(identities, command, runner) {
    const names = [...new Set(identities)];
    const found = new Map();
    for (let at = 0; at < names.length; at += command_runner/* BATCH_SIZE */.BU) {
        const part = names.slice(at, at + command_runner/* BATCH_SIZE */.BU);
        const outcomes = await runner.batch(part.map((name) => ({ ...command, parameters: { Identity: name } })));
        for (const [index, name] of part.entries()) {
            const outcome = outcomes[index];
            if (outcome !== undefined)
                found.set(name, outcome);
        }
    }
    return found;
}
/** The recipients that have some names now; undefined for one that is not known. Rejects as `CommandRunner.batch` does. */
async function recipientsNamed(names, runner) {
    const outcomes = await outcomesOf(names, RECIPIENT, runner);
    return names.map((name) => trusteeIn(outcomes.get(name)));
}
/** The number of members of groups by ID, as far as the application may read them. */
async function memberCounts(ids, groups) {
    if ((await groups.list()) !== undefined)
        return new Map();
    const known = ids.flatMap((id) => {
        const group = groups.get(id);
        return group === undefined ? [] : [[id, group]];
    });
    const members = await groups.members(known.map(([, group]) => group));
    return new Map(known.flatMap(([id], index) => {
        const own = members[index];
        return Array.isArray(own) ? [[id, own.length]] : [];
    }));
}

;// CONCATENATED MODULE: ./src/remediation/targets/remaining-access.ts

/**
 * The rights that people keep through a group although their own is taken away, with these groups, as far as it is known. Rejects as
 * `CommandRunner.batch` does.
 */
async function rightsKept(removed, runner, groups) {
    const failure = await groups.list();
    const pairs = removed.flatMap(({ entry, staying }) => staying.flatMap((other) => (other.right === entry.right && mayBeGroup(other, groups) ? [{ entry, other }] : [])));
    if (pairs.length === 0)
        return new Map();
    const bound = await boundRights([...new Set(pairs.map(({ other }) => other))], runner, groups);
    const ids = [...new Set([...bound.values()].flatMap(({ group }) => group?.id ?? []))];
    const found = failure === undefined ? ids.flatMap((id) => groups.get(id) ?? []) : [];
    const lists = await groups.members(found);
    const members = new Map(found.map(({ id }, at) => [id.toLowerCase(), lists[at]]));
    const kept = new Map();
    for (const { entry, other } of pairs) {
        const group = bound.get(other)?.group;
        if (group === undefined)
            continue;
        const list = members.get(group.id.toLowerCase());
        const known = list === undefined || typeof list === 'string' || 'status' in list ? undefined : list;
        if (known?.some((member) => isMember(member, entry)) === false)
            continue;
        kept.set(entry, [
            ...(kept.get(entry) ?? []),
            known === undefined ? { group: other.label, isUnknown: true } : { group: other.label },
        ]);
    }
    return new Map([...kept].map(([entry, keptThrough]) => [entry, { ...entry, keptThrough }]));
}
/** Exchange names users by their user principal names, and groups by their names. */
function mayBeGroup({ trustee, label }, groups) {
    return [trustee, label].some((name) => !name.includes('@') || groups.byAddress(name) !== undefined);
}
function isMember({ label }, { trustee, label: shown }) {
    return [trustee, shown].some((name) => name.toLowerCase() === label.toLowerCase());
}

// EXTERNAL MODULE: ./src/reports/built-in/mailbox-permissions.ts
var mailbox_permissions = __webpack_require__(38125);
;// CONCATENATED MODULE: ./src/remediation/targets/rights-service.ts








const READ = {
    FullAccess: {
        cmdlet: 'Get-MailboxPermission',
        select: ['User', 'UserSid', 'AccessRights', 'IsInherited', 'Deny', 'InheritanceType'],
        switches: { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true },
    },
    SendAs: {
        cmdlet: 'Get-RecipientPermission',
        select: ['Trustee', 'TrusteeSidString', 'AccessRights', 'AccessControlType'],
    },
    SendOnBehalf: { cmdlet: 'Get-Mailbox', select: ['Guid', 'GrantSendOnBehalfTo'] },
};
/** The member of a resource that says whether the name of the trustee still is that of its ID. */
const TRUSTEE = 'trusteeProblem';
/** Takes rights on mailboxes away and gives them back by the cmdlets of Exchange Online. */
function rightsService({ exchange, now }) {
    if (exchange === undefined)
        throw new Error('a right without Exchange Online');
    const { client, runner } = exchange;
    const ask = async (command) => {
        const response = await client.invoke(command);
        return { ...(0,exchange_outcome/* outcomeOf */.s)(response, now()), httpStatus: response.status };
    };
    /** How lists of delegates name trustees, by right, as last read. */
    const listedNames = new Map();
    /** Why nothing may be written: the name belongs to another trustee now. Null if it does not. */
    const trusteeProblem = async (entry, key) => {
        const trustee = await ask(trusteeCommand(entry));
        const isGone = trustee.kind === 'final' && trustee.status === 'not-found';
        if (trustee.kind !== 'read' && !isGone)
            return failedRequest(trustee.httpStatus, trustee);
        const identity = trusteeIn(trustee);
        if (!isTrustee(entry, identity))
            return `The name ${entry.trustee} is no longer that of this trustee`;
        if (identity !== undefined && identity.name !== '')
            listedNames.set(key, identity.name);
        return null;
    };
    /** Whether a list of delegates has a trustee whose name is not known; undefined if that is not known. */
    const isListed = async ({ trusteeId }, names) => {
        const ids = (await recipientsNamed(names, runner)).map((recipient) => recipient?.id ?? '');
        if (ids.some((id) => id.toLowerCase() === trusteeId.toLowerCase()))
            return true;
        return ids.includes('') ? undefined : false;
    };
    /** Rights that were written without an error: nothing more is written after they are read back. */
    const writtenKeys = new Set();
    return {
        read: ({ entry, guid: mailbox = '' }) => answered(async () => {
            const { switches, ...command } = READ[entry.right];
            const read = { ...command, parameters: { ...switches, Identity: mailbox } };
            const key = keyOf(entry, mailbox);
            const isWritten = writtenKeys.has(key);
            const [found, problem] = await Promise.all([
                ask(read),
                isWritten ? 'The trustee is not read again after a write' : trusteeProblem(entry, key),
            ]);
            if (found.kind !== 'read')
                return failedRequest(found.httpStatus, found);
            if (typeof problem === 'object' && problem !== null)
                return problem;
            if (!(0,exchange_command/* isWhole */.wP)(found.body))
                return failed('The list has no end');
            const objects = (0,exchange_command/* selectedObjects */.iu)(found.body, command);
            if (entry.right !== 'SendOnBehalf')
                return rightResource(entry, objects, problem);
            const names = delegatesIn(objects, mailbox);
            if (!Array.isArray(names))
                return names;
            const listed = listedNames.get(key) ?? entry.trustee;
            const isKnown = problem === null || isWritten;
            const holds = isKnown ? names.some((name) => isSameText(name, listed)) : await isListed(entry, names);
            return delegateResource(entry, holds, problem);
        }),
        write: ({ entry, guid: mailbox = '' }, values) => answered(async () => {
            const command = { ...commandFor(entry, mailbox, values[policy_definition/* WHOLE_ROW */.p9] ?? null), select: [] };
            const response = await client.invoke(command, undefined, true);
            const outcome = (0,exchange_outcome/* writeOutcomeOf */.n)(response, now());
            if (outcome.kind !== 'read')
                return failedRequest(response.status, outcome);
            // A right that is absent, or there already, is a warning with success: only reading it back says what it is.
            writtenKeys.add(keyOf(entry, mailbox));
            return { kind: 'ok', value: {} };
        }),
    };
}
function keyOf(entry, mailbox) {
    return JSON.stringify([mailbox.toLowerCase(), ...rightKey(entry)]);
}
/** The names in the list of delegates of a mailbox, or why they are not known. */
function delegatesIn(objects, mailbox) {
    const [object, ...others] = objects;
    const isOther = object === undefined || others.length > 0 || (0,src_json/* textIn */.r7)(object, 'Guid').toLowerCase() !== mailbox.toLowerCase();
    if (isOther || !(0,src_json/* isGuid */.W_)(mailbox))
        return failed('Exchange Online returned another mailbox');
    const names = object.GrantSendOnBehalfTo;
    if (!Array.isArray(names))
        return failed('Exchange Online does not show GrantSendOnBehalfTo');
    const texts = names.flatMap((name) => (typeof name === 'string' && name !== '' ? name : []));
    // An entry without a name may be the trustee.
    return texts.length === names.length ? texts : failed('Exchange Online shows an entry without its name');
}
/**
 * Send on Behalf of one trustee, in the form in which its report reads it: by the name of the plan, whatever the list calls it now.
 * @param holds undefined if it is not known whether the trustee is in the list
 */
function delegateResource(entry, holds, problem) {
    const { trustee, label, trusteeId } = entry;
    const own = {
        value: [],
        sendAs: [],
        mailbox: [{ GrantSendOnBehalfTo: holds === true ? [trustee] : [] }],
        recipientAddresses: { [trustee]: label },
        recipientIds: { [trustee]: trusteeId },
    };
    const value = holds === undefined ? { entries: 0 } : valueIn((0,mailbox_permissions/* grantsIn */.x)(own), entry);
    return { kind: 'ok', value: { ...own, [policy_definition/* WHOLE_ROW */.p9]: value, [TRUSTEE]: problem } };
}
/** Full Access or Send As of one trustee, in the form in which its report reads it. */
function rightResource(entry, objects, problem) {
    // Each mailbox has at least the entry of itself.
    if (objects.length === 0)
        return failed('Exchange Online shows no right on the mailbox, not even its own');
    const id = entry.right === 'FullAccess' ? 'UserSid' : 'TrusteeSidString';
    const withRight = objects.filter((object) => hasRight(object, entry.right));
    if (withRight.some((object) => (0,src_json/* textIn */.r7)(object, id) === ''))
        return failed('Exchange Online shows an entry without its ID');
    const ofTrustee = withRight
        .filter((object) => isSameText(object[id], entry.trusteeId))
        .map((object) => ({ ...object, AccessRights: [entry.right] }));
    const isFull = entry.right === 'FullAccess';
    const own = { value: isFull ? ofTrustee : [], sendAs: isFull ? [] : ofTrustee, mailbox: [] };
    const value = valueIn((0,mailbox_permissions/* grantsIn */.x)(own), entry);
    // Rules judge only the row that is taken away, not entries that are denied or inherited.
    const direct = { value: own.value.filter(isDirect), sendAs: own.sendAs.filter(isDirect), mailbox: [] };
    return { kind: 'ok', value: { ...direct, [policy_definition/* WHOLE_ROW */.p9]: value, [TRUSTEE]: problem } };
}
/** Whether an object is not known to deny, and not inherited. */
function isDirect(object) {
    const [isDenied, isInherited, type] = ['Deny', 'IsInherited', 'AccessControlType'].map((name) => (0,src_json/* property */.MZ)(object, name));
    return isDenied !== true && isInherited !== true && type !== 'Deny';
}
function hasRight({ AccessRights: rights }, right) {
    // A list that is left out may have it.
    if (!Array.isArray(rights))
        throw new TypeError('Exchange Online shows an entry without its rights');
    const names = rights.flatMap((text) => (typeof text === 'string' ? text.split(',') : []));
    return names.some((name) => isSameText(name.trim(), right));
}
/**
 * The only entry that can be taken away. Several, and one whose kind is unknown, have no value that any plan has. The grants are those of
 * the ID of the trustee, who may have another name since the plan.
 */
function valueIn(grants, { trustee }) {
    const entries = grants.map(rightIn);
    const own = entries.filter(isWritable);
    const [first, ...others] = own;
    const isUncertain = entries.some((one) => one !== 'denied' && one !== 'inherited' && !isWritable(one));
    if (others.length > 0 || isUncertain)
        return { entries: entries.length };
    return first?.value === undefined ? null : { ...first.value, trustee };
}
function isWritable(one) {
    return typeof one === 'object';
}
function isSameText(one, other) {
    return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
/** @param after null: the right is taken away */
function commandFor(entry, mailbox, after) {
    const { right, trustee, inheritance = null, autoMapping = true } = entry;
    const adds = (0,src_json/* isObject */.Gv)(after);
    const cmdlet = rightCmdlet(entry, adds);
    const common = { Identity: mailbox, Confirm: false };
    switch (right) {
        case 'FullAccess': {
            const own = { ...common, User: trustee, AccessRights: ['FullAccess'], InheritanceType: inheritance };
            return { cmdlet, parameters: adds ? { ...own, AutoMapping: autoMapping } : own };
        }
        case 'SendAs':
            return { cmdlet, parameters: { ...common, Trustee: trustee, AccessRights: ['SendAs'] } };
        case 'SendOnBehalf': {
            const changes = { '@odata.type': '#Exchange.GenericHashTable', [adds ? 'add' : 'remove']: [trustee] };
            return { cmdlet, parameters: { ...common, GrantSendOnBehalfTo: changes } };
        }
    }
}

;// CONCATENATED MODULE: ./src/remediation/targets/right.ts








/** The cmdlet that plans name, since all of these cmdlets find a mailbox by the same GUID. */
const CMDLET = 'Set-Mailbox';
const HELD = {
    FullAccess: 'Full Access to',
    SendAs: 'Send As for',
    SendOnBehalf: 'Send on Behalf for',
};
/** Rights on mailboxes: Full Access, Send As, Send on Behalf. */
const right = {
    name: 'right',
    service: 'exchange',
    needs: { cmdlets: RIGHTS_CMDLETS, lookups: TRUSTEE_CMDLETS },
    restoredAs: 'rights',
    problems: RIGHT_PROBLEMS,
    ofRow: rightIn,
    keyOf: rightKey,
    toFile: (entry) => ({ cmdlet: CMDLET, entry }),
    fromFile: (members) => {
        const { cmdlet, entry } = members;
        return hasOnly(members, 'cmdlet', 'entry') && cmdlet === CMDLET && isRightEntry(entry) ? entry : undefined;
    },
    takes: (change) => isWholeChange(change, (value) => isRightValue(change.entry, value)),
    canSet: () => true,
    open: rightsService,
    cmdletOf: ({ entry, after }) => rightCmdlet(entry, after !== null),
    misfitOf: ({ [TRUSTEE]: problem }) => (typeof problem === 'string' ? problem : undefined),
    notes: mappingNotes,
    entries: {
        label: (entry) => entry.right,
        sentence: ({ entry, address, after }) => {
            const who = `${entry.label}${groupText(entry)}`;
            return {
                who,
                text: `${trusteeText(entry)}${groupText(entry)} ${after === null ? 'loses' : 'gets back'} ${HELD[entry.right]} ${address}${after === null ? keptText(entry) : ''}`,
            };
        },
        givenBack: (entry, _, options) => entry.right === 'FullAccess' && options !== undefined ? { ...entry, autoMapping: options.autoMapping } : entry,
        asRecorded: (entry) => ({ ...entry, group: undefined, keptThrough: undefined, autoMapping: undefined }),
        namesOf: ({ entry }) => [JSON.stringify(rightKey(entry))],
        setBack: ({ writable: then }, { writable: now }) => {
            if (typeof now === 'string')
                return now;
            if (typeof then === 'string')
                return then;
            const isKind = (0,src_json/* textIn */.r7)(then.value, 'inheritance') === (0,src_json/* textIn */.r7)(now.value, 'inheritance');
            return isKind ? undefined : 'other-inheritance';
        },
        holders: {
            bound: async (changes, { exchange, graph }) => {
                const rights = changes.map(({ entry }) => entry);
                return exchange === undefined ? new Map() : boundRights(rights, exchange.runner, graph.groups());
            },
            keeping: async (removed, { exchange, graph }) => exchange === undefined ? new Map() : rightsKept(removed, exchange.runner, graph.groups()),
            idOf: ({ trusteeId }) => trusteeId,
            isReadForUndo: ({ entry }) => entry.group !== undefined,
        },
    },
};
/** The name that the cmdlet gets, with the address behind the name of a delegate. */
function trusteeText({ trustee, label }) {
    return label.toLowerCase() === trustee.toLowerCase() ? trustee : `${label} (${trustee})`;
}
/** The groups through which the trustee keeps a right, in words. */
function keptText({ keptThrough = [] }) {
    const names = (isUnknown) => (0,numbers/* listed */.KE)(keptThrough.filter((one) => (one.isUnknown === true) === isUnknown).map(({ group }) => group), 'and');
    const [known, unknown] = [names(false), names(true)];
    return [
        known === '' ? '' : `, but keeps it through ${known}`,
        unknown === '' ? '' : `, and perhaps keeps it through ${unknown}, whose members are not known`,
    ].join('');
}
function groupText({ group }) {
    if (group === undefined)
        return '';
    const { members } = group;
    return members === undefined ? ' (a group)' : ` (a group of ${members})`;
}
/** Outlook shows a mailbox whose Full Access maps. https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission */
function mappingNotes(changes) {
    const fullAccess = changes.filter(({ entry }) => entry.right === 'FullAccess');
    const taken = fullAccess.filter(({ after }) => after === null);
    const mapped = fullAccess.filter(({ after, entry }) => after !== null && entry.autoMapping !== false);
    return [
        ...(taken.length === 0
            ? []
            : [
                `The plan takes Full Access away ${(0,numbers/* counted */.hS)(taken.length, 'time', 'times')}. Whether Outlook maps these mailboxes cannot be read: an undo maps them, ` +
                    `unless its plan is made with ${(0,audience/* inputName */.yu)('auto-mapping')} false.`,
            ]),
        ...(mapped.length === 0
            ? []
            : [
                `Full Access that is given back ${(0,numbers/* counted */.hS)(mapped.length, 'time', 'times')} adds mailboxes to Outlook. To avoid that, make the plan with ` +
                    `${(0,audience/* inputName */.yu)('auto-mapping')} false.`,
            ]),
    ];
}

;// CONCATENATED MODULE: ./src/remediation/targets/targets.ts





const TABLE = [mailboxSettings, inboxRule, calendarPermission, right, ...mailboxCmdlets];
/** Everything that remediation can write. */
const TARGETS = TABLE;
const BY_NAME = new Map(TARGETS.map((target) => [target.name, target]));
/** The target that `corrects.target` of a report, or a change, names. */
function targetNamed(name) {
    const target = BY_NAME.get(name);
    if (target === undefined)
        throw new Error(`no target ${name}`);
    return target;
}
/** Why rows are left as they are, by the codes of all targets. */
const TARGET_PROBLEMS = Object.fromEntries(TARGETS.flatMap(({ problems = {} }) => Object.entries(problems)));

;// CONCATENATED MODULE: ./src/remediation/change.ts




/** Characters of each value of an unplanned change. */
const LONGEST_EFFECT = 80;
/** The target of a change. */
function targetOf({ target }) {
    return targetNamed(target);
}
/** The names of the reports whose rows show what a target is changed to. The first one shows all of it. */
function reportsOf({ target }) {
    return (0,built_in/* reportsWriting */.IL)(target);
}
/** The report whose rows show all that a target is changed to. */
function reportOf(target) {
    return reportsOf(target)[0] ?? '';
}
/** The result of a change of which no write was sent. */
function unwritten(change, status, error = '') {
    return { change, status, error, isWritten: false };
}
/** The columns of `plan.csv`, and the first of `applied.csv`. */
const CHANGE_COLUMNS = [
    'MailboxName',
    'Rule',
    'Title',
    'Item',
    'Setting',
    'Before',
    'After',
    'Found',
    'Expected',
];
/** A change as the cells of a record. */
function changeCells(change) {
    const { address, rules, title = '', item, setting, before, after, found = '', expected = '' } = change;
    const id = targetOf(change).entries?.holders?.idOf(change.entry);
    const evidence = [found, id === undefined ? '' : `ID: ${id}`].filter((text) => text !== '').join('; ');
    return [address, rules.join('; '), title, item, setting, before, after, evidence, expected];
}
/** Whether two changes of a target may be safe only together: settings of a rule, and what the target says of them. */
function areTogether(one, other) {
    return one.rules.some((rule) => other.rules.includes(rule)) || areInseparable(one, other);
}
/** What the target says of them. */
function areInseparable(one, other) {
    const { together = [] } = targetOf(one);
    return one.target === other.target && [one, other].every(({ setting }) => together.includes(setting));
}
/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
function targetKey(target) {
    const { address, guid, target: name, entry } = target;
    return JSON.stringify([(guid ?? address).toLowerCase(), name, ...targetOf(target).keyOf(entry)]);
}
/**
 * Whether a value of a setting is one that Graph returns and does not accept: none, or a blank that is no text for people. In Exchange
 * Online, null clears a property, and an entry that is null is absent.
 */
function isUnset(change, value) {
    const { setting } = change;
    if (targetOf(change).service !== 'graph' || setting === policy_definition/* WHOLE_ROW */.p9)
        return false;
    return value === null || (value === '' && !setting.endsWith('Message'));
}
/** The unplanned changes of a write, in words; '' without any. Hostile text until escaped. */
function sideEffects({ change, others = [] }) {
    return others.map((other) => changeText({ ...change, ...other }, LONGEST_EFFECT)).join('; ');
}
/** What a change is about, for people. */
function settingLabel(change) {
    const { setting, entry } = change;
    return setting === policy_definition/* WHOLE_ROW */.p9 ? (targetOf(change).entries?.label(entry) ?? setting) : setting;
}
/** The values before and after. Of a whole entry, only whether it is there: its sentence has the details. */
function valueTexts({ setting, before, after, }) {
    return [before, after].map((value) => {
        if (setting === policy_definition/* WHOLE_ROW */.p9)
            return value === null ? 'absent' : 'present';
        return (0,display/* cellText */.Ie)(value) || 'blank';
    });
}
/** A setting with the name of its inbox rule. */
function settingName(change) {
    const { item } = change;
    if (item !== '' && change.setting === policy_definition/* WHOLE_ROW */.p9)
        return item;
    const label = settingLabel(change);
    return item === '' ? label : `${item}: ${label}`;
}
/** The cmdlet that writes a change; undefined for a change through Graph. */
function cmdletOf(change) {
    return targetOf(change).cmdletOf?.(change);
}
/** Who loses or gets what by a change of an entry; undefined for a setting. Hostile text until escaped. */
function sentenceOf(change) {
    return targetOf(change).entries?.sentence(change);
}
/** A change on one line. Hostile text until escaped. `longest`: of each value. */
function changeText(change, longest = Infinity) {
    const sentence = sentenceOf(change);
    if (sentence !== undefined)
        return sentence.text;
    const [before, after] = [change.before, change.after].map((value) => (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(value), longest) || 'blank');
    return `${change.address} ${settingName(change)}: ${before} -> ${after}`;
}

;// CONCATENATED MODULE: ./src/remediation/change-file.ts





// The form of changes in plan.json and undo.json.
/** A change as `storedChange` writes it. */
const isStoredChange = (0,json_shape/* objectOf */.Xy)({
    mailbox: (0,json_shape/* where */._M)(json_shape/* isText */.KH, address/* isMailboxId */.GB),
    mailboxId: (0,json_shape/* optional */.lq)((0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_)),
    rules: (0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH),
    item: json_shape/* isText */.KH,
    inboxRule: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
    exchange: (0,json_shape/* optional */.lq)((0,json_shape/* objectOf */.Xy)({ cmdlet: json_shape/* isText */.KH, identity: (0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_) })),
    setting: json_shape/* isText */.KH,
    entry: (0,json_shape/* optional */.lq)(json_shape/* isPresent */.Wo),
    before: json_shape/* isPresent */.Wo,
    after: json_shape/* isPresent */.Wo,
    ruleDigest: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
});
/** The change of an object of a `plan.json` or an `undo.json`. Undefined unless it is one that a plan can have. */
function changeIn(stored) {
    if (!isStoredChange(stored))
        return undefined;
    const { mailbox: address, mailboxId, exchange, rules, item, setting, before, after } = stored;
    const { inboxRule, entry: storedEntry, ruleDigest } = stored;
    const members = { inboxRule, cmdlet: exchange?.cmdlet, entry: storedEntry, ruleDigest };
    for (const target of TARGETS) {
        const entry = target.fromFile(members);
        if (entry === undefined)
            continue;
        const change = { address, mailboxId, guid: exchange?.identity, entry, rules, item, setting, before, after };
        return target.takes(change) ? { ...change, target: target.name } : undefined;
    }
    return undefined;
}
/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
function storedChange(change) {
    const { address: mailbox, mailboxId, guid: identity, rules, item, setting, before, after } = change;
    const { inboxRule, cmdlet, entry, ruleDigest } = targetOf(change).toFile(change.entry);
    const exchange = cmdlet === undefined ? undefined : { cmdlet, identity };
    return { mailbox, mailboxId, rules, item, inboxRule, exchange, entry, setting, before, after, ruleDigest };
}
/** Permissions of the files of a remediation, which name mailboxes and can change them. */
const FILE_MODE = 0o600;
/** The text of a `plan.json` or an `undo.json`, with a line for each change. */
function changesFile(header, changes) {
    const lines = changes.map((change) => JSON.stringify(change));
    return `${JSON.stringify(header).slice(0, -1)},"changes":[\n${lines.join(',\n')}\n]}\n`;
}
/** Changes in the order of plan.csv. */
function inPlanOrder(changes) {
    return changes
        .map((change) => ({ change, key: sortKey(change) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ change }) => change);
}
function sortKey(change) {
    const { address, item, setting } = change;
    const target = targetOf(change);
    const { inboxRule = '', cmdlet = '', entry } = target.toFile(change.entry);
    const key = entry === undefined ? '' : JSON.stringify(target.keyOf(change.entry));
    return JSON.stringify([address.toLowerCase(), item, setting, inboxRule, cmdlet, key]);
}

;// CONCATENATED MODULE: ./src/remediation/applied-csv.ts






const COLUMNS = [...CHANGE_COLUMNS, 'Status', 'Error'];
/** `applied.csv`: the result of each change, on the disk as soon as it is known. Methods reject with the UserError `OUTPUT_UNWRITABLE`. */
class AppliedCsv {
    path;
    #format;
    #file;
    /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. */
    constructor(folder, format) {
        this.path = external_node_path_default().join(folder, 'applied.csv');
        this.#format = format;
        this.#file = new csv_file/* CsvFile */.fL(this.path, COLUMNS, format, FILE_MODE);
    }
    /** Adds rows, and writes all so far to the disk. */
    async add(results) {
        await this.#file.write(results.map(cellsOf));
        await this.#file.flush();
    }
    close() {
        return this.#file.close();
    }
    /** Replaces the file, which must be closed, by one with these results. */
    async replace(results) {
        const file = new csv_file/* CsvFile */.fL(`${this.path}.new`, COLUMNS, this.#format, FILE_MODE);
        await file.write(results.map(cellsOf));
        await file.close();
        try {
            (0,rename/* renameFile */.H)(file.path, this.path);
        }
        catch (error) {
            throw (0,temp_folder/* outputError */.cw)(this.path, error);
        }
    }
}
function cellsOf(result) {
    return [...changeCells(result.change), result.status, errorText(result)];
}
/** Why a change was not applied, and the side effects of its write. */
function errorText(result) {
    const effects = sideEffects(result);
    return [result.error, effects === '' ? '' : `Also changed: ${effects}`].filter((text) => text !== '').join('. ');
}

// EXTERNAL MODULE: ./src/http/retrying.ts
var retrying = __webpack_require__(91952);
;// CONCATENATED MODULE: ./src/remediation/needed-changes.ts



/**
 * Keeps the changes that are to be written to a target as just read, and adds the results of the others.
 *
 * @param isWritten whether an earlier write of them may have had an effect
 */
function neededChanges(needed, resource, guard, now, results, isWritten) {
    const changes = needed.map(({ change }) => change);
    const skip = (change, status, error) => {
        results.set(change, { ...unwritten(change, status, error), isWritten });
    };
    const misfits = [];
    const misfit = (change, status, error) => {
        skip(change, status, error);
        misfits.push(change);
    };
    const fits = guard(changes, resource);
    const isScheduleOff = isOff(resource, changes, now);
    for (const [index, one] of needed.entries()) {
        const { change } = one;
        const fit = fits[index];
        const current = settingIn(resource, change.setting);
        // The guard compares with the value of the plan, which an earlier step may have moved.
        const isMoved = one.expected !== change.before;
        if (isDone(one, resource) || isScheduleOff(change))
            skip(change, 'unchanged', '');
        else if (isMoved && !isSame(change.setting, current, one.expected)) {
            misfit(change, 'stale', `Changed since the plan: the value is ${shownValue(current)}`);
        }
        else if (fit !== undefined && 'error' in fit && !isMoved)
            misfit(change, fit.status, fit.error);
        else if (isUnset(change, change.after)) {
            skip(change, 'failed', 'Not written: there was no value before, which cannot be restored');
        }
    }
    // Such as a forwarding address and whether the mailbox keeps a copy.
    for (let isMore = true; isMore;) {
        isMore = false;
        for (const change of changes) {
            const mate = misfits.find((each) => areTogether(each, change));
            if (mate === undefined || results.has(change))
                continue;
            const isStale = results.get(mate)?.status === 'stale';
            const reason = isStale ? 'changed since the plan' : 'could not be checked';
            misfit(change, isStale ? 'stale' : 'failed', `Not written: ${mate.setting}, which belongs to it, ${reason}`);
            isMore = true;
        }
    }
    const remaining = needed.filter(({ change }) => !results.has(change));
    const [first] = remaining;
    const remainingChanges = remaining.map(({ change }) => change);
    const problem = first && targetOf(first.change).problemOf?.(resource, remainingChanges, now);
    if (problem === undefined)
        return remaining;
    return remaining.filter(({ change }) => {
        const { setting } = change;
        const isConcerned = problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
        if (isConcerned)
            skip(change, 'failed', `Not written: the mailbox ${problem.text}`);
        return !isConcerned;
    });
}
/** Whether a target shows what a change is to set, or what its service makes of it. */
function isDone({ change: { setting, after }, expected }, resource) {
    const current = settingIn(resource, setting);
    return isSame(setting, current, after) || (!isSame(setting, current, expected) && shows(setting, current, after));
}

;// CONCATENATED MODULE: ./src/remediation/write.ts






/** Moments after a write at which it is looked for, in ms: reads can lag behind. */
const LOOKS = [0, 2_000, 5_000, 15_000];
/** The longest Retry-After that is waited for after a write. */
const LONGEST_WAIT = 60_000;
const BACKOFF = { first: 1_000, longest: 30_000, attempts: 7 };
const write_READ = { ...BACKOFF, maxWait: retrying/* MAX_WAIT */.nC };
const THROTTLED_WRITE = { ...BACKOFF, maxWait: LONGEST_WAIT };
/** Of a write that has no answer or fails with a fault of the service. The looks for it take their time. */
const UNKNOWN_WRITE = { first: 0, longest: 0, attempts: 3, maxWait: LONGEST_WAIT };
/**
 * Writes to targets of one service. All share the waits that it asks for, which end before a target is read: nothing is written
 * that was compared before a wait.
 */
class TargetWriter {
    #options;
    #opensAt = 0;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Makes changes to one target: reads and judges it, sends one request, and reads it back. A write that may have failed is
     * sent again only if the target, read again, still has the values of the plan and fits. If the service refuses several changes, each
     * of them is made alone, or with those that its rules need. Never rejects.
     *
     * @param admit whether the mailbox may be changed; called if it needs a change
     */
    async change(changes, admit) {
        const results = new Map();
        const [target] = changes;
        if (target === undefined)
            return [];
        const { guard, now, signal, isEachAlone } = this.#options;
        const answer = await this.#readBefore(target, changes);
        if (signal.aborted)
            return changes.map((change) => unwritten(change, 'cancelled'));
        if (answer.kind === 'failed') {
            const status = answer.isMissing ? 'stale' : 'failed';
            const error = `The mailbox could not be read: ${answer.error}`;
            return changes.map((change) => ({ ...unwritten(change, status, error), isUnread: status === 'failed' }));
        }
        let resource = answer.value;
        const all = changes.map((change) => ({ change, expected: change.before }));
        const fit = neededChanges(all, resource, guard, now(), results, false).map(({ change }) => change);
        const admitted = fit.length > 0 && admit() ? fit : [];
        if (admitted.length === 0)
            for (const change of fit)
                results.set(change, unwritten(change, 'pending'));
        for (const [number, step] of inSteps(admitted).entries()) {
            // An earlier step may have moved these values.
            const needed = step.map((change) => ({
                change,
                expected: number === 0 ? change.before : settingIn(resource, change.setting),
            }));
            const after = await this.#write(needed, admitted, { target, resource, results });
            if (after === undefined)
                break;
            resource = after;
        }
        const refused = admitted.filter((change) => results.get(change)?.isRefused === true);
        const unapplied = admitted.filter((change) => refused.includes(change) || !results.has(change));
        const units = unitsOf(unapplied, isEachAlone ? areInseparable : areTogether);
        if (refused.length > 0 && units.length > 1) {
            for (const unit of units)
                for (const result of await this.change(unit, admit))
                    results.set(result.change, result);
        }
        // Nothing is written after a step that failed.
        const [stopped] = admitted
            .flatMap((change) => results.get(change) ?? [])
            .filter(({ status }) => status !== 'applied');
        const isUntried = stopped?.status === 'pending' || stopped?.status === 'cancelled';
        return changes.map((change) => results.get(change) ??
            (isUntried
                ? unwritten(change, stopped.status)
                : unwritten(change, 'failed', `Not written: ${stopped?.change.setting ?? 'a setting before it'} was not applied`)));
    }
    /**
     * Writes a step. Returns the target as read afterwards if all of it is there.
     *
     * @param planChanges with the changes of other steps
     */
    async #write(all, planChanges, { target, resource: before, results, }) {
        const { service, guard, now, mayWrite } = this.#options;
        const ownChanges = all.map(({ change }) => change);
        const settings = ownChanges.map(({ setting }) => setting);
        let [remaining, resource, isWritten] = [all, before, false];
        const settle = (status, error, additions = {}) => {
            const ofBefore = status === 'not-verified' ? { resourceBefore: before } : {};
            for (const { change } of remaining)
                results.set(change, { change, status, error, isWritten, ...ofBefore, ...additions });
        };
        if (this.#isCancelled())
            return settle('cancelled', '');
        if (!mayWrite())
            return settle('pending', '');
        const retries = new retrying/* Retries */.fh(this.#options);
        for (;;) {
            const changes = remaining.map(({ change }) => change);
            const answer = await service.write(target, patchOf(resource, changes));
            const failure = answer.kind === 'failed' ? answer : undefined;
            const isRefused = failure?.isRefused === true;
            isWritten ||= !isRefused;
            const rule = failure?.isThrottled === true ? THROTTLED_WRITE : UNKNOWN_WRITE;
            const wait = failure?.mayPass === true ? retries.next({ rule, retryAfter: failure.retryAfter }) : undefined;
            const isLast = wait === undefined;
            if (failure !== undefined && isRefused && isLast)
                return settle('failed', notWritten(failure), { isDenied: failure.isDenied, isRefused: !failure.isDenied });
            const requested = failure?.retryAfter ?? 0;
            // Longer waits are not for looks, which decide then.
            await this.#closeFor(wait ?? (requested > LONGEST_WAIT ? 0 : requested));
            // A limit or a rejected token has no effect that could appear later.
            const isLate = !isRefused && (failure?.isThrottled !== true || isLast);
            const seen = await this.#look(target, settings, (value) => !isLate || remaining.every((one) => isDone(one, value)));
            if (seen.kind === 'failed') {
                const sentence = failure === undefined ? 'Written' : `It is unknown whether this was written (${failure.error})`;
                const readableAt = seen.retryAfter === undefined ? undefined : now() + seen.retryAfter;
                return settle('not-verified', `${sentence}, and not read back: ${seen.error}`, { readableAt });
            }
            remaining = remaining.filter((one) => {
                const readBack = settingIn(seen.value, one.change.setting);
                const isShown = isDone(one, seen.value);
                if (isShown)
                    results.set(one.change, { ...unwritten(one.change, 'applied'), isWritten: true, readBack });
                return !isShown;
            });
            const success = ownChanges
                .flatMap((change) => results.get(change) ?? [])
                .find(({ status }) => status === 'applied');
            if (success !== undefined)
                results.set(success.change, withEffects(success, { sent: ownChanges, planned: planChanges }, before, seen.value));
            if (remaining.length === 0)
                return seen.value;
            if (failure === undefined) {
                for (const { change } of remaining) {
                    const error = `Written, but the value is ${shownValue(settingIn(seen.value, change.setting))}`;
                    results.set(change, { change, status: 'not-verified', error, isWritten, resourceBefore: before });
                }
                return undefined;
            }
            remaining = neededChanges(remaining, seen.value, guard, now(), results, isWritten);
            if (remaining.length === 0)
                return undefined;
            const isCertain = failure.isThrottled || isRefused;
            if (this.#isCancelled() && isCertain)
                return settle('cancelled', notWritten(failure));
            if (this.#isCancelled() || isLast || !mayWrite()) {
                return isCertain
                    ? settle('failed', notWritten(failure))
                    : settle('not-verified', `It is unknown whether this was written: ${failure.error}`);
            }
            resource = seen.value;
        }
    }
    #isCancelled() {
        return this.#options.signal.aborted;
    }
    /** Reads a target after the waits that the service asks for, and again if it may pass. */
    async #readBefore(target, changes) {
        const { service, now } = this.#options;
        const settings = changes.map(({ setting }) => setting);
        let answer;
        let isThrottled = false;
        return (0,retrying/* retrying */.R$)(async () => {
            if (answer !== undefined && this.#isCancelled())
                return { result: answer };
            do {
                await this.#untilOpen();
                answer = await service.read(target, settings);
            } while (answer.kind === 'ok' && now() < this.#opensAt && !this.#isCancelled());
            if (answer.kind === 'ok' || !answer.mayPass)
                return { result: answer };
            ({ isThrottled } = answer);
            return { result: answer, retry: { rule: write_READ, retryAfter: answer.retryAfter } };
        }, {
            ...this.#options,
            signal: undefined,
            sleep: (ms) => (isThrottled && ms <= LONGEST_WAIT ? this.#closeFor(ms) : this.#pause(ms)),
        });
    }
    /** Waits, and lets all targets of the service wait. */
    async #closeFor(ms) {
        if (ms === 0)
            return;
        const { now } = this.#options;
        this.#opensAt = Math.max(this.#opensAt, now() + ms);
        await this.#untilOpen();
    }
    async #untilOpen() {
        const { now } = this.#options;
        while (now() < this.#opensAt && !this.#isCancelled())
            await this.#pause(this.#opensAt - now());
    }
    /** Waits, until the run is cancelled at most. */
    async #pause(ms) {
        const { sleep, signal } = this.#options;
        await sleep(Math.ceil(ms), signal).catch(() => undefined);
    }
    /**
     * Reads a target after a write until the answer is enough, at most so often, and not before the service permits it. Returns the last
     * answer.
     */
    async #look(target, settings, isEnough) {
        const { service } = this.#options;
        let seen = await service.read(target, settings);
        for (const [index, moment] of LOOKS.entries()) {
            if (seen.kind === 'ok' && isEnough(seen.value))
                break;
            const next = LOOKS[index + 1];
            if (next === undefined)
                break;
            const requested = seen.kind === 'failed' ? (seen.retryAfter ?? 0) : 0;
            if (requested > LONGEST_WAIT)
                break;
            await this.#pause(Math.max(next - moment, requested));
            if (this.#isCancelled())
                break;
            seen = await service.read(target, settings);
        }
        return seen;
    }
}
/**
 * The result of a change with what its write has changed beside the changes of its target.
 *
 * @param changes those of the request, and all of the target
 */
function withEffects(result, { sent, planned }, before, after) {
    const moved = sent.some(isLanguage) ? movedFormats(planned, before, after) : [];
    // An entry that is read as a whole has no other settings.
    const isWhole = Object.hasOwn(before, policy_definition/* WHOLE_ROW */.p9);
    return { ...result, moved, others: isWhole ? [] : otherDifferences([...planned, ...moved], before, after) };
}
/** Changes that may be safe only together, in units. */
function unitsOf(changes, areMates) {
    let units = [];
    for (const change of changes) {
        const mates = units.filter((unit) => unit.some((other) => areMates(other, change)));
        units = [...units.filter((unit) => !mates.includes(unit)), [...mates.flat(), change]];
    }
    return units;
}
function notWritten({ error }) {
    return `Not written: ${error}`;
}

;// CONCATENATED MODULE: ./src/remediation/change-queue.ts



/** Mailboxes that are changed at a time. Exchange Online limits the requests of a tenant that run at a time. */
const PARALLEL = { graph: 8, exchange: 4 };
/**
 * Writes the changes of a plan: several mailboxes at a time, the changes to one of them one after the other. The first mailbox
 * is changed alone, and fewer at a time after failures. Yields the results of each mailbox in the order of the plan. If the consumer stops, no further write starts.
 */
async function* writeChanges(changes, options) {
    if (changes.some(({ setting }) => setting.endsWith('Message')))
        await (0,plain_text/* loadPlainText */.q)();
    const run = new ChangeQueue(options);
    const groups = groupsOf(changes);
    const groupResults = groups.map(() => Promise.withResolvers());
    void run.dispatch(groups, groupResults);
    try {
        for (const { promise } of groupResults)
            yield await promise;
    }
    finally {
        run.stop();
    }
}
/**
 * The changes by mailbox, in the order of the plan. Changes are of one mailbox if they have its GUID, or the address of a change that
 * has it.
 */
function groupsOf(changes) {
    const ids = new Map();
    for (const { address, guid } of changes)
        if (guid !== undefined)
            ids.set(address.toLowerCase(), guid);
    const keyOf = ({ address, mailboxId, guid }) => (guid ?? ids.get(address.toLowerCase()) ?? mailboxId ?? address).toLowerCase();
    return [...Map.groupBy(changes, keyOf).values()].map((ofMailbox) => ({
        service: ofMailbox.some((change) => targetOf(change).service === 'exchange') ? 'exchange' : 'graph',
        changes: ofMailbox,
        isAdmitted: false,
    }));
}
/** Decides which mailboxes are changed at a time, and when no more are. */
class ChangeQueue {
    #options;
    #writers;
    #running = { graph: new Set(), exchange: new Set() };
    /** How many more mailboxes may be changed. */
    #left;
    #failures = 0;
    #hasSuccess = false;
    #isStopped = false;
    #ended = Promise.withResolvers();
    constructor(options) {
        this.#options = options;
        this.#left = options.limit ?? Infinity;
        const writer = () => new TargetWriter({
            ...options,
            mayWrite: () => options.isDryRun !== true && this.#mayWrite,
        });
        this.#writers = { graph: writer(), exchange: writer() };
    }
    stop() {
        this.#isStopped = true;
    }
    get #mayWrite() {
        const { isStopped, maxFailures } = this.#options;
        return !this.#isStopped && isStopped?.() !== true && this.#failures < maxFailures;
    }
    async dispatch(groups, groupResults) {
        for (const [at, group] of groups.entries()) {
            while (!this.#canStart(group))
                await this.#ended.promise;
            const running = this.#run(group);
            // Errors are those of the promise that is awaited in the order of the plan.
            running.catch(() => undefined);
            groupResults[at]?.resolve(running);
        }
    }
    #canStart({ service }) {
        const { graph, exchange } = this.#running;
        const running = [...graph, ...exchange];
        if (running.length === 0)
            return true;
        // A mistake that concerns every mailbox shows at the first one.
        const failuresLeft = this.#options.maxFailures - this.#failures;
        const most = this.#hasSuccess
            ? this.#failures === 0
                ? PARALLEL.graph
                : Math.min(PARALLEL.graph, failuresLeft)
            : 1;
        const isWithinLimit = running.filter(({ isAdmitted }) => !isAdmitted).length < this.#left;
        return running.length < most && this.#running[service].size < PARALLEL[service] && isWithinLimit;
    }
    async #run(group) {
        const running = this.#running[group.service].add(group);
        const results = [];
        try {
            for (const ofTarget of Map.groupBy(group.changes, targetKey).values())
                results.push(...(await this.#target(group, ofTarget)));
            return results;
        }
        finally {
            this.#hasSuccess ||= results.some((result) => !isFailure(result));
            running.delete(group);
            this.#ended.resolve(undefined);
            this.#ended = Promise.withResolvers();
        }
    }
    async #target(group, changes) {
        if (this.#options.signal.aborted)
            return changes.map((change) => unwritten(change, 'cancelled'));
        const isOutside = this.#left === 0 && !group.isAdmitted;
        if (!this.#mayWrite || isOutside)
            return changes.map((change) => unwritten(change, 'pending'));
        const results = await this.#writers[group.service].change(changes, () => this.#admit(group));
        this.#failures += results.filter(isFailure).length;
        return results;
    }
    /** Whether `limit` permits to change a mailbox that needs it. */
    #admit(group) {
        if (group.isAdmitted)
            return true;
        if (this.#left === 0)
            return false;
        this.#left -= 1;
        group.isAdmitted = true;
        return true;
    }
}
/** Whether a change counts for `max-failures`. */
function isFailure({ status }) {
    return status === 'failed' || status === 'not-verified';
}

// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/artifact.ts
var artifact = __webpack_require__(20658);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/outputs/upload.ts
var upload = __webpack_require__(14181);
// EXTERNAL MODULE: ./src/run/outputs.ts
var run_outputs = __webpack_require__(73815);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var markdown = __webpack_require__(10357);
;// CONCATENATED MODULE: ./src/remediation/plan-summary.ts





const LONGEST_CELL = 120;
const LONGEST_VALUE = 300;
/** Of a table before the changes. */
const MAX_ROWS = 25;
const MAX_LEFT = 200;
/** A plan has no earlier reports, and no access to the audit log. */
const SINCE_WHEN = `Since when a person has access, and who gave it, is in kept reports and the audit log: ${(0,markdown/* markdownCode */.D9)('mailbox-report history --target ADDRESS --audit')}\n\n`;
/** Of a summary. The files have all. */
const MAX_LINES = 300;
/** Ms of a request, and how many are sent at the same time, as the bench measured them for Graph and others for Exchange Online. */
const GRAPH = { ms: 200, parallel: 8 };
const EXCHANGE = { ms: 850, parallel: 4 };
/** A read, a write, and a read. Before a right or a permission is changed, one more reads its account or group. */
const REQUESTS = 3;
/** About how long an apply of changes takes without throttling, in ms. */
function estimatedDuration(changes) {
    const requests = (isExchange) => {
        const own = changes.filter((change) => (targetOf(change).service === 'exchange') === isExchange);
        return [...Map.groupBy(own, targetKey).values()].reduce((sum, [change]) => {
            const isHeld = change !== undefined && targetOf(change).entries?.holders !== undefined;
            return sum + REQUESTS + (isHeld ? 1 : 0);
        }, 0);
    };
    const time = (isExchange, { ms, parallel }) => (requests(isExchange) * ms) / parallel;
    return time(false, GRAPH) + time(true, EXCHANGE);
}
/** The changes of a plan as Markdown: how many of each kind, then each, as far as there is room. */
function planTables({ plan: { changes, violations, left: all }, detail, room, lines = MAX_LINES, }) {
    const violating = all.filter(({ rule }) => rule !== undefined);
    const left = all.filter(({ rule }) => rule === undefined);
    const groups = [...Map.groupBy(changes, plan_summary_keyOf).values()].sort((a, b) => b.length - a.length);
    const head = [
        violationsTable(violations),
        changes.length === 0
            ? ''
            : `Applying the plan takes about ${(0,numbers/* duration */.p0)(estimatedDuration(changes))}, without throttling.\n\n`,
        changes.length === 0 ? '' : groupTable(groups, detail),
        left.length === 0 ? '' : leftTable(left),
    ].join('');
    if (detail === 'counts')
        return head;
    const text = new BoundedText(head, room, lines);
    // With the headings and heads of their tables.
    const reserve = all.length === 0 ? 0 : Math.min(all.length + 12, lines / 3);
    const said = changes.flatMap((change) => {
        const sentence = sentenceOf(change);
        return sentence === undefined ? [] : [{ change, ...sentence }];
    });
    // Each change once: what a person loses or gets under the person, and what only a mailbox has under the mailbox.
    const ofPeople = Map.groupBy(said.filter(({ who }) => who !== ''), ({ who }) => who);
    const ofMailboxes = Map.groupBy(said.filter(({ who }) => who === ''), ({ change: { address } }) => address);
    const hasRemovals = [...ofPeople.values()].flat().some(({ change: { after } }) => after === null);
    for (const [title, ofTitle] of [
        [`Access by person and group\n\n${hasRemovals ? SINCE_WHEN : ''}`, ofPeople],
        ['Entries by mailbox\n\n', ofMailboxes],
    ])
        if (ofTitle.size > 0)
            text.add(`### ${title}`, [...ofTitle].flatMap(accessLines), reserve);
    const unsaid = groups.flat().filter((change) => sentenceOf(change) === undefined);
    const sections = Map.groupBy(unsaid, (change) => JSON.stringify([change.rules, settingLabel(change), valueTexts(change)[1]]));
    for (const section of sections.values())
        text.add(...sectionLines(section), reserve);
    if (violating.length > 0)
        text.add(...violatingLines(violating));
    if (left.length > 0)
        text.add(...leftLines(left));
    return text.toString();
}
function violationsTable(violations) {
    if (violations.length === 0)
        return '';
    const columns = ['Violations of', 'Planned', 'Exempt', 'Known', 'Inconclusive', 'Not changeable'];
    return cutTable(columns, violations, {
        cellsOf: ({ rule, planned, exempt, known, inconclusive, notChangeable }) => [
            (0,markdown/* markdownText */.p7)(rule),
            ...[planned, exempt, known, inconclusive, notChangeable].map((number) => (0,numbers/* count */.U9)(number)),
        ],
        more: 'more rules: see plan.json',
        right: [1, 2, 3, 4, 5],
    });
}
/** A Markdown table of the first items, and the number of the others before the words of `more`. `right`: the columns of numbers. */
function cutTable(columns, items, { cellsOf, more, most = MAX_ROWS, right, }) {
    const table = (0,markdown/* markdownTable */.Qj)(columns, items.slice(0, most).map(cellsOf), right);
    const hiddenCount = items.length - most;
    return hiddenCount > 0 ? `${table}and ${(0,numbers/* count */.U9)(hiddenCount)} ${more}\n\n` : table;
}
/** Of one person or mailbox: what changes, and which rules require it. */
function accessLines([name, changes]) {
    const lines = changes.map(({ text, change: { title, rules } }) => {
        const reason = title || rules.join('; ');
        return `  - ${(0,markdown/* markdownText */.p7)(reason === '' ? text : `${text} (${reason})`, LONGEST_VALUE)}\n`;
    });
    const [first = '', ...others] = lines;
    return [`- ${(0,markdown/* markdownCode */.D9)(name)}\n${first}`, ...others];
}
function plan_summary_keyOf(change) {
    return JSON.stringify([change.rules, settingLabel(change), ...valueTexts(change)]);
}
function groupTable(groups, detail) {
    const isFull = detail === 'full';
    const columns = ['Rule', 'Setting', ...(isFull ? ['Before', 'After'] : []), 'Changes'];
    const kinds = groups.flatMap((group) => group.slice(0, 1).map((first) => ({ first, size: group.length })));
    return cutTable(columns, kinds, {
        cellsOf: ({ first, size }) => [
            (0,markdown/* markdownText */.p7)(first.rules.join('; ')),
            (0,markdown/* markdownText */.p7)(settingLabel(first)),
            ...(isFull ? valueCells(first) : []),
            (0,numbers/* count */.U9)(size),
        ],
        more: 'more kinds of changes: see plan.csv',
        right: [columns.length - 1],
    });
}
function valueCells(change) {
    return valueTexts(change).map((text) => (0,markdown/* markdownText */.p7)(text, LONGEST_CELL));
}
/** The heading of changes to one value, and the lines of their table. */
function sectionLines(section) {
    const [first] = section;
    if (first === undefined)
        return ['', []];
    const heading = `### ${(0,markdown/* markdownText */.p7)(first.title || first.rules.join('; '), LONGEST_CELL)}\n\n`;
    const what = `${(0,markdown/* markdownText */.p7)(settingLabel(first))}: ${valueCells(first)[1] ?? ''}\n\n`;
    const rows = section.map((change) => [
        (0,markdown/* markdownCode */.D9)(change.address),
        (0,markdown/* markdownText */.p7)(change.item, LONGEST_CELL),
        valueCells(change)[0] ?? '',
        ...[change.found, change.expected].map((text) => (0,markdown/* markdownText */.p7)(text, LONGEST_VALUE)),
    ]);
    return [heading + what, tableLines(['Mailbox', 'Item', 'Before', 'Found', 'Expected'], rows)];
}
function violatingLines(left) {
    const rows = left
        .slice(0, MAX_LEFT)
        .map(({ mailbox, item, rule = '', reason }) => [
        (0,markdown/* markdownCode */.D9)(mailbox),
        (0,markdown/* markdownText */.p7)(item, LONGEST_CELL),
        (0,markdown/* markdownText */.p7)(rule),
        (0,markdown/* markdownText */.p7)(reason, LONGEST_VALUE),
    ]);
    return ['### Violations that are not changed\n\n', tableLines(['Mailbox', 'Item', 'Rule', 'Why'], rows)];
}
/** How much a restore leaves as it is, by reason. */
function leftTable(left) {
    const reasons = [...Map.groupBy(left, ({ reason }) => reason)].sort(([, one], [, other]) => other.length - one.length);
    return cutTable(['Left as it is, because', 'Items'], reasons, {
        cellsOf: ([reason, items]) => [(0,markdown/* markdownText */.p7)(reason, LONGEST_VALUE), (0,numbers/* count */.U9)(items.length)],
        more: 'more reasons: see plan.json',
        right: [1],
    });
}
function leftLines(left) {
    const rows = left
        .slice(0, MAX_LEFT)
        .map(({ mailbox, item, reason }) => [
        (0,markdown/* markdownCode */.D9)(mailbox),
        (0,markdown/* markdownText */.p7)(item, LONGEST_CELL),
        (0,markdown/* markdownText */.p7)(reason, LONGEST_VALUE),
    ]);
    return ['### Left as it is\n\n', tableLines(['Mailbox', 'Item', 'Why'], rows)];
}
/** The lines of a table: the first one has its head. */
function tableLines(columns, rows) {
    const lines = (0,markdown/* markdownTable */.Qj)(columns, rows)
        .trimEnd()
        .split('\n')
        .map((line) => `${line}\n`);
    const [head = '', rule = '', first = '', ...otherLines] = lines;
    return [head + rule + first, ...otherLines];
}
function linesIn(text) {
    return text.split('\n').length - 1;
}
/** Text that ends where it would exceed a size or a number of lines, and says how much is left out. */
class BoundedText {
    #text;
    #room;
    #lines;
    #left = 0;
    constructor(text, room, lines) {
        this.#text = text;
        // For the sentence at the end.
        this.#room = room - Buffer.byteLength(text) - 200;
        this.#lines = lines - linesIn(text) - 2;
    }
    /** Adds a heading with the lines below it, as many as there is room for. @param reserve lines to leave for what follows */
    add(heading, lines, reserve = 0) {
        let before = heading;
        for (const [index, line] of lines.entries()) {
            const text = before + line;
            const size = Buffer.byteLength(text) + 1;
            // With the blank line at the end.
            if (size > this.#room || this.#lines - linesIn(text) - 1 < reserve) {
                this.#left += lines.length - index;
                break;
            }
            this.#text += text;
            this.#room -= size;
            this.#lines -= linesIn(text);
            before = '';
        }
        if (before !== '')
            return;
        this.#text += '\n';
        this.#lines -= 1;
    }
    toString() {
        return this.#left === 0 ? this.#text : `${this.#text}and ${(0,numbers/* count */.U9)(this.#left)} more: see plan.csv and plan.json\n`;
    }
}
/** The warnings about a plan that is not approved yet, in sentences. */
function planNotes(changes, { unread }, { maxChanges = Infinity }) {
    const lasting = changes.filter((change) => isUnset(change, change.before)).length;
    return [
        ...(changes.length > maxChanges
            ? [
                `The plan has ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, and ${(0,audience/* inputName */.yu)('max-changes')} allows ${(0,numbers/* count */.U9)(maxChanges)}: it is not applied ` +
                    `unless ${(0,audience/* inputName */.yu)('max-changes')} is raised.`,
            ]
            : []),
        ...(unread > 0 ? [`${(0,numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} could not be read and will not be changed.`] : []),
        ...(lasting > 0
            ? [
                `${(0,numbers/* counted */.hS)(lasting, 'change has', 'changes have')} no earlier value in Graph that could be restored: an undo leaves them.`,
            ]
            : []),
        ...TARGETS.flatMap((target) => {
            const own = changes.filter((change) => change.target === target.name);
            return own.length === 0 ? [] : (target.notes?.(own) ?? []);
        }),
    ];
}

;// CONCATENATED MODULE: ./src/remediation/source-run.ts

const isSourceRun = (0,json_shape/* objectOf */.Xy)({
    repository: json_shape/* isText */.KH,
    run: (0,json_shape/* objectOf */.Xy)({ id: json_shape/* isText */.KH, attempt: json_shape/* isWhole */.wP, url: json_shape/* isText */.KH }),
    actor: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
});
const source_run_isUndoneRun = (0,json_shape/* both */.WP)(isSourceRun, (0,json_shape/* objectOf */.Xy)({ applied: (0,json_shape/* optional */.lq)(json_shape/* isTime */.K8) }));
function sourceRunOf({ repository, runId: id, attempt, runUrl: url = '', actor }) {
    return { repository, run: { id, attempt, url }, actor };
}
/** `the report of 2027-01-31 (run 42 of contoso/mailboxes)`. Hostile until escaped. */
function reportName({ id, repository, started }) {
    const run = repository === undefined ? `run ${id}` : `run ${id} of ${repository}`;
    return `the report of ${started.slice(0, 10)}${id === '' ? '' : ` (${run})`}`;
}
/** `run 42 of contoso/mailboxes`. Hostile until escaped. */
function runName({ repository, run: { id } }) {
    return id === '' ? 'a run outside a workflow' : `run ${id} of ${repository}`;
}

;// CONCATENATED MODULE: ./src/remediation/outcome.ts








/** The statuses that people must look at, the most urgent first. */
const NOT_APPLIED = ['failed', 'not-verified', 'stale', 'cancelled'];
const STATUSES = ['applied', 'unchanged', ...NOT_APPLIED, 'pending'];
const MAX_ANNOTATIONS = 8;
const outcome_LONGEST_CELL = 120;
const LONGEST_ERROR = 300;
const SEE_APPLIED = 'more: see applied.csv';
/** How many changes were not applied, without those that are pending. */
function failedCount(countOf) {
    return NOT_APPLIED.reduce((sum, status) => sum + countOf(status), 0);
}
/**
 * The result of changes that were applied, by how many have each status.
 *
 * @param stoppedBy why the run ended before all changes, or concerns all of them
 */
function appliedOutcome(countOf, stoppedBy) {
    const failed = failedCount(countOf);
    if (failed === 0 && stoppedBy === undefined)
        return { result: 'applied', reason: undefined };
    const all = STATUSES.reduce((sum, status) => sum + countOf(status), 0);
    const result = countOf('stale') === all && all > 0 ? 'stale' : 'partial';
    if (stoppedBy !== undefined)
        return { result, reason: stoppedBy };
    const parts = [...NOT_APPLIED, 'pending']
        .filter((status) => countOf(status) > 0)
        .map((status) => `${(0,numbers/* count */.U9)(countOf(status))} ${status}`);
    const done = `${(0,numbers/* count */.U9)(countOf('applied'))} applied, ${(0,numbers/* count */.U9)(countOf('unchanged'))} unchanged`;
    const message = `${(0,numbers/* counted */.hS)(failed, 'change was', 'changes were')} not applied: ${parts.join(', ')}; ${done}.`;
    const again = 'Apply the same plan again until it expires: changes that are done stay as they are.';
    const reason = countOf('cancelled') > 0
        ? new errors/* UserError */.yo('CANCELLED', `The run was cancelled. ${message}`, { hint: again })
        : new errors/* UserError */.yo('CHANGES_FAILED', message, {
            hint: `applied.csv has the cause of each. Correct it. ${again} Make a new plan for those that are stale.`,
        });
    return { result, reason };
}
/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
function remediationSummary(summary, detail) {
    const { outcome, mode, plan, results, remaining = '', warnings, artifact, folder } = summary;
    const { changes, digest } = plan;
    const countOf = (status) => results.filter((each) => each.status === status).length;
    const { result, reason } = outcome;
    const statuses = STATUSES.filter((status) => countOf(status) > 0);
    const start = [
        `## Mailbox Report: ${headingOf(plan, result)}\n\n`,
        reason === undefined
            ? ''
            : `**${(0,markdown/* markdownText */.p7)(reason.message)}** ${(0,markdown/* markdownText */.p7)(reason.hint)}\n\n${(0,markdown/* markdownCopies */.bz)(reason.copy)}`,
        `${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')} planned.\n\n`,
        changes.length > 0 || mode !== 'plan' ? `Plan digest: ${(0,markdown/* markdownCode */.D9)(digest)}\n\n` : '',
        mode === 'plan' ? '' : `${(0,markdown/* markdownText */.p7)(`${madeText(plan)} ${runText(summary)}`)}\n\n`,
        remaining === '' ? '' : `${(0,markdown/* markdownText */.p7)(remaining)}\n\n`,
        statuses.length === 0
            ? ''
            : (0,markdown/* markdownTable */.Qj)(['Status', 'Changes'], statuses.map((status) => [status, (0,numbers/* count */.U9)(countOf(status))]), [1]),
        ...warnings.map((warning) => `- Warning: ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`),
        artifact === undefined
            ? `- Files: ${(0,markdown/* markdownCode */.D9)(folder)}\n\n`
            : `- Artifact: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}\n\n`,
    ].join('');
    const room = job_summary/* MAX_SUMMARY_BYTES */.Q0 - Buffer.byteLength(start);
    const lines = MAX_LINES - linesIn(start);
    if (mode === 'plan' || results.length === 0)
        return start + planTables({ plan, detail, room, lines });
    const tables = detail === 'counts' ? [] : appliedTables(results, lines);
    return tables.reduce((text, table) => (Buffer.byteLength(text + table) < job_summary/* MAX_SUMMARY_BYTES */.Q0 ? text + table : text), start);
}
/** Of a restore: `restore planned, back to the report of 2027-01-31 (run 42)`. Of an undo: `undo planned, undoes run 42 of contoso/mailboxes, applied on 2027-01-31`. */
function headingOf({ kind, undoes, restores }, result) {
    if (restores !== undefined)
        return `restore ${result}, back to ${(0,markdown/* markdownText */.p7)(reportName(restores))}`;
    if (kind !== 'undo' || undoes === undefined)
        return `${kind === 'undo' ? 'undo' : 'remediation'} ${result}`;
    const day = undoes.applied === undefined ? '' : `, applied on ${undoes.applied.slice(0, 10)}`;
    return `undo ${result}, undoes ${(0,markdown/* markdownText */.p7)(runName(undoes))}${day}`;
}
/** Where the applied plan is from. Hostile until escaped. */
function madeText({ source, created }) {
    return `The plan is of ${runName(source)}${startedText(source)}, made on ${(0,numbers/* utcText */.kK)(created)}.`;
}
/** Who changed the mailboxes. Hostile until escaped. */
function runText({ run, approvers }) {
    if (run.run.id === '')
        return '';
    const approved = approvers === undefined
        ? 'who approved it is not known'
        : approvers.length === 0
            ? 'without an approval'
            : `approved by ${(0,numbers/* listed */.KE)(approvers, 'and')}`;
    return `It was applied by ${runName(run)}${startedText(run)}, ${approved}.`;
}
function startedText({ actor = '' }) {
    return actor === '' ? '' : `, started by ${actor}`;
}
/** Of a table beside its rows: heading, head, blank lines, and what is hidden. */
const LINES_OF_TABLE = 8;
/** The changes by their status, in Markdown, each with as many rows as the lines allow. */
function appliedTables(results, lines) {
    const statuses = [...NOT_APPLIED, 'applied'].filter((status) => results.some((result) => result.status === status));
    const affected = results.filter(({ others = [] }) => others.length > 0);
    const count = statuses.length + (affected.length > 0 ? 1 : 0);
    const most = Math.max(1, Math.floor(lines / Math.max(1, count)) - LINES_OF_TABLE);
    return [effectsTable(affected, most), ...statuses.map((status) => statusTable(results, status, most))];
}
/** Unplanned effects of writes. They come first, since nobody approved them. */
function effectsTable(affected, most) {
    if (affected.length === 0)
        return '';
    const table = cutTable(['Mailbox', 'With the change of', 'Also changed'], affected, {
        cellsOf: (result) => [
            (0,markdown/* markdownCode */.D9)(result.change.address),
            (0,markdown/* markdownText */.p7)(settingName(result.change), outcome_LONGEST_CELL),
            (0,markdown/* markdownText */.p7)(sideEffects(result), LONGEST_ERROR),
        ],
        more: SEE_APPLIED,
        most,
    });
    return `### Changed without a plan\n\n${table}`;
}
function statusTable(results, status, most) {
    const ofStatus = results.filter((each) => each.status === status);
    const hasError = ofStatus.some(({ error }) => error !== '');
    const columns = ['Mailbox', 'Setting', 'Before', 'After', ...(hasError ? ['Error'] : [])];
    const table = cutTable(columns, ofStatus, {
        cellsOf: ({ change, error }) => [
            (0,markdown/* markdownCode */.D9)(change.address),
            (0,markdown/* markdownText */.p7)(settingName(change), outcome_LONGEST_CELL),
            ...valueTexts(change).map((text) => (0,markdown/* markdownText */.p7)(text, outcome_LONGEST_CELL)),
            ...(hasError ? [(0,markdown/* markdownText */.p7)(error, LONGEST_ERROR)] : []),
        ],
        more: SEE_APPLIED,
        most,
    });
    return `### ${status}\n\n${table}`;
}
/** Annotates the first changes that failed or are not verified. */
function annotateFailures(core, results) {
    const failed = results.filter(({ status }) => status === 'failed' || status === 'not-verified');
    for (const { change, status, error } of failed.slice(0, MAX_ANNOTATIONS)) {
        core.warning((0,log/* logLines */.OG)(`${change.address} ${settingName(change)}: ${error}`), { title: status });
    }
}
/** Of a value in a line of the log. */
const outcome_LONGEST_VALUE = 80;
/** Logs changes, and what else their writes have changed. With `counts`, no mailbox is named, and nothing is logged. */
function logChanges(core, summary, results) {
    if (summary === 'counts')
        return;
    for (const line of results.flatMap(changeLines))
        core.info((0,log/* logText */.kc)(line));
}
function changeLines({ change, status, error, moved = [], others = [] }) {
    return [
        `${changeText(change, outcome_LONGEST_VALUE)}: ${[status, error].filter((part) => part !== '').join('. ')}`,
        ...moved.map((each) => `${changeText(each, outcome_LONGEST_VALUE)}: changed with language.locale`),
        ...others.map((each) => `${changeText({ ...change, ...each }, outcome_LONGEST_VALUE)}: changed at the same time`),
    ];
}

;// CONCATENATED MODULE: ./src/remediation/delivery.ts









/** Uploads the files, writes the job summary and reports why the step fails. */
async function deliverRemediation(run, delivery) {
    const { outputs, warnings, inputs, step, runner } = run;
    const { core } = runner;
    const uploaded = await delivery_upload(run, delivery);
    const artifact = uploaded instanceof errors/* UserError */.yo ? undefined : uploaded;
    const { result, reason } = uploaded instanceof errors/* UserError */.yo ? outcomeAfter(run, delivery, uploaded) : delivery.outcome;
    const outcome = { result, reason: reason && (0,annotations/* shownReason */.On)(reason, inputs.summary) };
    outputs.set({ ...(artifact === undefined ? {} : (0,run_outputs/* artifactOutputs */.F)(artifact)), result });
    if (inputs.summary !== 'none') {
        const summary = { ...delivery, run: sourceRunOf(step), outcome, warnings: warnings.messages, artifact };
        await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, remediationSummary(summary, inputs.summary));
    }
    if (outcome.reason !== undefined)
        (0,annotations/* annotateError */.TF)(core, outcome.reason);
    if (inputs.summary === 'full')
        annotateFailures(core, delivery.results);
    core.info((0,log/* logText */.kc)(`Result: ${result}. Files: ${artifact?.url ?? delivery.folder}`));
    return outcome;
}
/**
 * Uploads the undo record before the first write, as an artifact of its own. Rejects with a UserError if it is not safe then: nothing must be
 * written. Returns the name of the artifact; undefined at a terminal, where the disk keeps the record.
 */
async function uploadRecord(run, record, folder) {
    if (run.runner.loadArtifactClient === undefined)
        return undefined;
    if (run.inputs.artifactName === undefined)
        throw new Error('a record without a name');
    const name = `${run.inputs.artifactName}-record`;
    const artifact = await (0,upload/* uploading */.o)(run, folder, [name], (uploader) => uploadWithNewName(uploader, name, [record]));
    if (artifact instanceof errors/* UserError */.yo) {
        const message = `Nothing was changed, because the undo record could not be kept. ${artifact.message}`;
        const hint = artifact.code === 'ARTIFACT_FAILED'
            ? 'Run the job again. If it fails again, check https://www.githubstatus.com .'
            : 'Changes are only made where GitHub keeps artifacts: in a job on github.com or ghe.com. Elsewhere, use the terminal program, which keeps undo.json on disk.';
        throw new errors/* UserError */.yo(artifact.code, message, { hint, cause: artifact });
    }
    if (artifact !== undefined)
        run.runner.core.info((0,log/* logText */.kc)(`The undo record is the artifact ${artifact.name}.`));
    return artifact?.name;
}
/** Undefined if nothing is uploaded. */
async function delivery_upload(run, { folder, files }) {
    const { inputs, step, runner, warnings } = run;
    const { artifactName: name } = inputs;
    if (name === undefined || runner.loadArtifactClient === undefined)
        return undefined;
    const unsupported = (0,artifact/* uploadWarning */._I)(step, name);
    if (unsupported !== undefined) {
        warnings.add(unsupported);
        return undefined;
    }
    return (0,upload/* uploading */.o)(run, folder, [name], (uploader) => uploadWithNewName(uploader, name, files));
}
/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
function outcomeAfter({ warnings }, { outcome, folder, record }, error) {
    const hint = `The files are in ${folder} on this runner. To keep them, upload "output-directory" in the next step, with "if: always()". ` +
        `The artifact ${record} has the undo record of the plan.`;
    const reason = record === undefined ? error : new errors/* UserError */.yo(error.code, error.message, { hint, cause: error });
    if (outcome.reason === undefined)
        return { result: record === undefined ? 'error' : 'partial', reason };
    warnings.add(`${reason.message} ${reason.hint}`);
    return outcome;
}
const MAX_NAMES = 20;
/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(uploader, base, files) {
    for (let number = 1;; number += 1) {
        const name = number === 1 ? base : `${base}-${number}`;
        try {
            return await uploader.upload(name, files, { earlier: 'keep' });
        }
        catch (error) {
            const isTaken = error instanceof errors/* UserError */.yo && error.code === 'ARTIFACT_NAME_TAKEN';
            if (!isTaken || number === MAX_NAMES)
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./src/reports/built-in/mailbox-properties.ts
var mailbox_properties = __webpack_require__(7932);
;// CONCATENATED MODULE: ./src/remediation/forwarding-recipients.ts






const forwarding_recipients_RECIPIENT = 'ForwardingAddress';
const ADDRESS = 'ForwardingSmtpAddress';
/** Reads what an undo must know of forwarding, right before changes. Rejects as `CommandRunner.batch` does. */
async function formerForwarding(changes, exchange) {
    const named = await recipientsOf(changes, 'before', exchange);
    const recipients = new Map(named.flatMap(({ change, recipient }) => (0,src_json/* isGuid */.W_)(recipient?.guid) ? [[change, recipient.guid]] : []));
    return { recipients, ignored: await ignoredAddresses(changes, exchange) };
}
async function ignoredAddresses(changes, exchange) {
    const withRecipient = new Set(changes.filter(({ setting }) => setting === forwarding_recipients_RECIPIENT).map(mailboxOf));
    const alone = changes.filter((change) => change.setting === ADDRESS && typeof change.before === 'string' && !withRecipient.has(mailboxOf(change)));
    if (exchange === undefined || alone.length === 0)
        return new Set(alone);
    const select = ['Guid', forwarding_recipients_RECIPIENT];
    const outcomes = await outcomesOf(alone.map(mailboxOf), { cmdlet: 'Get-Mailbox', select }, exchange.runner);
    return new Set(alone.filter((change) => {
        const outcome = outcomes.get(mailboxOf(change));
        const [mailbox] = outcome?.kind === 'read' ? (0,exchange_command/* selectedProperties */.p6)((0,exchange_command/* objectsOf */.iZ)(outcome.body), select) : [];
        return mailbox?.[forwarding_recipients_RECIPIENT] !== null;
    }));
}
/**
 * The changes of forwarding in mailboxes that would forward to a recipient whose name is not known to be that of the former recipient.
 * Rejects as `CommandRunner.batch` does.
 */
async function unknownRecipients(changes, basis, exchange) {
    const named = await recipientsOf(changes, 'after', exchange);
    const unknown = new Set(named.flatMap(({ change, name, recipient }) => {
        const [then = '', now] = basis.kind === 'restore'
            ? [keptRecipient(change, basis.kept), recipient?.id]
            : [basis.undo.recipients.get(targetKey(change)), recipient?.guid];
        const isSame = then !== '' && then.toLowerCase() === now?.toLowerCase();
        return isSame && isNameOf(name, recipient) ? [] : mailboxOf(change);
    }));
    return new Set(changes.filter((change) => FORWARDING.includes(change.setting) && unknown.has(mailboxOf(change))));
}
/** Whether a change sets an address back that had no effect, as its undo file says. */
function isIgnoredAddress(change, basis) {
    return basis.kind === 'undo' && change.setting === ADDRESS && basis.undo.ignored.has(targetKey(change));
}
/** Who has the names now to which changes forward, before them or after. */
async function recipientsOf(changes, side, exchange) {
    const named = changes.flatMap((change) => {
        const { setting, [side]: name } = change;
        return setting === forwarding_recipients_RECIPIENT && typeof name === 'string' && name !== '' ? [{ change, name }] : [];
    });
    const names = named.map(({ name }) => name);
    const found = exchange === undefined || names.length === 0 ? [] : await recipientsNamed(names, exchange.runner);
    return named.map(({ change, name }, at) => ({ change, name, recipient: found[at] }));
}
/** Whether Exchange shows a recipient by this text: it also finds recipients by alias, and then shows another text than was written. */
function isNameOf(text, recipient) {
    const isPath = /[/=]/.test(text);
    return recipient !== undefined && (isPath || text.toLowerCase() === recipient.name.toLowerCase());
}
/** The object ID of the recipient that the report shows; '' if it does not say it. */
function keptRecipient({ address, mailboxId: account, guid }, kept) {
    const ids = { account, guid: (0,src_json/* isGuid */.W_)(guid) ? guid : undefined };
    const [row] = kept.mailboxOf(address, ids)?.results.get(mailbox_properties/* mailboxProperties */.i.name)?.rows ?? [];
    return (0,src_json/* textIn */.r7)(row?.identity, 'recipientId');
}
function mailboxOf({ guid, address }) {
    return ((0,src_json/* isGuid */.W_)(guid) ? guid : address).toLowerCase();
}

;// CONCATENATED MODULE: ./src/remediation/late-looks.ts




/** For all changes, in ms. */
const LONGEST = 60_000;
/** Moments after the last write at which all changes that are not verified are looked for, in ms. The last one leaves time to read. */
const late_looks_LOOKS = [0, 10_000, 30_000, 55_000];
/**
 * Reads the targets of changes that are not verified again, for a minute at most for all of them, and not before the service permits it.
 * Returns the results of those that are there now. Never rejects.
 */
async function verifiedLater(results, options) {
    const { now, signal, sleep, service } = options;
    const lateResults = new Map();
    const began = now();
    let remaining = results.filter(({ status }) => status === 'not-verified');
    let opensAt = Math.max(...remaining.map(({ readableAt = 0 }) => readableAt));
    for (const moment of late_looks_LOOKS) {
        for (const ofTarget of Map.groupBy(remaining, ({ change }) => targetKey(change)).values()) {
            const due = Math.max(began + moment, opensAt);
            if (due - began > LONGEST)
                return lateResults;
            if (due > now())
                await sleep(due - now(), signal).catch(() => undefined);
            if (signal.aborted || now() - began > LONGEST)
                return lateResults;
            const [first] = ofTarget;
            if (first === undefined)
                continue;
            const answer = await service.read(first.change, ofTarget.map(({ change }) => change.setting));
            if (answer.kind === 'failed')
                opensAt = Math.max(opensAt, now() + (answer.retryAfter ?? 0));
            else
                for (const result of shownIn(answer.value, ofTarget, results))
                    lateResults.set(result.change, result);
        }
        remaining = remaining.filter(({ change }) => !lateResults.has(change));
    }
    return lateResults;
}
/** The results of changes of one target that show in what was read of it. */
function shownIn(seen, ofTarget, results) {
    const shown = ofTarget.filter(({ change }) => isDone({ change, expected: change.before }, seen));
    const sent = ofTarget.map(({ change }) => change);
    const targets = new Set(sent.map(targetKey));
    const planned = results.flatMap(({ change, isWritten }) => isWritten && targets.has(targetKey(change)) ? change : []);
    return shown.map(({ change, resourceBefore }, index) => {
        const readBack = settingIn(seen, change.setting);
        const result = { change, status: 'applied', error: '', isWritten: true, readBack };
        return index > 0 || resourceBefore === undefined
            ? result
            : withEffects(result, { sent, planned }, resourceBefore, seen);
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/remediation/undo-file.ts















const FORMAT = 'mailbox-report-undo';
const FORMAT_VERSION = 2;
/** The versions that are read. Version 1 does not say whose the addresses of calendar permissions were. */
const READ_VERSIONS = [1, FORMAT_VERSION];
/** Bytes. 100,000 changes have some 40 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** How many times longer than it takes to write the file the next time waits, so that long files do not slow the run down. */
const PACE = 20;
/** That of changes which are not about forwarding. */
const NO_FORWARDING = { recipients: new Map(), ignored: new Set() };
/**
 * `undo.json`: the changes of a plan before the first of them is written, and at the end those that may have been written, each with the
 * value that was read back. A run that is killed, or whose disk is full, leaves the whole file that was written last.
 */
class UndoRecord {
    path;
    #header;
    #changes;
    #forwarding;
    #results = new Map();
    #now;
    #nextAt = 0;
    /** Writes the file. Throws the UserError `OUTPUT_UNWRITABLE`, also for a folder that has one. */
    constructor(folder, header, changes, forwarding, now) {
        this.path = external_node_path_default().join(folder, 'undo.json');
        this.#header = { format: FORMAT, version: FORMAT_VERSION, productVersion: version/* VERSION */.xv, ...header };
        this.#changes = changes;
        this.#forwarding = forwarding;
        this.#now = now;
        if ((0,external_node_fs_.existsSync)(this.path)) {
            throw new errors/* UserError */.yo('OUTPUT_UNWRITABLE', `The folder ${folder} has the undo.json of an earlier apply.`, {
                hint: `Set ${(0,audience/* inputName */.yu)('output-directory')} to another folder, or omit it for a new one. Without this file, the earlier changes cannot be undone.`,
            });
        }
        this.save();
    }
    /** Records results. Those of which the service keeps another value than the plan's are soon on the disk. Throws as `save` does. */
    add(results) {
        for (const result of results)
            this.#results.set(result.change, result);
        const isNews = results.some(({ change, readBack, moved = [], others = [] }) => (readBack !== undefined && !isEqual(readBack, change.after)) || moved.length + others.length > 0);
        if (isNews && this.#now() > this.#nextAt)
            this.save();
    }
    /** Replaces the file as a whole. Throws the UserError `OUTPUT_UNWRITABLE`; the file is then as before. */
    save() {
        const began = this.#now();
        const entries = this.#changes.flatMap((change) => this.#entriesOf(change));
        try {
            (0,rename/* replaceFile */.f)(this.path, changesFile(this.#header, entries), FILE_MODE);
        }
        catch (error) {
            throw (0,temp_folder/* outputError */.cw)(this.path, error);
        }
        const ended = this.#now();
        this.#nextAt = ended + PACE * (ended - began);
    }
    /** A change is left out once it is certain that it was not written. */
    #entriesOf(change) {
        const result = this.#results.get(change);
        if (result?.isWritten === false)
            return [];
        const { readBack, others, moved = [] } = result ?? {};
        const { title, found, expected } = change;
        const evidence = { title, found, expected };
        const recipient = this.#forwarding.recipients.get(change);
        const isIgnored = this.#forwarding.ignored.has(change) ? true : undefined;
        const ofOthers = others !== undefined && others.length > 0 ? { others } : {};
        return [
            { ...storedChange(change), ...evidence, recipient, isIgnored, readBack, ...ofOthers },
            ...moved.map((each) => ({ ...storedChange(each), ...evidence, readBack: each.after })),
        ];
    }
}
function isEqual(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
const isUndoRecord = (0,json_shape/* objectOf */.Xy)({
    format: (0,json_shape/* oneOf */.yL)([FORMAT]),
    version: (0,json_shape/* oneOf */.yL)(READ_VERSIONS),
    tenant: json_shape/* isText */.KH,
    cloud: json_shape/* isText */.KH,
    changes: (0,json_shape/* arrayOf */.jk)(json_shape/* isPresent */.Wo),
});
const isApproved = (0,json_shape/* objectOf */.Xy)({ plan: json_shape/* isText */.KH, approvers: (0,json_shape/* optional */.lq)((0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH)) });
/** Whose changes an `undo.json` has, and how many; undefined if it is none. */
function undoneRunIn(text) {
    const json = jsonOrUndefined(text);
    if (!isUndoRecord(json) || !isUndoneRun(json) || !isApproved(json))
        return undefined;
    const { tenant, cloud, plan, approvers, repository, run, actor, applied } = json;
    return { tenant, cloud, plan, approvers, repository, run, actor, applied, changes: json.changes.length };
}
/**
 * Reads an `undo.json`. Rejects with the UserError `UNDO_FILE` if it is none, or if no apply could have written it: with a setting or value
 * that no policy sets, or with addresses and GUIDs that disagree.
 */
async function readUndoFile(file, workspace) {
    const { bytes, relativePath } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        code: 'UNDO_FILE',
        noun: 'undo file',
        input: 'undo-file',
        extensions: ['json'],
        maxBytes: MAX_BYTES,
    });
    const refused = (what) => new errors/* UserError */.yo('UNDO_FILE', `${relativePath} ${what}.`, {
        hint: `Download the artifact of the run that applied the changes, and set ${(0,audience/* inputName */.yu)('undo-file')} to the undo.json in it, unchanged.`,
        place: { file: relativePath },
    });
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    if (!isUndoRecord(json) || !source_run_isUndoneRun(json))
        throw refused('is not the undo.json of a run of this version');
    const { tenant, cloud, repository, run, actor, applied } = json;
    const changes = json.changes.map(undoneChange);
    const wrong = changes.indexOf(undefined);
    if (wrong >= 0)
        throw refused(`has a change, number ${wrong + 1}, that no apply makes`);
    const entries = changes.filter((change) => change !== undefined);
    const disagreeing = disagreement(entries);
    if (disagreeing !== undefined)
        throw refused(`names the mailbox ${disagreeing} with several GUIDs, or its GUID with several addresses`);
    const source = { repository, run, actor, applied };
    const recipients = new Map(entries.flatMap((change, at) => {
        const guid = (0,src_json/* property */.MZ)(json.changes[at], 'recipient');
        return (0,src_json/* isGuid */.W_)(guid) ? [[targetKey(change), guid]] : [];
    }));
    const isIgnored = (_, at) => (0,src_json/* property */.MZ)(json.changes[at], 'isIgnored') === true;
    const ignored = new Set(entries.filter(isIgnored).map(targetKey));
    return { tenant, cloud, source, digest: (0,external_node_crypto_.hash)('sha256', bytes), recipients, ignored, changes: entries.reverse() };
}
/** The change back that an entry describes; undefined if no apply wrote it. */
function undoneChange(entry) {
    const change = changeIn(entry);
    if (change === undefined || !(0,src_json/* isObject */.Gv)(entry) || !isApplicable(change))
        return undefined;
    const { readBack = change.after } = entry;
    const target = targetOf(change);
    // An object as the value of a parameter can make a cmdlet do something else.
    const isParameter = target.service === 'exchange' && change.setting !== policy_definition/* WHOLE_ROW */.p9;
    if (!isSameType(readBack, change.after) || (isParameter && (0,src_json/* isObject */.Gv)(readBack)))
        return undefined;
    // Files of earlier versions have no evidence.
    const [title = '', found = '', expected = ''] = [entry.title, entry.found, entry.expected].map((text) => typeof text === 'string' ? text : '');
    const undone = { ...change, title, found, expected, cells: [], before: readBack, after: change.before };
    const { after } = undone;
    if (change.setting !== policy_definition/* WHOLE_ROW */.p9 || !(0,src_json/* isObject */.Gv)(after))
        return undone;
    return { ...undone, entry: target.entries?.givenBack(change.entry, after) ?? change.entry };
}
/** Whether a policy or a restore can set the value, or the change of a language can move it, and the earlier value is of the same type. */
function isApplicable(change) {
    const { setting, before, after, entry } = change;
    return isSameType(before, after) && targetOf(change).canSet(setting, after, entry);
}
function isSameType(one, other) {
    if (one === null || other === null)
        return true;
    return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}
/** A mailbox that entries name by an address with several GUIDs, or by a GUID with several addresses. */
function disagreement(changes) {
    const earlierValues = new Map();
    const disagrees = (key, value) => {
        const earlier = earlierValues.get(key) ?? value;
        earlierValues.set(key, value);
        return earlier !== value;
    };
    return changes.find((change) => {
        const address = change.address.toLowerCase();
        const ids = { account: change.mailboxId?.toLowerCase(), mailbox: change.guid?.toLowerCase() };
        return Object.entries(ids).some(([kind, id]) => id !== undefined && (disagrees(`${kind} ${id}`, address) || disagrees(`${kind} of ${address}`, id)));
    })?.address;
}

;// CONCATENATED MODULE: ./src/remediation/apply.ts

















/**
 * Applies a plan. The undo record is on the disk and uploaded before the first write. Rejects with a UserError if that is not possible: nothing was
 * changed then. A file that cannot be written later ends the run after the writes under way. Changes that are not verified are read once more
 * at the end.
 *
 * @param onDone receives each result once, as it is at the end; without it, results are logged
 */
async function applyPlan(run, plan, folder, service, guard, onDone) {
    const { inputs, outputs, warnings, step, runner } = run;
    const { core, signal, now } = runner;
    const { changes } = plan;
    const { tenant, cloud, digest } = plan;
    const applied = new Date(now()).toISOString();
    const source = sourceRunOf(step);
    const approvers = await (0,workflow_repository/* approversOfRun */.V)(step, runner, inputs.githubToken);
    const forwarding = await formerForwarding(changes, (0,source_services/* servicesOf */.Y)(run).exchange).catch((error) => {
        // Nothing is written after a cancellation.
        if (signal.aborted)
            return NO_FORWARDING;
        throw error;
    });
    const header = { tenant, cloud, ...source, approvers, applied, plan: digest };
    const record = new UndoRecord(folder, header, changes, forwarding, now);
    const csv = new AppliedCsv(folder, inputs.csv);
    const results = [];
    let unwritable;
    let uploaded;
    let tooLate;
    const orStop = async (write) => {
        try {
            await write();
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            unwritable ??= error;
        }
    };
    try {
        await csv.add([]);
        uploaded = await uploadRecord(run, record.path, folder);
        const { limit, maxFailures } = inputs;
        const isStopped = () => unwritable !== undefined;
        const isEachAlone = inputs.mode === 'undo';
        const queue = { ...(0,machine.machineOf)(runner), service, guard, signal, limit, maxFailures, isEachAlone, isStopped };
        await (0,log/* logGroup */.QT)(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
            for await (const done of writeChanges(changes, queue)) {
                results.push(...done);
                if (onDone === undefined)
                    logChanges(core, inputs.summary, done);
                else
                    onDone(done.filter((result) => !isUnverified(result)));
                await orStop(() => record.add(done));
                await orStop(() => csv.add(done));
            }
        });
        const unverified = results.filter(isUnverified);
        if (unverified.length > 0) {
            await orStop(() => record.save());
            const lateResults = await (0,log/* logGroup */.QT)(core, 'Read the changes again that are not verified', async () => {
                const later = await verifiedLater(results, queue);
                if (onDone === undefined)
                    logChanges(core, inputs.summary, [...later.values()]);
                else
                    onDone(unverified.map((result) => later.get(result.change) ?? result));
                return later;
            });
            tooLate = stoppedTooEarly(results, lateResults, maxFailures);
            for (const [at, result] of results.entries())
                results[at] = lateResults.get(result.change) ?? result;
            await orStop(() => record.add([...lateResults.values()]));
            await orStop(() => csv.close());
            if (lateResults.size > 0)
                await orStop(() => csv.replace(results));
        }
        await orStop(() => record.save());
    }
    finally {
        await orStop(() => csv.close());
    }
    const countOf = (status) => results.filter((each) => each.status === status).length;
    outputs.set({
        'applied-count': countOf('applied'),
        'failed-count': failedCount(countOf),
        'pending-count': countOf('pending'),
    });
    const affected = results.filter(({ others = [] }) => others.length > 0).length;
    if (affected > 0) {
        warnings.add(`${(0,numbers/* counted */.hS)(affected, 'change', 'changes')} also changed something that the plan does not have. The summary and applied.csv name it.`);
    }
    const deniedChange = results.find(({ isDenied }) => isDenied === true);
    const outcome = appliedOutcome(countOf, unwritable ?? (deniedChange && deniedError(deniedChange, inputs)) ?? tooLate);
    return { outcome, results, approvers, files: [csv.path, record.path], record: uploaded };
}
function deniedError({ change, error }, { clientId }) {
    const cmdlet = cmdletOf(change) ?? 'Set-Mailbox';
    const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
    return new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(cmdlet, clientId));
}
function isUnverified({ status }) {
    return status === 'not-verified';
}
/** Why changes were not tried although all others are verified in the end: they were not in time. */
function stoppedTooEarly(results, lateResults, maxFailures) {
    const failures = results.filter(isFailure);
    const pending = results.filter(({ status }) => status === 'pending').length;
    if (pending === 0 || failures.length < maxFailures || failures.some(({ change }) => !lateResults.has(change)))
        return undefined;
    const message = `${(0,numbers/* counted */.hS)(pending, 'change was', 'changes were')} not tried: ${(0,numbers/* counted */.hS)(lateResults.size, 'change was', 'changes were')} verified only at the end, after ${(0,audience/* inputName */.yu)('max-failures')} had stopped the run.`;
    return new errors/* UserError */.yo('CHANGES_FAILED', message, { hint: 'Apply the same plan again until it expires.' });
}

;// CONCATENATED MODULE: ./src/remediation/left-row.ts

const REASONS = {
    inconclusive: 'a service did not return what the rule needs',
    unread: 'another report of the mailbox could not be read',
    hidden: 'Exchange Online does not show the earlier value, or the id of the mailbox',
    ineffective: 'not corrected by "set", since the settings have these values already',
    unclear: 'the rule has several columns, and it is not clear which settings correct them. Name the column under "set"',
    'account-denied': 'the application may not read the account and the addresses of the mailbox. Grant it User.Read.All',
    'account-unknown': 'the account or the addresses of the mailbox could not be read',
    'same-mailbox': 'the list names the mailbox by another address, too',
    'two-entries': 'the trustee has the right by two entries, and a command could take either. Take them away by hand',
    'due-right': 'the right is registered, and only due for review',
    twins: 'the mailbox had several of these, which the report cannot tell apart',
    'unknown-holder': 'the name or address is not known to be that of the same account or group',
    'renamed-trustee': 'the name of the trustee is not known to be that of its ID. Take the right away by hand',
    'unknown-recipient': 'the ID of the recipient to whom mail was forwarded is not known, or the name is not known to be that of the same recipient',
    'ignored-address': 'the address had no effect while the mailbox forwarded to a recipient, which it no longer does',
    'other-mailbox': 'the address is that of another mailbox now',
    'not-in-report': 'the report does not have the mailbox',
    'unknown-address': 'the report does not have the address, and it could not be read which mailbox it names. Graph knows user principal names and IDs, but no other addresses',
    'no-kept-id': 'the report does not say which mailbox it was. Reports of all mailboxes, and those with accounts or mailbox-properties, do',
    'no-kept-holder': 'the report does not say whose address it was. Reports of all mailboxes, and those with accounts or mailbox-properties, say it of each mailbox that they have, and no report says it of groups',
};
const TEXTS = { ...TARGET_PROBLEMS, ...REASONS };
/** @param code one of those above, or of a target */
function reasonText(code) {
    return TEXTS[code] ?? code;
}

// EXTERNAL MODULE: ./src/reports/definition.ts
var reports_definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/file-columns.ts
var file_columns = __webpack_require__(14423);
// EXTERNAL MODULE: ./src/reports/known.ts
var known = __webpack_require__(81168);
// EXTERNAL MODULE: ./src/reports/row-view.ts
var row_view = __webpack_require__(20573);
;// CONCATENATED MODULE: ./src/remediation/planned-change.ts








/** The change that a rule requires of one setting, with the reasons for it. */
function plannedChange(target, { path: setting, value: after }, { id, title, when, expect }, { findings, judged, resource, beside, }) {
    const columns = new Set([...Object.keys(when), ...Object.keys(expect)].filter((column) => column !== reports_definition/* MAILBOX_COLUMN */.aN));
    const cells = [...columns].map((column) => writtenCell(judged, column, beside));
    // Where a rule forwards is often a condition, and evidence. True and false say no more than the rule.
    const conditions = cells.flatMap(({ column, cell }) => {
        const found = (0,known/* shownOf */.Rp)(cell) ?? null;
        return Object.hasOwn(expect, column) || found === null || typeof found === 'boolean' ? [] : [{ column, found }];
    });
    return {
        ...target,
        rules: [id],
        title,
        item: itemOf(judged),
        setting,
        before: settingIn(resource, setting),
        after,
        found: [...findings, ...conditions]
            .map(({ column, found }) => `${column}: ${(0,display/* cellText */.Ie)(found) || 'blank'}`)
            .join('; '),
        expected: findings.map(({ column, expected }) => `${column}: ${expected}`).join('; '),
        cells,
    };
}
/** A change that several rules require. Throws the UserError `SET_CONFLICT` if they set different values. */
function merged(earlier, change, { place }) {
    if (earlier === undefined)
        return change;
    const { setting, address } = change;
    if (!isSame(setting, earlier.after, change.after)) {
        const ruleIds = [...earlier.rules, ...change.rules].join('" and "');
        throw new errors/* UserError */.yo('SET_CONFLICT', `The rules "${ruleIds}" set ${setting} of ${address} to different values.`, {
            hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".',
            place,
        });
    }
    const joinedText = (name) => [...new Set([earlier[name], change[name]])].join('; ');
    const newCells = change.cells.filter(({ report, column }) => !earlier.cells.some((cell) => cell.report === report && cell.column === column));
    return {
        ...earlier,
        rules: [...new Set([...earlier.rules, ...change.rules])],
        title: joinedText('title'),
        found: joinedText('found'),
        expected: joinedText('expected'),
        cells: [...earlier.cells, ...newCells],
    };
}
/** The cell that a rule about a row names, of its own report or another one. */
function writtenCell({ report, row }, written, { reports, rowsOf }) {
    const reference = (0,reports_definition/* referenceOf */.Bz)(report, written);
    if (reference === undefined)
        return cellOf(report, row, written);
    const other = reports.find(({ name }) => name === reference.report);
    const [otherRow] = rowsOf(reference.report) ?? [];
    if (other !== undefined && otherRow?.status === 'ok')
        return cellOf(other, otherRow, reference.column);
    return { ...reference, cell: known/* NOT_READ */.VF };
}
/** A cell of a row as plans keep it. */
function cellOf(report, row, column) {
    const ofFile = (0,file_columns/* fileColumn */.Z)(report, column);
    if (ofFile?.isOfCell === true)
        return { report: report.name, column, cell: ofFile.valueIn(row) };
    const listed = ofFile?.valueIn(row);
    if (listed !== undefined)
        return { report: report.name, column, cell: (0,known/* known */.eO)(listed.isKnown ? (listed.value ?? '') : null) };
    const position = Object.keys(report.columns).indexOf(column);
    const cell = (0,row_view/* cellAt */.G0)(row, position);
    // A file of a plan has the word for a derived cell.
    const written = cell.isKnown ? cell : (0,known/* atLeast */.jZ)(row.cells[position] ?? null);
    return { report: report.name, column, cell: written };
}
/** The cells that show an object after changes, by column. Undefined if the report does not read it as one row. */
function cellsAfter(readRow, { report, mailbox, object, changes }) {
    const row = readRow(report, mailbox, changed(object, changes));
    return row && ((column) => cellOf(report, row, column));
}
function isSameCell(one, other) {
    const [a, b] = [one, other].map(({ column, cell }) => [cell.isKnown, comparable(column, (0,known/* shownOf */.Rp)(cell) ?? null)]);
    return JSON.stringify(a) === JSON.stringify(b);
}
function itemOf({ report, row }) {
    return (0,row_identity/* rowIdentity */.lM)(report).itemOf(row);
}

// EXTERNAL MODULE: ./src/text/registration.ts
var registration = __webpack_require__(60658);
;// CONCATENATED MODULE: ./src/remediation/target-plan.ts








/** Decides what the rules of a policy change of one target: the settings of a mailbox, an inbox rule, or what a cmdlet sets. */
class TargetPlanner {
    #judge;
    #identities;
    #readRow;
    #now;
    /** @param judge judges rows as they are now, or would be. Its counts of exemptions mean nothing */
    constructor(judge, identities, readRow, now) {
        this.#judge = judge;
        this.#identities = identities;
        this.#readRow = readRow;
        this.#now = now;
    }
    /** The row of a report that shows an object of the service, with its violations; undefined if it cannot be read as one. */
    judged(report, mailbox, resource, beside) {
        const row = this.#readRow(report, mailbox, resource);
        const verdict = row && this.#judge.judgeOf(report.name)?.([row], beside.rowsOf);
        return row && { report, row, findings: countedFindings(row, verdict?.rules) };
    }
    /**
     * Changes only the settings that violating cells need. Throws the UserError `SET_CONFLICT` if rules set different values or undo each
     * other, and `SET_REFUSED` if a rule is violated after its change too, or the service would refuse the change.
     */
    plan(target, resource, rows, beside) {
        const changes = new Map();
        const left = [];
        const rules = new Map();
        for (const judgedRow of rows) {
            for (const [rule, findings] of Map.groupBy(judgedRow.findings, (finding) => finding.rule)) {
                if (rule.set === undefined)
                    continue;
                const needed = this.#reasonToSkip(rule, target, resource) ??
                    (isRemoval(rule) && findings.every(isDue) ? 'due-right' : undefined) ??
                    (isRemoval(rule) ? rule.set : this.#needed(rule, findings, judgedRow, resource));
                if (typeof needed === 'string') {
                    left.push(leftRow(judgedRow, rule, needed));
                    continue;
                }
                const differing = needed.filter(({ path, value }) => !isSame(path, settingIn(resource, path), value));
                if (differing.length === 0)
                    left.push(leftRow(judgedRow, rule, 'ineffective'));
                for (const { path, value } of differing) {
                    rules.set(rule.id, rule);
                    const change = plannedChange(target, { path, value }, rule, {
                        findings,
                        judged: judgedRow,
                        resource,
                        beside,
                    });
                    changes.set(path, merged(changes.get(path), change, rule));
                }
            }
        }
        const targetChanges = [...changes.values()];
        if (changes.has(policy_definition/* WHOLE_ROW */.p9) && changes.size > 1)
            throw removedAndSet(target, rules);
        if (targetChanges.length > 0)
            this.#check(target, resource, { rows, planned: targetChanges, rules, beside });
        return { changes: targetChanges, left };
    }
    #reasonToSkip(rule, target, resource) {
        const { address, mailboxId, guid, entry } = target;
        const refusal = targetOf(target).refusalOf?.(entry, resource);
        if (refusal !== undefined)
            return refusal;
        const isShown = (rule.set ?? []).every(({ path }) => Object.hasOwn(resource, path));
        if (guid !== undefined && (guid === '' || !isShown))
            return 'hidden';
        const { exemptions, baseline } = this.#judge;
        // An address alone can name another mailbox by the time of the write.
        const isBound = mailboxId !== undefined || guid !== undefined;
        const isOfFile = exemptions.isInForce(rule.id) || baseline?.hasRule(rule.id) === true;
        const needsAddresses = isOfFile || namesRegister(rule);
        const hasAddresses = this.#identities.of(address)?.addresses !== undefined;
        if (isBound && (hasAddresses || !needsAddresses))
            return undefined;
        return (this.#identities.isDenied ? 'account-denied' : 'account-unknown');
    }
    /** The settings that the violating cells of a row need. */
    #needed(rule, findings, judgedRow, resource) {
        const settings = (rule.set ?? []).map(wholeTimeZone);
        const columns = Object.keys(rule.expect);
        const violating = new Set(findings.map(({ column }) => column));
        const corrected = new Set();
        const needed = [];
        for (const setting of settings) {
            const shownIn = setting.column === undefined ? this.#columnsOf(setting, judgedRow, resource, columns) : [setting.column];
            for (const column of shownIn)
                corrected.add(column);
            const isAlready = isSame(setting.path, settingIn(resource, setting.path), setting.value);
            if (shownIn.length === 0 && !isAlready && violating.size < columns.length)
                return 'unclear';
            if (shownIn.length === 0 || shownIn.some((column) => violating.has(column)))
                needed.push(setting);
        }
        const isCorrected = violating.size === columns.length || [...violating].every((column) => corrected.has(column));
        return isCorrected ? needed : 'unclear';
    }
    /** The columns whose cells a setting changes. */
    #columnsOf({ path, value }, { report, row }, resource, columns) {
        const [before, after] = [[], [{ setting: path, after: value }]].map((changes) => cellsAfter(this.#readRow, { report, mailbox: row.mailbox, object: resource, changes }));
        if (before === undefined || after === undefined)
            return [];
        return columns.filter((column) => !isSameCell(before(column), after(column)));
    }
    #check(target, resource, { rows, planned, rules, beside, }) {
        const [[, first] = []] = rules;
        const ruleIds = [...rules.keys()].join('", "');
        const problem = targetOf(target).problemOf?.(resource, planned, this.#now);
        if (problem !== undefined) {
            throw new errors/* UserError */.yo('SET_REFUSED', `With the "set" of the rules "${ruleIds}", ${target.address} ${problem.text}.`, {
                hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
                place: first?.place,
            });
        }
        // A row that is taken away violates nothing.
        if (planned.some(({ setting }) => setting === policy_definition/* WHOLE_ROW */.p9))
            return;
        const after = changed(resource, planned);
        for (const { report, row, findings } of rows) {
            for (const { rule, column } of this.judged(report, row.mailbox, after, beside)?.findings ?? []) {
                const cell = `${column} of ${target.address}`;
                if (rules.has(rule.id)) {
                    const message = `The "set" of the rule "${rule.id}" does not satisfy it: ${cell} would still violate it.`;
                    const hint = 'Correct "set", or leave the mailbox out under "when" or by an exemption.';
                    throw new errors/* UserError */.yo('SET_REFUSED', message, { hint, place: rule.place });
                }
                // A warning that asks for another change, such as the deletion of a disabled inbox rule, is no contradiction.
                if (rule.set === undefined && rule.severity === 'warning')
                    continue;
                if (findings.some((finding) => finding.rule === rule))
                    continue;
                const message = `With the "set" of the rules "${ruleIds}", ${cell} would violate the rule "${rule.id}".`;
                const hint = 'Correct the rules so that a mailbox can satisfy all of them, or limit each to different mailboxes under "when".';
                throw new errors/* UserError */.yo('SET_CONFLICT', message, { hint, place: rule.place });
            }
        }
    }
}
/** Whether a right violates a rule only because nobody has reviewed it: nothing is taken away because nobody answered. */
function isDue({ column, found }) {
    return column === registration/* REGISTERED_COLUMN */.c && found === 'due';
}
/** Whether a rule depends on what a register says about a right. */
function namesRegister({ when, expect }) {
    return Object.hasOwn(when, registration/* REGISTERED_COLUMN */.c) || Object.hasOwn(expect, registration/* REGISTERED_COLUMN */.c);
}
/** Whether a rule takes the violating row away. */
function isRemoval({ set }) {
    return set?.some(({ path }) => path === policy_definition/* WHOLE_ROW */.p9) === true;
}
function removedAndSet({ address }, rules) {
    const [[, first] = []] = rules;
    const ids = [...rules.keys()].join('" and "');
    return new errors/* UserError */.yo('SET_CONFLICT', `The rules "${ids}" set and remove the same row of ${address}.`, {
        hint: 'Limit each rule to different rows under "when".',
        place: first?.place,
    });
}
function leftRow(judgedRow, rule, code) {
    const { address: mailbox } = judgedRow.row.mailbox;
    return { mailbox, item: itemOf(judgedRow), rule: rule.id, reason: reasonText(code) };
}
/** The violations of a row that `set` corrects, as left for a reason. */
function rowsToChange(judgedRow, code) {
    const rules = new Set(judgedRow.findings.map(({ rule }) => rule).filter(({ set }) => set !== undefined));
    return [...rules].map((rule) => leftRow(judgedRow, rule, code));
}
/** The violations of a row that are neither exempt nor known. */
function countedFindings(row, rules = []) {
    return rules
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.row === row && (finding.verdict === 'fail' || finding.verdict === 'warn'));
}
/** A custom time zone has more than a name, so the zone is replaced as a whole. */
function wholeTimeZone(setting) {
    return setting.path === `${ZONE}.name` ? { ...setting, path: ZONE, value: { name: setting.value } } : setting;
}

;// CONCATENATED MODULE: ./src/remediation/guard.ts








/**
 * The guard of a plan that a policy made: a change fits while the values that it sets and the cells that its rules read are those of
 * the plan, and the policy, judging the row again, requires the same change. Other properties may differ.
 */
function policyGuard(identities, options) {
    const ofTargets = Map.groupBy(options.planned, targetKey);
    return (changes, resource) => {
        const [first] = changes;
        if (first === undefined)
            return [];
        const values = valueGuard(identities)(changes, resource);
        if (values.every(({ status }) => status !== 'fits'))
            return values;
        // What this run, or an earlier one of the same plan, has changed is as the plan expects, so it is judged as it was.
        const done = (ofTargets.get(targetKey(first)) ?? changes).filter(({ setting, after }) => isSame(setting, settingIn(resource, setting), after));
        const before = changed(withAdditions(first, resource, options), done.map(({ setting, before: after }) => ({ setting, after })));
        const rows = judgedRows(first, before, options);
        const plan = planAgain(first, before, rows, options);
        return changes.map((change, index) => {
            const fit = values[index] ?? stale('It was not read');
            return fit.status === 'fits' ? fitOfRow(change, rows, plan, options.besideOf(change.address)) : fit;
        });
    };
}
/**
 * The guard of an undo or a restore, which no policy requires: a change fits while its setting has the value of the plan, or what the service
 * made of it. The record of a run that was killed does not have what was read back. An inbox rule must do what it did before the
 * change: without its conditions, it would do it to every message.
 *
 * @param unknown changes that would forward to a recipient who is not known to be the former one
 * @param isIgnored whether an address had no effect, since the mailbox forwarded to a recipient
 */
function undoGuard(identities, unknown, isIgnored) {
    const hasValues = valueGuard(identities, shows);
    return (changes, resource) => hasValues(changes, resource).map((fit, index) => {
        const change = changes[index];
        if (fit.status !== 'fits' || change === undefined)
            return fit;
        if (unknown.has(change))
            return stale(`Not written: ${reasonText('unknown-recipient')}`);
        if (isIgnored(change) && typeof resource.ForwardingAddress !== 'string')
            return stale(`Not written: ${reasonText('ignored-address')}`);
        const difference = targetOf(change).differenceOf?.(change.entry, resource);
        return difference === undefined ? fit : stale(difference);
    });
}
/** A change fits while its setting has the value of the plan. */
function valueGuard(identities, hasValue = isSame) {
    return (changes, resource) => changes.map((change) => {
        const { setting, before, after } = change;
        const other = otherMailbox(change, identities);
        if (other !== undefined)
            return other;
        const current = settingIn(resource, setting);
        if (isSame(setting, current, after))
            return { status: 'unchanged' };
        const misfit = targetOf(change).misfitOf?.(resource);
        if (misfit !== undefined)
            return stale(misfit);
        if (hasValue(setting, current, before))
            return { status: 'fits' };
        return stale(`Changed since the plan: the value is ${shownValue(current)}`);
    });
}
/** Why the address and the ids of a change are not known to name one mailbox; undefined if they are. */
function otherMailbox({ address, mailboxId, guid }, identities) {
    const ids = [
        [mailboxId, identities.idOf(address)],
        [guid, identities.of(address)?.guid],
    ].filter(([idOfPlan]) => idOfPlan !== undefined);
    if (ids.length === 0)
        return stale(`The plan does not say whose account the address ${address} is`);
    if (ids.every(([idOfPlan, idNow]) => idOfPlan?.toLowerCase() === idNow?.toLowerCase()))
        return undefined;
    const isKnown = ids.every(([, idNow]) => idNow !== undefined);
    if (isKnown)
        return stale(`${address} is another mailbox than that of the plan`);
    const cause = identities.failureOf(address);
    if (cause === undefined)
        return stale(`${address} is not known to be the mailbox of the plan`);
    return guard_failed(`It could not be read which mailbox has the address ${address}: ${cause}`);
}
function withAdditions(change, resource, { additionsOf }) {
    // The rows of a list are other entries.
    if (Object.hasOwn(resource, policy_definition/* WHOLE_ROW */.p9))
        return resource;
    const additions = additionsOf(change.address, reportOf(change));
    const whole = { ...additions, ...resource };
    const isSameRecipient = isSame('', additions.ForwardingAddress ?? null, whole.ForwardingAddress ?? null);
    return isSameRecipient ? whole : { ...whole, recipientAddress: null };
}
/** The rows of the reports that show the target. */
function judgedRows(change, resource, { planner, reports, mailboxOf, besideOf }) {
    const names = reportsOf(change);
    return reports
        .filter(({ name }) => names.includes(name))
        .flatMap((report) => planner.judged(report, mailboxOf(change.address), resource, besideOf(change.address)) ?? []);
}
function planAgain({ address, mailboxId, guid, target, entry }, resource, rows, { planner, besideOf }) {
    try {
        return planner.plan({ address, mailboxId, guid, target, entry }, resource, rows, besideOf(address));
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
function fitOfRow(change, rows, plan, { reports, rowsOf }) {
    for (const cell of change.cells) {
        const own = rows.find(({ report }) => report.name === cell.report);
        const report = own?.report ?? reports.find(({ name }) => name === cell.report);
        const row = own?.row ?? rowsOf(cell.report)?.[0];
        const now = report && row?.status === 'ok' ? cellOf(report, row, cell.column) : undefined;
        if (now === undefined) {
            const error = `A rule of this change reads ${cell.column}, which cannot be read`;
            return row === undefined || row.status === 'ok' || (0,mailbox_answer/* isMissing */.b)(row.status) ? stale(error) : guard_failed(error);
        }
        if (!isSameCell(now, cell)) {
            const value = now.cell.isKnown ? shownValue(now.cell.value) : 'not known';
            return stale(`Changed since the plan: ${cell.column}, which a rule of this change reads, is ${value}`);
        }
    }
    if (plan instanceof errors/* UserError */.yo)
        return stale(plan.message);
    const again = plan.changes.find(({ setting }) => setting === change.setting);
    const isSameChange = again !== undefined &&
        isSame(change.setting, again.after, change.after) &&
        change.rules.every((rule) => again.rules.includes(rule));
    return isSameChange ? { status: 'fits' } : stale('The policy no longer requires this change');
}
function stale(error) {
    return { status: 'stale', error };
}
function guard_failed(error) {
    return { status: 'failed', error };
}
/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list and what the `set` of its rules gives: a plan that was
 * edited gains nothing.
 */
function requireChangesOfPolicy(changes, policy, list) {
    const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
    const isRequired = (change) => {
        const { setting, after } = change;
        const reports = reportsOf(change);
        const isOfRule = (id) => {
            const { report, set = [] } = rules.get(id) ?? {};
            const isReport = report !== undefined && reports.includes(report);
            return (isReport && set.map(wholeTimeZone).some(({ path, value }) => path === setting && isSame(setting, value, after)));
        };
        return change.rules.length > 0 && change.rules.every(isOfRule);
    };
    requireOwnChanges(changes, list, isRequired, {
        what: 'which the policy does not require',
        hint: 'The plan was edited. Make a new plan, review it and approve it.',
    });
}
/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list, occurs once and is expected.
 *
 * @param refusal `what`: completes "The plan changes <setting> of <address>, ..."
 */
function requireOwnChanges(changes, list, isExpected, refusal) {
    const addresses = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
    const targets = new Set();
    for (const change of changes) {
        const { address, setting } = change;
        const key = JSON.stringify([address.toLowerCase(), targetKey(change), setting]);
        const isRepeated = targets.has(key);
        targets.add(key);
        if (addresses.has(address.toLowerCase()) && !isRepeated && isExpected(change))
            continue;
        const message = `The plan changes ${setting} of ${address}, ${refusal.what}. Nothing was changed.`;
        throw new errors/* UserError */.yo('PLAN_FILE', message, { hint: refusal.hint });
    }
}

// EXTERNAL MODULE: ./src/mailboxes/internal-domains.ts
var internal_domains = __webpack_require__(18207);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/run/input-readers.ts
var input_readers = __webpack_require__(26464);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/source/source.ts + 27 modules
var source_source = __webpack_require__(26885);
;// CONCATENATED MODULE: ./src/remediation/corrected-rule.ts


/**
 * The policy with each rule that changes another report as a rule of that report, whose rows are then those that are changed:
 * `accounts` that expects `mailbox-properties.Hidden` becomes `mailbox-properties` that expects `Hidden`, and names columns of
 * `accounts`. Both have one row a mailbox, so that the same mailboxes violate it. The baseline names the columns as the policy does.
 */
function withCorrectedReports(policy, baseline, available) {
    const moved = new Map();
    const rules = policy.rules.map((rule) => {
        const own = available.get(rule.report);
        const target = rule.set && own && (0,policy_definition/* correctedReport */.mh)(own, Object.keys(rule.expect));
        if (own === undefined || target === undefined || target === own.name)
            return rule;
        moved.set(rule.id, target);
        return movedRule(rule, own, target);
    });
    const entries = baseline?.entries.map((entry) => {
        const target = moved.get(entry.rule);
        return target === undefined ? entry : { ...entry, column: entry.column.replace(`${target}.`, '') };
    });
    return { policy: { ...policy, rules }, baseline: baseline && entries && { ...baseline, entries } };
}
function movedRule(rule, own, target) {
    const renamed = (written) => {
        const reference = (0,reports_definition/* referenceOf */.Bz)(own, written);
        if (reference?.report === target)
            return reference.column;
        const isOfAll = written === reports_definition/* MAILBOX_COLUMN */.aN || own.listColumns?.has(written) === true;
        return reference !== undefined || isOfAll ? written : `${own.name}.${written}`;
    };
    const columns = (schemas) => Object.fromEntries(Object.entries(schemas).map(([column, schema]) => [renamed(column), schema]));
    return {
        ...rule,
        report: target,
        when: columns(rule.when),
        expect: columns(rule.expect),
        message: undefined,
        set: rule.set?.map((setting) => setting.column === undefined ? setting : { ...setting, column: renamed(setting.column) }),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/store/rows-header.ts
var rows_header = __webpack_require__(68848);
;// CONCATENATED MODULE: ./src/remediation/access-changes.ts

/** The sentences of the changes of a plan, by mailbox and by trustee. */
function accessChanges(changes) {
    const sentences = changes.flatMap((change) => {
        const sentence = sentenceOf(change);
        return sentence === undefined ? [] : [{ mailbox: change.address, ...sentence }];
    });
    const ofTrustees = Map.groupBy(sentences.filter(({ who }) => who !== ''), ({ who }) => who);
    return {
        mailboxes: [...Map.groupBy(sentences, ({ mailbox }) => mailbox)].map(([mailbox, own]) => ({
            mailbox,
            sentences: own.map(({ text }) => text),
        })),
        trustees: [...ofTrustees].map(([trustee, own]) => ({ trustee, sentences: own.map(({ text }) => text) })),
    };
}

;// CONCATENATED MODULE: ./src/remediation/rule-violations.ts

const isRuleViolations = (0,json_shape/* objectOf */.Xy)({
    rule: json_shape/* isText */.KH,
    planned: json_shape/* isWhole */.wP,
    exempt: json_shape/* isWhole */.wP,
    known: json_shape/* isWhole */.wP,
    inconclusive: json_shape/* isWhole */.wP,
    notChangeable: json_shape/* isWhole */.wP,
});
/** How many violations are neither planned, exempt nor known. What is inconclusive may be one. */
function leftOutCount(violations) {
    return violations.reduce((sum, { inconclusive, notChangeable }) => sum + inconclusive + notChangeable, 0);
}

;// CONCATENATED MODULE: ./src/remediation/plan-file.ts



















/** The name of the file. */
const PLAN_JSON = 'plan.json';
const plan_file_FORMAT = 'mailbox-report-plan';
const plan_file_FORMAT_VERSION = 2;
/** Bytes. 100,000 changes have some 80 MB. */
const plan_file_MAX_BYTES = 256 * 1024 * 1024;
const DAYS_VALID = 7;
/**
 * The digests of what a plan is made of, but for an undo. The order of the list does not count.
 *
 * @param all whether the list has the mailboxes of the changes of a plan of the whole tenant
 */
function planDigests(list, policy, baseline, all = false) {
    const mailboxes = list.mailboxes.map(({ address, columns = [] }) => JSON.stringify([address.toLowerCase(), columns]));
    return {
        list: (0,rows_header/* digestOf */.ol)([list.columns, mailboxes.sort(), ...(all ? ['all'] : [])]),
        policy: policy && (0,rows_header/* policyDigest */.p1)(policy),
        baseline: baseline && (0,rows_header/* baselineDigest */.E8)(baseline),
        register: policy?.register && (0,rows_header/* registerDigest */.GS)(policy.register),
    };
}
/** What a plan changes: what a policy requires, what an apply changed, or what an earlier report shows otherwise. */
const PLAN_KINDS = ['policy', 'undo', 'restore'];
/** Writes `plan.json` into a folder, with the workflow run that makes it. Rejects with the UserError `OUTPUT_UNWRITABLE`. Returns the plan with its digest. */
async function writePlanFile(folder, { changes, ...plan }, step, now) {
    const source = sourceRunOf(step);
    const created = Math.trunc(now);
    const expires = created + DAYS_VALID * numbers/* DAY_MS */.sO;
    const access = accessChanges(changes);
    const header = {
        format: plan_file_FORMAT,
        version: plan_file_FORMAT_VERSION,
        productVersion: version/* VERSION */.xv,
        ...plan,
        access: access.mailboxes.length === 0 ? undefined : access,
        ...source,
        commit: step.commit,
        created: new Date(created).toISOString(),
        expires: new Date(expires).toISOString(),
    };
    const stored = changes.map((change) => {
        const { title, found, expected, cells } = change;
        const reasons = { title, found, expected, cells: cells.map(storedCell) };
        return { ...storedChange(change), sentence: sentenceOf(change)?.text, ...reasons };
    });
    const text = changesFile(header, stored);
    const file = external_node_path_default().join(folder, PLAN_JSON);
    try {
        await (0,promises_.rm)(file, { force: true });
        await (0,promises_.writeFile)(file, text, { flag: 'wx', mode: FILE_MODE });
    }
    catch (error) {
        throw (0,temp_folder/* outputError */.cw)(file, error);
    }
    return { ...plan, changes, source, created, expires, digest: (0,external_node_crypto_.hash)('sha256', text) };
}
/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
async function writePlanCsv(folder, changes, csv) {
    const file = new csv_file/* CsvFile */.fL(external_node_path_default().join(folder, 'plan.csv'), CHANGE_COLUMNS, csv, FILE_MODE);
    try {
        await file.write(changes.map(changeCells));
    }
    finally {
        await file.close();
    }
    return file.path;
}
/**
 * Reads the plan of the input `plan-file`. Rejects with the UserError `PLAN_FILE` for a file that cannot be read or is no plan of the kind, and with
 * `PLAN_CHANGED` if it is not the approved one.
 *
 * @param approved the digest that was approved
 */
async function readPlanFile(file, workspace, { kind, approved }) {
    const { bytes, relativePath } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        code: 'PLAN_FILE',
        noun: 'plan',
        input: 'plan-file',
        extensions: ['json'],
        maxBytes: plan_file_MAX_BYTES,
    });
    const digest = (0,external_node_crypto_.hash)('sha256', bytes);
    if (digest !== approved) {
        const message = `${relativePath} is not the approved plan: its digest is ${digest}. Nothing was changed.`;
        const hint = `Set ${(0,audience/* inputName */.yu)('plan-file')} to the plan.json of the run that gave ${(0,audience/* inputName */.yu)('plan-digest')}, unchanged. If it is another plan, review and approve that one.`;
        throw new errors/* UserError */.yo('PLAN_CHANGED', message, { hint, place: { file: relativePath } });
    }
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    const place = { file: relativePath };
    if ((0,src_json/* property */.MZ)(json, 'format') !== plan_file_FORMAT) {
        const hint = `Download the artifact of the run that made the plan, and set ${(0,audience/* inputName */.yu)('plan-file')} to the plan.json in it, unchanged.`;
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is not the plan.json of a run.`, { hint, place });
    }
    if ((0,src_json/* property */.MZ)(json, 'version') !== plan_file_FORMAT_VERSION) {
        const hint = 'Make a new plan with the version of this action that applies it.';
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is of another version of the format than ${plan_file_FORMAT_VERSION}.`, {
            hint,
            place,
        });
    }
    const plan = planIn(json);
    if (plan === undefined) {
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} has changes or members that no plan has.`, {
            hint: NEW_PLAN,
            place,
        });
    }
    if (plan.kind !== kind) {
        const { is, hint } = OF_KIND[plan.kind];
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is ${is}.`, { hint: `${hint}, or name another plan.`, place });
    }
    return { ...plan, digest };
}
const OF_KIND = {
    policy: { is: 'a plan of a policy', hint: 'Set "mode" to "apply", without "restore"' },
    undo: { is: 'a plan of an undo', hint: 'Set "mode" to "undo"' },
    restore: { is: 'a plan of a restore', hint: 'Set "mode" to "apply", and "restore" to the report' },
};
const NEW_PLAN = 'Make a new plan, review it and approve it.';
const isStoredPlan = (0,json_shape/* objectOf */.Xy)({
    kind: (0,json_shape/* oneOf */.yL)(PLAN_KINDS),
    undoes: (0,json_shape/* optional */.lq)(source_run_isUndoneRun),
    restores: (0,json_shape/* optional */.lq)((0,json_shape/* objectOf */.Xy)({ id: json_shape/* isText */.KH, repository: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH), url: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH), started: json_shape/* isTime */.K8 })),
    left: (0,json_shape/* arrayOf */.jk)((0,json_shape/* objectOf */.Xy)({ mailbox: json_shape/* isText */.KH, item: json_shape/* isText */.KH, rule: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH), reason: json_shape/* isText */.KH })),
    tenant: json_shape/* isText */.KH,
    cloud: json_shape/* isText */.KH,
    digests: (0,json_shape/* objectOf */.Xy)({
        list: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        policy: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        baseline: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        register: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        undo: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        rows: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
    }),
    counts: (0,json_shape/* objectOf */.Xy)({ mailboxes: json_shape/* isWhole */.wP, unread: json_shape/* isWhole */.wP }),
    violations: (0,json_shape/* arrayOf */.jk)(isRuleViolations),
    internalDomains: (0,json_shape/* optional */.lq)((0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH)),
    created: json_shape/* isTime */.K8,
    expires: json_shape/* isTime */.K8,
    changes: (0,json_shape/* arrayOf */.jk)(json_shape/* isPresent */.Wo),
});
const CELL = (0,json_shape/* objectOf */.Xy)({ report: json_shape/* isText */.KH, column: json_shape/* isText */.KH, value: json_shape/* isPresent */.Wo, isUnknown: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us) });
/** What a change has in a plan alone. */
const hasReasons = (0,json_shape/* objectOf */.Xy)({
    title: json_shape/* isText */.KH,
    found: json_shape/* isText */.KH,
    expected: json_shape/* isText */.KH,
    cells: (0,json_shape/* arrayOf */.jk)(CELL),
});
function planIn(json) {
    if (!isStoredPlan(json) || !isSourceRun(json))
        return undefined;
    const { kind, undoes, restores, left, tenant, cloud, digests, counts, violations, internalDomains, repository, run, actor, } = json;
    const changes = json.changes.map(plannedChangeIn);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    const [created, expires] = [Date.parse(json.created), Date.parse(json.expires)];
    const plan = { kind, undoes, restores, left, tenant, cloud, digests, counts, violations, internalDomains, changes };
    return { ...plan, source: { repository, run, actor }, created, expires };
}
function plannedChangeIn(entry) {
    const change = changeIn(entry);
    if (change === undefined || !hasReasons(entry))
        return undefined;
    const { title, found, expected, cells } = entry;
    return { ...change, title, found, expected, cells: cells.map(cellIn) };
}
function storedCell({ report, column, cell }) {
    return { report, column, value: (0,known/* shownOf */.Rp)(cell) ?? null, isUnknown: cell.isKnown ? undefined : true };
}
function cellIn({ report, column, value, isUnknown = false }) {
    return { report, column, cell: isUnknown ? (0,known/* atLeast */.jZ)(value) : (0,known/* known */.eO)(value) };
}
const MADE_OF = {
    list: 'mailbox list',
    policy: 'policy',
    baseline: 'baseline',
    register: 'register',
    undo: 'undo file',
    rows: 'earlier report',
};
/** Throws the UserError `PLAN_CHANGED` for the plan of another tenant, cloud, policy, list, baseline, register or undo file, and `PLAN_EXPIRED`. */
function requireFitting(plan, tenant, cloud, digests, now) {
    const other = (noun, hint) => new errors/* UserError */.yo('PLAN_CHANGED', `The plan was made for another ${noun}. Nothing was changed.`, { hint });
    if (plan.tenant.toLowerCase() !== tenant.toLowerCase()) {
        throw other(`tenant, ${plan.tenant}`, 'Sign in to the tenant of the plan, or make a plan for this one.');
    }
    if (plan.cloud !== cloud)
        throw other(`cloud, ${plan.cloud}`, NEW_PLAN);
    for (const name of ['list', 'policy', 'baseline', 'register', 'undo', 'rows']) {
        const hint = `The ${MADE_OF[name]} changed since, or the plan and this run do not name the same. ${NEW_PLAN}`;
        if (plan.digests[name] !== digests[name])
            throw other(MADE_OF[name], hint);
    }
    if (now <= plan.expires)
        return;
    const message = `The plan expired on ${new Date(plan.expires).toISOString()}. Nothing was changed.`;
    throw new errors/* UserError */.yo('PLAN_EXPIRED', message, { hint: NEW_PLAN });
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/mailboxes/identities.ts
var mailboxes_identities = __webpack_require__(31600);
// EXTERNAL MODULE: ./src/store/indexed-report.ts
var indexed_report = __webpack_require__(4863);
// EXTERNAL MODULE: ./src/store/report-files.ts + 1 modules
var report_files = __webpack_require__(68186);
// EXTERNAL MODULE: ./src/store/stored-definition.ts
var stored_definition = __webpack_require__(49554);
;// CONCATENATED MODULE: ./src/remediation/restore/restore-source.ts













/**
 * Opens the report that a path names. Rejects with the UserError `REPORT_UNREADABLE` for what is no whole report
 * of this version, or has nothing to restore.
 *
 * @param only what to bring back
 * @param tempFolder where temporary files may be
 */
async function readRestoreSource(place, only, { workspace, tempFolder }) {
    let report;
    try {
        report = await indexed_report/* IndexedReport */.o7.open(await report_files/* ReportFiles */.yD.open(external_node_path_default().resolve(workspace, place), { tempFolder }));
        const digest = await fileDigest(report.files.rowsFile);
        const { header } = report;
        const isChosen = ({ corrects }) => corrects !== undefined && only.includes(targetNamed(corrects.target).restoredAs);
        const chosen = header.reports.flatMap((kept, at) => {
            const definition = built_in/* builtInReports */.vc.get(kept.name);
            return definition === undefined || !isChosen(definition)
                ? []
                : [{ at, definition, reading: (0,stored_definition/* readingBy */.Sb)(definition, kept) }];
        });
        const outdated = chosen.flatMap(({ definition: { name }, reading }) => outdatedIn(name, reading));
        const readable = chosen.flatMap(({ at, definition, reading }) => (reading ? [{ at, definition, ...reading }] : []));
        if (readable.length === 0)
            throw nothingToRestore(place, only, outdated);
        const open = report;
        const found = new Map();
        const keptOf = (names) => {
            const stored = open.findNamed(...names);
            if (stored === undefined)
                return undefined;
            const results = readable.flatMap(({ at, definition: { name }, read }) => {
                const result = stored.reports[at];
                return result === undefined ? [] : [[name, read(result)]];
            });
            return { results: new Map(results), ids: stored.ids };
        };
        const { tenant, cloud, run } = header;
        return {
            digest,
            tenant,
            cloud,
            run: { id: run.id, repository: run.repository, url: run.url, started: run.started.toISOString() },
            reports: readable.map(({ definition }) => definition),
            outdated,
            accountOf: (address) => open.findNamed(address)?.ids?.account,
            mailboxOf: (address, ids = {}) => {
                const names = [address, ...(0,mailboxes_identities/* idsOf */.U)(ids)];
                const key = JSON.stringify(names);
                if (!found.has(key))
                    found.set(key, keptOf(names));
                return found.get(key);
            },
            close: () => open.close(),
        };
    }
    catch (error) {
        await report?.close();
        throw (0,report_files/* unreadableReport */.wH)(place, error);
    }
}
/** The parts of a report that another version of the program read: the report as a whole, or columns. */
function outdatedIn(report, reading) {
    return reading === undefined ? [report] : reading.lacking.map((column) => `${report}.${column}`);
}
function nothingToRestore(place, only, outdated) {
    const reason = outdated.length > 0
        ? `Another version of Mailbox Report read ${(0,numbers/* listed */.KE)(outdated, 'and')}.`
        : `It has no report with ${(0,numbers/* listed */.KE)(only, 'or')}.`;
    const hint = `Use a later report, or change ${(0,audience/* inputName */.yu)('only')}.`;
    return new errors/* UserError */.yo('REPORT_UNREADABLE', `Nothing of the report ${place} can be restored. ${reason}`, { hint });
}
async function fileDigest(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/remediation/remediation-inputs.ts
















/** Of a plan that is no undo. */
const USUAL_MAX_CHANGES = 50;
/** Reads the inputs of the remediate action and the files that they name. Rejects with a UserError if one is not valid. */
async function readRemediation(env, step) {
    const { workspace } = step;
    const inputs = readRemediateInputs(env);
    const { mode, planFile, planDigest: approved, undoFile, restore } = inputs;
    const kind = mode === 'undo' ? 'undo' : restore === undefined ? 'policy' : 'restore';
    const plan = planFile === undefined || approved === undefined
        ? undefined
        : await readPlanFile(planFile, workspace, { kind, approved });
    if (undoFile !== undefined) {
        const undo = await readUndoFile(undoFile, workspace);
        const reports = reportsNamed(new Set(undo.changes.map(reportOf)));
        const addresses = new Map(undo.changes.map(({ address }) => [address.toLowerCase(), address]));
        const mailboxes = [...addresses.values()].map((address) => ({ address, file: undoFile, line: 1 }));
        const list = (0,mailbox/* mailboxList */.h7)(mailboxes, [undoFile]);
        const ofFile = { ...inputs, mailboxes: { all: false, lists: [] } };
        return { inputs: ofFile, plan, basis: { kind: 'undo', undo }, list, all: false, reports };
    }
    const chosen = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const definitions = chosen.reports;
    const lists = await (0,source_source/* readLists */.qZ)(inputs, workspace);
    const { all } = inputs.mailboxes;
    const list = all && plan !== undefined ? mailboxesOf(plan.changes, lists, inputs.planFile) : lists;
    const { policy } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, chosen, list.columns);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const available = new Map([...built_in/* builtInReports */.vc.values(), ...definitions].map((one) => [
        one.name,
        (0,load/* registered */.HZ)((0,reports_definition/* withListColumns */.yk)(one, list.columns), policy),
    ]));
    if (restore !== undefined) {
        const kept = await readRestoreSource(restore, inputs.only, step);
        const reports = reportsToRestore(kept, policy, available, list.columns);
        return { inputs, plan, basis: { kind: 'restore', kept, policy, baseline }, list, all, reports };
    }
    if (policy === undefined)
        throw new Error('the input "policy" is required');
    const corrected = withCorrectedReports(policy, baseline, available);
    const reports = reportsToRead(corrected.policy, available, list.columns);
    const basis = { kind: 'policy', ...corrected };
    return { inputs: all && plan !== undefined ? ofPlan(inputs, plan) : inputs, plan, basis, list, all, reports };
}
/** An approved plan of the whole tenant is about its own mailboxes: those that were made since are neither looked for nor changed. */
function ofPlan(inputs, { internalDomains: names }) {
    const internalDomains = inputs.internalDomains ?? (names === undefined ? undefined : new internal_domains/* InternalDomains */.vB(names));
    return { ...inputs, mailboxes: { ...inputs.mailboxes, all: false }, internalDomains };
}
/** The mailboxes that changes are about, as lists have them. `file`: of those that no list has. */
function mailboxesOf(changes, lists, file = '') {
    const listed = new Map(lists.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
    const addresses = new Map(changes.map(({ address }) => [address.toLowerCase(), address]));
    const mailboxes = [...addresses].map(([key, address]) => listed.get(key) ?? { address, file, line: 1 });
    return (0,mailbox/* mailboxList */.h7)(mailboxes, [...lists.files, file], lists.columns);
}
/** An undo requires neither a list nor a policy. */
function readRemediateInputs(env) {
    const values = (0,read_inputs/* readInputs */.Ko)(env, 'remediate');
    const { mode, planFile, planDigest: digest, undoFile, restore, maxChanges } = values;
    const isUndo = mode === 'undo' || (mode === 'plan' && undoFile !== undefined);
    const inputs = { ...(0,read_inputs/* readReportInputs */.gM)(env, !isUndo), ...values };
    if (isUndo && restore !== undefined) {
        throw (0,input_readers/* invalid */.Gq)('restore', restore, `An undo restores nothing else. Omit ${(0,audience/* inputName */.yu)('restore')}, or the undo file.`);
    }
    if (restore !== undefined && inputs.mailboxes.all) {
        throw (0,input_readers/* invalid */.Gq)('mailboxes', 'all', 'A restore is of the mailboxes of a list: name those to bring back.');
    }
    if (!isUndo && restore === undefined)
        (0,input_readers/* required */.mw)('policy', inputs.policy);
    return {
        ...inputs,
        planFile: mode === 'plan' ? undefined : (0,input_readers/* required */.mw)('plan-file', planFile),
        planDigest: mode === 'plan' ? undefined : planDigest(digest),
        undoFile: isUndo ? (0,input_readers/* required */.mw)('undo-file', undoFile) : undefined,
        maxChanges: maxChanges ?? (isUndo ? undefined : USUAL_MAX_CHANGES),
    };
}
function planDigest(value) {
    const digest = (0,input_readers/* required */.mw)('plan-digest', value).toLowerCase();
    if (/^[0-9a-f]{64}$/.test(digest))
        return digest;
    throw (0,input_readers/* invalid */.Gq)('plan-digest', digest, `Use the output "plan-digest" of the run that made the plan, 64 hex digits.`);
}
/** The reports whose rules set something, and those that these rules name; none if no rule has `set`. The settings of a mailbox are read whenever they may be set. */
function reportsToRead(policy, available, listColumns) {
    const rules = policy.rules.filter(({ set }) => set !== undefined);
    const changed = new Set(rules.map(({ report }) => report));
    for (const name of [...changed]) {
        const target = built_in/* builtInReports */.vc.get(name)?.corrects?.target;
        const [whole] = target === undefined ? [] : (0,built_in/* reportsWriting */.IL)(target);
        if (whole !== undefined)
            changed.add(whole);
    }
    const toChange = reportsNamed(changed).map((report) => (0,load/* registered */.HZ)((0,reports_definition/* withListColumns */.yk)(report, listColumns), policy));
    const others = [...(0,load/* reportsOfPolicy */.r8)({ ...policy, rules }, available)].flatMap((name) => changed.has(name) ? [] : (available.get(name) ?? []));
    return (0,reports_definition/* madeFirst */.Sb)([...toChange, ...others]);
}
/** The reports that show what is restored, and those whose rules, or columns in rules, the policy has about them. */
function reportsToRestore({ reports }, policy, available, listColumns) {
    const names = new Set(reports.flatMap(({ name, corrects }) => [
        name,
        ...(corrects === undefined ? [] : (0,built_in/* reportsWriting */.IL)(corrects.target).slice(0, 1)),
    ]));
    const restored = reportsNamed(names).map((report) => (0,load/* registered */.HZ)((0,reports_definition/* withListColumns */.yk)(report, listColumns), policy));
    const ofRules = new Set(policy?.rules.flatMap((rule) => {
        const ofRule = [...(0,load/* reportsOfPolicy */.r8)({ rules: [rule] }, available)];
        return ofRule.some((name) => names.has(name)) ? ofRule : [];
    }));
    const others = [...ofRules].filter((name) => !names.has(name));
    return (0,reports_definition/* madeFirst */.Sb)([...restored, ...others.flatMap((name) => available.get(name) ?? [])]);
}
/**
 * Rows keep the object of the service. Reports of Exchange Online also read the id by which a mailbox is changed, and whether
 * the properties of a synchronized one are managed in the cloud.
 */
function reportsNamed(names) {
    return [...built_in/* builtInReports */.vc.values()]
        .filter(({ name }) => names.has(name))
        .map((report) => {
        const { target } = report.corrects ?? {};
        const { alsoReads } = target === undefined ? {} : targetNamed(target);
        if (!(0,reports_definition/* isExchangeReport */.Uq)(report) || alsoReads === undefined)
            return { ...report, keepsObject: true };
        const select = [...report.request.select, ...alsoReads];
        return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
;// CONCATENATED MODULE: ./src/remediation/permission.ts






/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
async function requireWritePermission(run) {
    const { exchange } = (0,source_services/* servicesOf */.Y)(run);
    if (run.reports.some(reports_definition/* isGraphReport */.xg))
        await requireGraphPermission(run);
    if (exchange !== undefined)
        await requireCmdlets(run, exchange);
}
/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission({ inputs, signedIn, plan, warnings }) {
    const { roles } = await signedIn.tokens.get();
    const needed = new Set(plan?.changes.flatMap((change) => targetOf(change).needs.permission ?? []));
    const lacking = [...needed].find((role) => roles !== undefined && !(0,app_roles/* covers */.hU)(roles, role));
    if (roles === undefined || lacking === undefined)
        return;
    const hint = `The application that writes needs ${lacking}. ${(0,app_roles/* grantText */.un)(inputs, inputs.credential.kind === 'managed-identity')}`;
    if (roles.length > 0) {
        const message = `The token has only the app roles ${roles.join(', ')}: ${lacking} is missing.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', message, { hint });
    }
    warnings.add(`The token has no app role: ${lacking} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`);
}
/**
 * Exchange Online seems to list only the cmdlets that a role of the application includes. This is not verified with an
 * application's token, so a missing cmdlet is only a warning: the first write that is refused decides.
 */
async function requireCmdlets({ inputs, runner, plan, warnings }, exchange) {
    const needed = [...new Set(plan?.changes.flatMap((change) => cmdletOf(change) ?? []))];
    const [first] = needed;
    if (first === undefined)
        return;
    const { roles } = await exchange.grants();
    if (roles !== undefined && !roles.includes(cmdlets/* APP_ROLE */.py)) {
        const message = `The token for Exchange Online has no ${cmdlets/* APP_ROLE */.py}.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(first, inputs.clientId));
    }
    const allowed = await exchange.client.allowedCmdlets().catch((error) => {
        if (error instanceof errors/* UserError */.yo || runner.signal.aborted)
            throw error;
        // An interface without documentation must not stop a run: a write that is refused says so.
        return undefined;
    });
    const absentCmdlet = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
    if (absentCmdlet === undefined)
        return;
    const hint = (0,cmdlets/* grantHint */._s)(absentCmdlet, inputs.clientId);
    warnings.add(`Exchange Online does not list ${absentCmdlet} among the cmdlets of the application. ${hint}`);
}

// EXTERNAL MODULE: ./src/outputs/progress.ts
var outputs_progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/policy/judge.ts + 1 modules
var policy_judge = __webpack_require__(85902);
;// CONCATENATED MODULE: ./src/remediation/entry-holders.ts


/** The changes of entries with a holder, which must be read again. */
function heldChanges(changes) {
    return changes.filter((change) => targetOf(change).entries?.holders !== undefined);
}
/** The changes of an undo whose holders its plan reads. */
function heldForUndo(changes) {
    return heldChanges(changes).filter((change) => targetOf(change).entries?.holders?.isReadForUndo(change) === true);
}
/** The entries of changes whose holders are known now, with what is read of these. Rejects as the services of their targets do. */
async function boundEntries(changes, services) {
    const bound = new Map();
    for (const { name, entries } of TARGETS) {
        const own = changes.filter(({ target }) => target === name);
        if (entries?.holders === undefined || own.length === 0)
            continue;
        for (const [before, after] of await entries.holders.bound(own, services))
            bound.set(before, after);
    }
    return bound;
}
/** The entries of changes that take something away, with what their holders keep. Rejects as the services of their targets do. */
async function keptEntries(changes, staying, services) {
    const kept = new Map();
    for (const { name, entries } of TARGETS) {
        const removed = changes.flatMap(({ target, entry }) => {
            const others = target === name ? staying.get(entry) : undefined;
            return others === undefined || others.length === 0 ? [] : [{ entry, staying: others }];
        });
        if (entries?.holders?.keeping === undefined || removed.length === 0)
            continue;
        for (const [before, after] of await entries.holders.keeping(removed, services))
            kept.set(before, after);
    }
    return kept;
}
/** The entry of a change, with what is read of its holder; undefined if that is not known to be the same. */
function boundEntry(change, bound) {
    return targetOf(change).entries?.holders === undefined ? change.entry : bound.get(change.entry);
}

// EXTERNAL MODULE: ./src/exchange/matched-objects.ts
var matched_objects = __webpack_require__(65152);
// EXTERNAL MODULE: ./src/reports/queries.ts
var queries = __webpack_require__(90615);
;// CONCATENATED MODULE: ./src/remediation/identity.ts






const identity_NAME = 'mailbox-identity';
/** Of Graph, to read accounts. */
const IDENTITY_PERMISSION = 'User.Read.All';
/** Read together with other reports of Exchange Online, which lists these properties in any case. */
const EXCHANGE_IDENTITY = {
    name: identity_NAME,
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-Mailbox',
        select: [
            'Guid',
            'ExternalDirectoryObjectId',
            'UserPrincipalName',
            'PrimarySmtpAddress',
            'EmailAddresses',
            'WhenCreated',
        ],
    },
    columns: { Guid: 'Guid' },
    keepsObject: true,
};
const GRAPH_IDENTITY = {
    name: identity_NAME,
    permissions: [IDENTITY_PERMISSION],
    request: {
        path: '',
        version: 'v1.0',
        query: { $select: 'id,userPrincipalName,mail,proxyAddresses,createdDateTime' },
    },
    columns: { Id: 'id' },
    keepsObject: true,
};
/**
 * Reads the accounts of mailboxes through Graph. Without the permission nothing is read, and whatever is not read is not
 * known.
 */
async function readGraphIdentities(graph, tokens, list) {
    const identities = new mailboxes_identities/* Identities */.b();
    const { roles } = await tokens.get();
    identities.isDenied = roles !== undefined && !(0,app_roles/* covers */.hU)(roles, IDENTITY_PERMISSION);
    if (identities.isDenied)
        return identities;
    const reader = graph.reader(list, await (0,queries/* compileGraphQueries */.aT)([GRAPH_IDENTITY]));
    for await (const answers of reader.read()) {
        for (const { mailbox, results } of answers) {
            const [result] = results;
            if (result?.status === 'ok')
                addIdentity(identities, mailbox.address, result.value[0]?.object);
            else if (result !== undefined)
                identities.addFailure(mailbox.address, result);
        }
    }
    return identities;
}
/** @param object a user of Graph, or a mailbox of Exchange Online; undefined: it is not known */
function addIdentity(identities, address, object) {
    if ((0,src_json/* isObject */.Gv)(object))
        identities.add(address, identity_identityOf(address, object));
}
function identity_identityOf(address, object) {
    const { id, ExternalDirectoryObjectId: objectId, Guid: guid } = object;
    const created = object.WhenCreated ?? object.createdDateTime;
    const texts = ['userPrincipalName', 'mail', 'UserPrincipalName', 'PrimarySmtpAddress'].map((name) => object[name]);
    const list = object.proxyAddresses ?? object.EmailAddresses;
    const addresses = [...texts, ...(0,matched_objects/* smtpAddresses */.jI)(list)].flatMap((text) => (typeof text === 'string' ? text : []));
    return {
        account: [id, objectId, address].find(src_json/* isGuid */.W_)?.toLowerCase(),
        guid: (0,src_json/* isGuid */.W_)(guid) ? guid.toLowerCase() : undefined,
        // Exchange Online writes times in UTC without saying so, as the report `mailbox-properties` reads them.
        created: typeof created === 'string' ? (0,functions/* toUtc */.y)(created, 'UTC') : undefined,
        // A list that is left out may have an address that is exempt.
        addresses: Array.isArray(list) ? [...new Set(addresses.map((text) => text.toLowerCase()))] : undefined,
    };
}

// EXTERNAL MODULE: ./src/policy/register/register-entry.ts
var register_entry = __webpack_require__(7468);
// EXTERNAL MODULE: ./src/reports/conditions.ts
var reports_conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
;// CONCATENATED MODULE: ./src/remediation/register-guard.ts








/**
 * Counts how many of the rights that were read a register has, so that one that is incomplete takes nothing away. Rights that are
 * registered for every mailbox at once do not count, nor do those of mailboxes that could not be read. A right of which it is not known
 * whether it is registered counts as one that is not.
 */
class RegisterGuard {
    #rules;
    #reports;
    constructor({ rules }, reports, now) {
        const guarded = rules.filter((rule) => isRemoval(rule) && namesRegister(rule));
        this.#rules = new Set(guarded.map(({ id }) => id));
        this.#reports = reports.flatMap((report) => {
            const own = guarded.filter((rule) => rule.report === report.name);
            const conditions = own.map(({ when }) => {
                const others = Object.entries(when).filter(([column]) => column !== registration/* REGISTERED_COLUMN */.c);
                return (0,reports_conditions/* compileConditions */.am)(Object.fromEntries(others), report, now, reports);
            });
            return own.length === 0 ? [] : { report, rules: conditions, rights: 0, registered: 0 };
        });
    }
    add(result) {
        if (result.status !== 'ok')
            return;
        const rowsOf = (0,mailbox_result/* rowsByReport */.BH)(result.reports);
        for (const guarded of this.#reports) {
            const { rows = [] } = result.reports.find(({ definition }) => definition.name === guarded.report.name) ?? {};
            for (const row of rows) {
                const { registration } = row;
                if (registration === undefined || registration.registered === 'not-applicable')
                    continue;
                if (registration.entry?.mailbox === register_entry/* EVERY_MAILBOX */.hT)
                    continue;
                if (!guarded.rules.some((when) => mayConcern(when, row, rowsOf)))
                    continue;
                guarded.rights += 1;
                if (registration.entry !== undefined)
                    guarded.registered += 1;
            }
        }
    }
    /**
     * Throws the UserError `REGISTER_INCOMPLETE` if the plan would take rights away and the register has less than half of the rights of
     * a report.
     */
    require(changes) {
        const removes = changes.some(({ setting, rules }) => setting === policy_definition/* WHOLE_ROW */.p9 && rules.some((rule) => this.#rules.has(rule)));
        const lacking = this.#reports.find(({ rights, registered }) => 2 * registered < rights);
        if (!removes || lacking === undefined)
            return;
        const { report, rights, registered } = lacking;
        const has = registered === 0 ? 'none' : `only ${(0,numbers/* count */.U9)(registered)}`;
        const message = `The register has ${has} of ${(0,numbers/* counted */.hS)(rights, 'right', 'rights')} in ${report.name}, less than half, so nothing is planned.`;
        const hint = `Add the rights that are meant to be with "mailbox-report register update", and make the plan again. If so many are to be taken away, plan for more mailboxes at once, or take some away by hand.`;
        throw new errors/* UserError */.yo('REGISTER_INCOMPLETE', message, { hint });
    }
}
function mayConcern(when, row, rowsOf) {
    return when.every((condition) => {
        const read = (0,reports_conditions/* rowOf */.OB)(condition, row, rowsOf);
        if (read === undefined)
            return true;
        return !condition.isNotApplicable(read) && (0,reports_conditions/* resultOf */.Bg)(condition, read, 'met') !== 'unmet';
    });
}

// EXTERNAL MODULE: ./src/policy/register/row-right.ts
var row_right = __webpack_require__(57205);
// EXTERNAL MODULE: ./src/run/registered-rows.ts
var registered_rows = __webpack_require__(25167);
;// CONCATENATED MODULE: ./src/remediation/registered-reader.ts


/**
 * The reader whose rows say what the register of the policy has about them, as those of a run that reads no more than a plan.
 *
 * @param heldRows says which other rights a mailbox has. Without them, more is unknown
 */
function withRegistrations(readRow, { register }, identities, heldRows) {
    if (register === undefined)
        return readRow;
    return (report, mailbox, resource) => {
        const row = readRow(report, mailbox, resource);
        if (row === undefined || report.hasRegister !== true)
            return row;
        const { address } = mailbox;
        const { account, guid } = identities.of(address) ?? {};
        const held = (0,row_right/* rightsIn */.nN)(report.name, (0,registered_rows/* rowsOfRights */.s4)(report, heldRows(address, report.name) ?? [row]));
        const known = { names: identities.namesOf(address), ids: { account, guid } };
        return (0,registered_rows/* registeredRows */.i_)(report, { register, mailbox: known, readsTrustees: false, held })(row);
    };
}

// EXTERNAL MODULE: ./src/reports/rows.ts
var reports_rows = __webpack_require__(758);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/remediation/policy-plan.ts










const INCONCLUSIVE = reasonText('inconclusive');
/**
 * Plans what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
class PolicyPlanner {
    #planner;
    #identities;
    #cloud;
    #draft;
    #rules;
    /** Those of reports that could not be read. */
    #unread = new Set();
    #violatedWithoutSet = new Set();
    /** How many rows have each verdict, by rule. */
    #verdicts = new Map();
    constructor(draft, planner, { identities, cloud, policy }) {
        this.#draft = draft;
        this.#rules = policy.rules.filter(({ set }) => set !== undefined);
        this.#planner = planner;
        this.#cloud = cloud;
        this.#identities = identities;
    }
    /** Of each rule with violations, by its id. */
    get violations() {
        const left = Map.groupBy(this.#draft.left, ({ rule }) => rule);
        return [...this.#verdicts.keys()].sort().map((rule) => {
            const { exempt, known, open } = this.#countsOf(rule);
            const ofRule = left.get(rule) ?? [];
            const isUnknown = (row) => row.reason === INCONCLUSIVE || this.#unread.has(row);
            const inconclusive = ofRule.filter(isUnknown).length;
            const notChangeable = ofRule.length - inconclusive;
            return { rule, planned: open - notChangeable, exempt, known, inconclusive, notChangeable };
        });
    }
    /** The IDs of the rules without `set` that a mailbox violates, as far as their reports are read for other rules. */
    get violatedWithoutSet() {
        return [...this.#violatedWithoutSet].sort();
    }
    /** What is left of violations that were read. */
    get leftViolations() {
        return this.#draft.left.filter((row) => !this.#unread.has(row));
    }
    /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
    add(result) {
        this.#count(result);
        this.#leaveUnread(result);
        const { targets, without } = targetsOf(result, this.#cloud);
        if (result.status !== 'ok') {
            this.#leave([...without.map(({ judged }) => judged), ...targets.flatMap(({ rows }) => rows)], 'unread');
            return;
        }
        for (const { judged, reason } of without)
            this.#leave([judged], reason);
        const beside = otherRows(result.reports);
        const isRepeated = this.#identities.isRepeated(result.mailbox.address);
        const removed = [];
        for (const { target, resource, rows } of targets) {
            if (isRepeated) {
                this.#leave(rows, 'same-mailbox');
                continue;
            }
            if (Object.hasOwn(resource, policy_definition/* WHOLE_ROW */.p9) && rows.length > 1) {
                this.#leave(rows, 'two-entries');
                continue;
            }
            const { changes, left } = this.#planner.plan(this.#identified(target, resource), resource, rows, beside);
            this.#draft.add(changes, resource);
            this.#draft.left.push(...left);
            removed.push(...changes.filter(({ setting, after }) => setting === policy_definition/* WHOLE_ROW */.p9 && after === null));
        }
        this.#addStaying(result, removed);
    }
    /** Adds what stays of the entries of a mailbox, through which people may keep what is taken from them. */
    #addStaying({ reports }, removed) {
        for (const [name, ofTarget] of Map.groupBy(removed, ({ target }) => target)) {
            const target = targetNamed(name);
            if (target.entries?.holders?.keeping === undefined)
                continue;
            const keyOf = (entry) => JSON.stringify(target.keyOf(entry));
            const keys = new Set(ofTarget.map(({ entry }) => keyOf(entry)));
            const entries = reports
                .filter(({ definition }) => definition.corrects?.target === name)
                .flatMap(({ rows }) => rows)
                .flatMap(({ object }) => {
                if (!(0,src_json/* isObject */.Gv)(object))
                    return [];
                const writable = target.ofRow(object, { isWhole: true, isOfPolicy: true, cloud: this.#cloud });
                return typeof writable === 'string' ? [] : writable.entry;
            });
            const staying = entries.filter((entry) => !keys.has(keyOf(entry)));
            for (const { entry } of ofTarget)
                this.#draft.staying.set(entry, staying);
        }
    }
    #leave(rows, code) {
        this.#draft.left.push(...rows.flatMap((row) => rowsToChange(row, code)));
    }
    /** Counts the rows that violate rules with `set`, leaves those that may, and notes the violated rules without `set`. */
    #count({ mailbox: { address: mailbox }, reports }) {
        const findings = reports.flatMap(({ verdict }) => (0,policy_verdict/* findingsIn */._0)(verdict));
        for (const [{ id: rule, set }, ofRule] of Map.groupBy(findings, (finding) => finding.rule)) {
            if (set === undefined) {
                if (ofRule.some(({ verdict }) => verdict === 'fail' || verdict === 'warn'))
                    this.#violatedWithoutSet.add(rule);
                continue;
            }
            const counts = this.#countsOf(rule);
            for (const ofRow of Map.groupBy(ofRule, ({ row }) => row).values()) {
                const verdict = (0,policy_verdict/* worst */.QZ)(ofRow.map((finding) => finding.verdict));
                const item = ofRow[0]?.item ?? '';
                if (verdict === 'inconclusive')
                    this.#draft.left.push({ mailbox, item, rule, reason: INCONCLUSIVE });
                else
                    counts[verdict === 'exempt' || verdict === 'known' ? verdict : 'open'] += 1;
            }
        }
    }
    /** Lists a mailbox under the rules about its reports that could not be read: it may violate them. */
    #leaveUnread({ mailbox: { address: mailbox }, reports }) {
        for (const { definition, rows } of reports) {
            const { status } = (0,reports_rows/* unreadableRow */.Oj)(rows) ?? {};
            if (status === undefined)
                continue;
            for (const { id: rule } of this.#rules.filter(({ report }) => report === definition.name)) {
                const row = { mailbox, item: '', rule, reason: `the mailbox could not be read (${status})` };
                this.#countsOf(rule);
                this.#unread.add(row);
                this.#draft.left.push(row);
            }
        }
    }
    #countsOf(rule) {
        const counts = this.#verdicts.get(rule) ?? { exempt: 0, known: 0, open: 0 };
        this.#verdicts.set(rule, counts);
        return counts;
    }
    /** @param resource of Exchange Online: may show the GUID of the mailbox */
    #identified(target, { Guid: shown }) {
        const { address } = target;
        const guid = (0,src_json/* isGuid */.W_)(shown) ? shown : (this.#identities.of(address)?.guid ?? '');
        const isExchange = targetOf(target).service === 'exchange';
        return { ...target, guid: isExchange ? guid : undefined, mailboxId: this.#identities.idOf(address) };
    }
}
/** The rows of a mailbox by report. */
function otherRows(results) {
    return { reports: results.map(({ definition }) => definition), rowsOf: (0,mailbox_result/* rowsByReport */.BH)(results) };
}
/** The rows of a mailbox by what is written to, and those `without` anything to write to. */
function targetsOf(result, cloud) {
    const targets = new Map();
    const without = [];
    for (const report of result.reports) {
        for (const row of report.rows) {
            const judged = { report: report.definition, row, findings: countedFindings(row, report.verdict?.rules) };
            const written = writtenOf(judged, report, result, cloud);
            if (typeof written === 'string') {
                without.push({ judged, reason: written });
                continue;
            }
            const { target, resource } = written;
            const group = targets.get(targetKey(target)) ?? { target, resource, rows: [] };
            targets.set(targetKey(target), group);
            group.rows.push(judged);
        }
    }
    return { targets: [...targets.values()], without };
}
/** What is written to for a row, or the code of the reason why nothing is. */
function writtenOf({ row, findings }, { definition }, { reports }, cloud) {
    const { target: name } = definition.corrects ?? {};
    const { object } = (name === undefined ? undefined : rowOf(row, definition, name, reports)) ?? {};
    if (name === undefined || !(0,src_json/* isObject */.Gv)(object))
        return 'hidden';
    const isWhole = findings.some(({ rule }) => isRemoval(rule));
    const writable = targetNamed(name).ofRow(object, { isWhole, isOfPolicy: true, cloud });
    if (typeof writable === 'string')
        return writable;
    const { entry, value } = writable;
    const target = { address: row.mailbox.address, target: name, entry };
    return { target, resource: value === undefined ? object : { ...object, [policy_definition/* WHOLE_ROW */.p9]: value } };
}
/** The row with all that `set` can be a part of. A report may show some settings of a mailbox, and another one all of them. */
function rowOf(row, { rows }, target, reports) {
    if (rows !== undefined)
        return row;
    const [whole] = (0,built_in/* reportsWriting */.IL)(target);
    return reports.find(({ definition }) => definition.name === whole)?.rows[0];
}

;// CONCATENATED MODULE: ./src/remediation/plan-draft.ts




/** Collects what a plan changes, and what it leaves as it is. */
class PlanDraft {
    /** In the order in which mailboxes pass. */
    left = [];
    /** By an entry that is taken away, the entries of its kind that stay in the mailbox. */
    staying = new Map();
    /** Mailboxes whose properties on-premises may synchronize. */
    synchronized = 0;
    #changes = [];
    /** In the order of plan.csv, which does not depend on the mailbox list. */
    get changes() {
        return inPlanOrder(this.#changes);
    }
    /** @param object what the changes are of, as just read */
    add(changes, { IsDirSynced: isSynced, IsExchangeCloudManaged: isManaged }) {
        this.#changes.push(...changes);
        if (changes.length > 0 && isSynced === true && isManaged !== true)
            this.synchronized += 1;
    }
    /** Leaves out changes that no rule requires. @param code of a reason */
    leave(changes, code) {
        const reason = reasonText(code);
        for (const change of changes)
            this.left.push({ mailbox: change.address, item: settingName(change), reason });
        this.#changes = this.#changes.filter((change) => !changes.has(change));
    }
    /** Replaces some entries of changes. */
    replace(entries) {
        this.#changes = this.#changes.map((change) => ({ ...change, entry: entries.get(change.entry) ?? change.entry }));
    }
    /** Replaces the entries of changes, and leaves the changes out whose entries have no other. */
    bind(bound) {
        this.#changes = this.#changes.flatMap((change) => {
            const entry = boundEntry(change, bound);
            if (entry !== undefined)
                return { ...change, entry };
            const { address: mailbox, rules, after } = change;
            const item = rules.length === 0 ? settingName(change) : change.item;
            const reason = reasonText(after === null ? 'renamed-trustee' : 'unknown-holder');
            if (rules.length === 0)
                this.left.push({ mailbox, item, reason });
            this.left.push(...rules.map((rule) => ({ mailbox, item, rule, reason })));
            return [];
        });
    }
}

;// CONCATENATED MODULE: ./src/remediation/row-reader.ts




/** Compiles how the reports read an object that is, or would be, at a service. Parameters and errors are those of `compileGraphQueries`. */
async function newRowReader(reports, internalDomains, now) {
    const readers = new Map();
    for (const report of reports) {
        if ((0,reports_definition/* isGraphReport */.xg)(report)) {
            const [query] = await (0,queries/* compileGraphQueries */.aT)([report], internalDomains, now);
            readers.set(report.name, (resource) => {
                const collector = query?.newCollector();
                const page = pageOf(report, resource);
                if (page !== undefined)
                    collector?.onPage(page, false);
                return collector?.result() ?? [];
            });
        }
        else {
            const [query] = (0,queries/* compileExchangeQueries */.rN)([report], now);
            readers.set(report.name, (resource) => query?.read(resource, internalDomains) ?? []);
        }
    }
    return (report, mailbox, resource) => {
        try {
            const [row, ...furtherRows] = (0,reports_rows/* rowsOf */.RO)(mailbox, { status: 'ok', value: readers.get(report.name)?.(resource) ?? [] }, report);
            return furtherRows.length === 0 && row.content === 'item' ? row : undefined;
        }
        catch (error) {
            // What a report cannot read is no row: nothing is known about it.
            if (error instanceof Error)
                return undefined;
            throw error;
        }
    };
}
/** What the request of a report would return. */
function pageOf({ rows, request }, resource) {
    if (rows !== undefined)
        return { value: [resource] };
    // A report may request a part of the settings: mailboxSettings/automaticRepliesSetting.
    const [, part] = request.path.split('/');
    const page = part === undefined ? resource : resource[part];
    return (0,src_json/* isObject */.Gv)(page) ? page : undefined;
}

// EXTERNAL MODULE: ./src/source/sign-in.ts + 21 modules
var sign_in = __webpack_require__(37478);
// EXTERNAL MODULE: ./src/totals/totals.ts + 1 modules
var totals_totals = __webpack_require__(91424);
// EXTERNAL MODULE: ./src/run/policy-stage.ts
var policy_stage = __webpack_require__(13176);
// EXTERNAL MODULE: ./src/features/policy-upkeep.ts
var policy_upkeep = __webpack_require__(78542);
// EXTERNAL MODULE: ./src/run/pipeline.ts
var pipeline = __webpack_require__(43339);
;// CONCATENATED MODULE: ./src/remediation/reading.ts






























/** Receives the outputs of the report action that sign-in and reading set. */
const NO_OUTPUTS = new run_outputs/* StepOutputs */.b({ setOutput: () => undefined });
/**
 * Reads and judges the mailboxes of the list, and plans what the policy changes: reads nothing if no rule has `set`. Rejects with a UserError: of Exchange Online,
 * `SET_CONFLICT`, `SET_REFUSED`, `REGISTER_INCOMPLETE`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan(run, basis) {
    const { warnings, all, inputs, signedIn } = run;
    const { policy, baseline } = basis;
    if (run.reports.length === 0) {
        warnOfRulesWithoutSet(policy.rules.map(({ id }) => id), warnings);
        return { changes: [], left: [], counts: { mailboxes: run.list.length, unread: 0 }, violations: [] };
    }
    const reading = await openReading(run, run.reports);
    const { reports, identities, started, source } = reading;
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.namesOf);
    const draft = new PlanDraft();
    const planner = new PolicyPlanner(draft, await newPlanner(reading, basis), {
        identities,
        cloud: inputs.cloud,
        policy,
    });
    const guard = new RegisterGuard(policy, reports, started);
    const receiver = {
        add: (result) => {
            planner.add(result);
            guard.add(result);
        },
    };
    const counts = await collectPlan(run, reading, [(0,policy_stage/* policyStage */.Dg)(judge)], receiver, draft);
    guard.require(draft.changes);
    (0,policy_upkeep/* warnOfPolicy */.eb)(judge, warnings);
    warnOfTables(policy, reports, warnings);
    for (const [reason, rows] of Map.groupBy(planner.leftViolations, (row) => row.reason))
        warnings.add(`${(0,numbers/* counted */.hS)(rows.length, 'violation is', 'violations are')} not changed: ${reason}.`);
    warnOfSynchronized(draft, warnings);
    const { changes, left } = draft;
    if (changes.length === 0)
        warnOfRulesWithoutSet(planner.violatedWithoutSet, warnings);
    // Exchange Online lists its domains again.
    const isOfList = all && inputs.internalDomains === undefined && signedIn.exchangeTokens === undefined;
    const internalDomains = isOfList ? source.internalDomains?.names : undefined;
    return { changes, counts, violations: planner.violations, internalDomains, left };
}
/** Names the rules with `set` that also name a column of a table of the tenant: without it, they decide nothing. */
function warnOfTables({ rules }, reports, warnings) {
    const read = new Map(reports.map((report) => [report.name, report]));
    for (const rule of rules) {
        const own = rule.set === undefined ? undefined : read.get(rule.report);
        const table = own && (0,load/* columnsOfRule */.b4)(rule, own).find(({ report }) => !read.has(report));
        if (table === undefined)
            continue;
        const { report, column } = table;
        warnings.add(`Nothing is planned for the rule ${rule.id}: it names ${column} of ${report}, a table of the tenant, which a plan does not read.`, rule.place);
    }
}
/** Names the rules because of which a plan has no changes. */
function warnOfRulesWithoutSet(ids, warnings) {
    if (ids.length === 0)
        return;
    const names = (0,numbers/* someNames */.Xq)(ids, display/* visibleLine */.P8);
    const rules = ids.length === 1 ? `the rule ${names}, which has` : `the rules ${names}, which have`;
    warnings.add(`No change is planned for ${rules} no "set". Add "set" to each rule whose violations a plan is to correct.`);
}
/**
 * Reads the mailboxes of a plan, and who has its entries. Rejects with a UserError: of Exchange Online, `INCOMPLETE` if no mailbox
 * could be read, or `CANCELLED`.
 */
async function collectPlan(run, reading, stages, planner, draft) {
    const { core, signal } = run.runner;
    const { source, exchange, graph } = reading;
    const totals = new totals_totals/* Totals */.s(reading.reports, undefined);
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => readAll(run, reading, stages, [totals, planner]));
    const { read, unreadable } = totals.mailboxes;
    const mailboxes = source.mailboxes.length;
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}`));
    requireUncancelled(signal);
    if (source.reader.stoppedBy !== undefined)
        throw source.reader.stoppedBy;
    if (read === 0) {
        throw new errors/* UserError */.yo('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
            hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
        });
    }
    const held = heldChanges(draft.changes);
    if (held.length > 0) {
        await (0,log/* logGroup */.QT)(core, 'Read the trustees', async () => {
            draft.replace(await keptEntries(held, draft.staying, { graph, exchange }));
            draft.bind(await boundEntries(heldChanges(draft.changes), { graph, exchange }));
        });
    }
    return { mailboxes, unread: unreadable };
}
/** Replaces the entries of an undo whose holders are groups, or have an address, and leaves out those whose holders are not known now. */
async function bindUndo(run, draft) {
    const held = heldForUndo(draft.changes);
    if (held.length === 0)
        return;
    const bound = await (0,log/* logGroup */.QT)(run.runner.core, 'Read the trustees', () => boundEntries(held, (0,source_services/* servicesOf */.Y)(run)));
    const others = draft.changes.filter((change) => !held.includes(change)).map(({ entry }) => [entry, entry]);
    draft.bind(new Map([...others, ...bound]));
}
/** Throws the UserError `CANCELLED` for a plan that may lack changes. */
function requireUncancelled(signal) {
    if (!signal.aborted)
        return;
    throw new errors/* UserError */.yo('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
        hint: 'Run again.',
    });
}
/**
 * The guard of each write of a plan. Reads what must be known before the first one: which mailboxes the addresses name, and what
 * reports of Exchange Online add to the objects of mailboxes. Rejects as `makePlan` does.
 */
async function openGuard(run, changes) {
    const { basis, list } = run;
    const mailboxes = new Map(list.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
    const mailboxOf = (address) => mailboxes.get(address.toLowerCase()) ?? { address, file: list.files[0] ?? '', line: 1 };
    // No row of an undo or a restore is judged. What Graph shows is in the answer before each write.
    const ruleReports = basis.kind === 'policy' ? run.reports : [];
    // The entry itself is read before each write.
    const names = new Set(changes.filter((change) => targetOf(change).entries === undefined).map(reportOf));
    const named = new Set(changes.flatMap((change) => {
        const own = reportsOf(change);
        return change.cells.flatMap(({ report }) => (own.includes(report) ? [] : report));
    }));
    const others = ruleReports.filter(({ name }) => named.has(name));
    const sources = new Set(others.filter(reports_definition/* isDerivedReport */._S).flatMap(({ from }) => from));
    // What a register has of a right also depends on the other rights of the mailbox.
    const registered = ruleReports.filter((report) => report.hasRegister === true && changes.some((change) => reportsOf(change).includes(report.name)));
    const toRead = ruleReports.filter((report) => ((0,reports_definition/* isExchangeReport */.Uq)(report) && names.has(report.name)) ||
        [...others, ...registered].includes(report) ||
        sources.has(report.name));
    const share = (0,mailbox/* mailboxList */.h7)(changes.map(({ address }) => mailboxOf(address)));
    const reading = await openReading(run, toRead, share, ruleReports);
    const { identities, reports } = reading;
    if (identities.isDenied && changes.some(({ address, mailboxId }) => mailboxId !== undefined && !(0,src_json/* isGuid */.W_)(address))) {
        const message = `The plan names mailboxes by the IDs of their accounts, which the application may not read: ${IDENTITY_PERMISSION} is missing.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', `${message} Nothing was changed.`, {
            hint: `Let an administrator consent to ${IDENTITY_PERMISSION} for the application that writes, as for the one that made the plan.`,
        });
    }
    const objects = new Map();
    const otherRowsOf = new Map();
    const heldRows = new Map();
    const keyOf = (address, report) => `${report} ${address.toLowerCase()}`;
    if (reports.length > 0) {
        const add = ({ mailbox, reports: results }) => {
            if (others.length > 0)
                otherRowsOf.set(mailbox.address.toLowerCase(), otherRows(results));
            for (const { definition, rows } of results) {
                if (definition.hasRegister === true)
                    heldRows.set(keyOf(mailbox.address, definition.name), rows);
                const { object } = rows[0];
                if ((0,reports_definition/* isExchangeReport */.Uq)(definition) && (0,src_json/* isObject */.Gv)(object))
                    objects.set(keyOf(mailbox.address, definition.name), object);
            }
        };
        await (0,log/* logGroup */.QT)(run.runner.core, 'Read the mailboxes', () => readAll(run, reading, [], [{ add }]));
    }
    if (basis.kind !== 'policy') {
        const unknown = await unknownRecipients(changes, basis, reading.exchange).catch((error) => {
            // Nothing is planned or written after a cancellation.
            if (run.runner.signal.aborted)
                return new Set(changes);
            throw error;
        });
        return undoGuard(identities, unknown, (change) => isIgnoredAddress(change, basis));
    }
    return policyGuard(identities, {
        planned: changes,
        planner: await newPlanner({ ...reading, reports: ruleReports }, basis, (address, report) => heldRows.get(keyOf(address, report))),
        reports: ruleReports,
        mailboxOf,
        additionsOf: (address, report) => objects.get(keyOf(address, report)) ?? {},
        besideOf: (address) => otherRowsOf.get(address.toLowerCase()) ?? otherRows([]),
    });
}
/**
 * @param ruleReports the reports to read
 * @param share the mailboxes to read, if these are not all of the list
 * @param computed further reports, which decide whether the domains are read
 */
async function openReading(run, ruleReports, share, computed) {
    const { inputs, runner, signedIn, list, warnings } = run;
    const { core, signal } = runner;
    const { graph, exchange: connection } = (0,source_services/* servicesOf */.Y)(run);
    const exchange = (0,sign_in/* needsExchange */.z8)(run.reports) ? connection : undefined;
    const reports = exchange === undefined ? ruleReports : [...ruleReports, EXCHANGE_IDENTITY];
    const started = runner.now();
    const services = {
        graph,
        exchange: connection,
        core,
        warnings,
        outputs: NO_OUTPUTS,
        started,
        signal,
        share,
        computed,
    };
    const source = await (0,source_source/* prepareSource */.pY)(inputs, reports, list, services);
    const identities = exchange === undefined ? await readGraphIdentities(graph, signedIn.tokens, source.mailboxes) : new mailboxes_identities/* Identities */.b();
    return { graph, exchange, source, reports, identities, started };
}
async function newPlanner({ reports, source, identities, started }, { policy, baseline }, heldRows = () => undefined) {
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.namesOf);
    const readRow = await newRowReader(reports, source.internalDomains, started);
    return new TargetPlanner(judge, identities, withRegistrations(readRow, judge, identities, heldRows), started);
}
async function readAll({ runner }, { graph, source, reports, identities }, stages, receivers) {
    const identify = (result) => {
        const identityReport = result.reports.find(({ definition }) => definition === EXCHANGE_IDENTITY);
        const [row] = identityReport?.rows ?? [];
        if (row?.status === 'ok')
            addIdentity(identities, result.mailbox.address, row.object);
        else if (row !== undefined)
            identities.addFailure(result.mailbox.address, row);
        const { account, guid } = identities.of(result.mailbox.address) ?? {};
        return { ...result, ids: result.ids ?? { account, guid } };
    };
    const { reader } = source;
    const progress = { reader, waits: () => graph.limiter.throttling.waits, total: source.mailboxes.length };
    await (0,pipeline/* runPipeline */.a)({ source: (0,outputs_progress/* logProgress */.s)(runner, progress), reports, stages: [identify, ...stages], receivers });
}
/** Warns of the mailboxes of a plan that on-premises may synchronize. */
function warnOfSynchronized({ synchronized }, warnings) {
    if (synchronized === 0)
        return;
    const mailboxCount = (0,numbers/* counted */.hS)(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
    warnings.add(`${mailboxCount} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
        'Exchange Online refuses some changes there: make these on-premises.');
}

;// CONCATENATED MODULE: ./src/remediation/remaining-violations.ts










/**
 * Reads the mailboxes that were changed and judges them again. Returns which of them still violate the rules of their changes, as a
 * sentence, with a warning if some do or it is not known; undefined if nothing was changed, or the run was cancelled. Never rejects with
 * a UserError: what was changed stays reported.
 */
async function remainingViolations(run, { policy, baseline }, results) {
    const { runner, reports, list, warnings, inputs } = run;
    const changes = results.filter(({ status }) => status === 'applied').map(({ change }) => change);
    if (changes.length === 0 || runner.signal.aborted)
        return undefined;
    const ofMailbox = Map.groupBy(changes, ({ address }) => address.toLowerCase());
    const violating = [];
    let known = 0;
    const add = (result) => {
        if (result.status !== 'ok')
            return;
        const findings = (0,mailbox_result/* findingsOf */.WX)(result);
        const ofChanges = (ofMailbox.get(result.mailbox.address.toLowerCase()) ?? []).flatMap(({ rules, item }) => findings.filter((finding) => rules.includes(finding.rule.id) && finding.item === item));
        if (ofChanges.some(({ verdict }) => verdict === 'fail' || verdict === 'warn'))
            violating.push(result.mailbox.address);
        else if (ofChanges.some(({ verdict }) => verdict === 'inconclusive'))
            return;
        known += 1;
    };
    try {
        await (0,log/* logGroup */.QT)(runner.core, 'Judge the changed mailboxes again', async () => {
            const changed = mailboxesOf(changes, list);
            const reading = await openReading(run, reports, (0,mailbox/* mailboxList */.h7)(changed.mailboxes), reports);
            const judge = (0,policy_judge.compilePolicy)(policy, reading.reports, reading.started, baseline, reading.identities.namesOf);
            await readAll(run, reading, [(0,policy_stage/* policyStage */.Dg)(judge)], [{ add }]);
        });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        runner.core.info((0,log/* logText */.kc)(error.message));
    }
    const unknown = ofMailbox.size - known;
    const unknownText = unknown === 0 ? '' : ` Of ${(0,numbers/* count */.U9)(unknown)} it is not known.`;
    const isNamed = inputs.summary !== 'counts' && violating.length > 0;
    const names = isNamed ? `: ${(0,numbers/* someNames */.Xq)(violating, display/* visibleLine */.P8)}` : '';
    const text = `The changed mailboxes were judged again: ${(0,numbers/* count */.U9)(violating.length)} of ${(0,numbers/* count */.U9)(ofMailbox.size)} still violate${names}.${unknownText}`;
    if (violating.length + unknown > 0)
        warnings.add(text);
    else
        runner.core.info(text);
    return text;
}

;// CONCATENATED MODULE: ./src/remediation/services.ts



/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;
/** The service of the targets of a run, whose requests end soon after a cancellation. Sends nothing. */
function changingService({ inputs, runner, reports, signedIn }) {
    const { graph, exchange } = (0,source_services/* servicesOf */.Y)({ inputs, signedIn, runner: { ...runner, signal: endingSignal(runner) } });
    const services = {
        graph,
        exchange,
        cloud: inputs.cloud,
        now: runner.now,
        selectOf: (name) => {
            const report = reports.find((one) => one.name === name);
            return report !== undefined && (0,reports_definition/* isExchangeReport */.Uq)(report) ? report.request.select : [];
        },
    };
    const opened = new Map();
    const serviceOf = (target) => {
        const service = opened.get(target.target) ?? targetOf(target).open(services);
        opened.set(target.target, service);
        return service;
    };
    return {
        read: (target, settings) => serviceOf(target).read(target, settings),
        write: (target, values) => serviceOf(target).write(target, values),
    };
}
/** A signal that ends requests under way soon after a cancellation, and at the deadline. */
function endingSignal({ signal, deadline, timer }) {
    const ending = new AbortController();
    const onAbort = () => {
        timer(ENDING_MS, () => ending.abort(new Error('the run was cancelled')));
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    return AbortSignal.any([ending.signal, deadline]);
}

;// CONCATENATED MODULE: ./src/remediation/restore/kept-values.ts





/** The object that a row of a kept report shows: what its cells and its identity say of it. */
function keptObject(report, row) {
    return report.corrects?.keptEntry?.((0,row_view/* viewOf */.du)(Object.keys(report.columns), row), row.identity ?? {}) ?? {};
}
/** An entry that a report shows. */
function shownEntry(report, target, row, object) {
    // What a cloud does not let be made concerns only what is made.
    const writable = target.ofRow(object, { isWhole: true, isOfPolicy: false, cloud: '' });
    return { row: (0,reports_rows/* cellsOf */.nc)(row), item: (0,row_identity/* rowIdentity */.lM)(report).itemOf(row), object, writable };
}
/** The entries that a kept report shows of a mailbox. */
function kept_values_keptEntries(report, target, rows) {
    return rows.map((row) => shownEntry(report, target, row, keptObject(report, row)));
}
/** Whether two rows show the same entry. A rule or permission that was made again has another ID. */
function isSameEntry(target, one, other) {
    const names = namesOf(target, other);
    return namesOf(target, one).some((name) => names.includes(name));
}
function namesOf({ entries }, { item, row, object, writable }) {
    if (typeof writable !== 'string')
        return entries?.namesOf(writable) ?? [];
    // A right that is inherited or denied is another entry than the one on the mailbox itself.
    const address = (0,src_json/* textIn */.r7)(object.emailAddress, 'address');
    return [
        JSON.stringify([item, row.cells]),
        ...(typeof object.id === 'string' ? [`id ${object.id}`] : []),
        ...(address === '' ? [] : [`address ${address.toLowerCase()}`]),
    ];
}
/** The cells of a row by column, without those that are not fully known. */
function keptCells({ columns }, row) {
    return Object.keys(columns).flatMap((column, at) => {
        const cell = (0,row_view/* cellAt */.G0)(row, at);
        return cell.isKnown ? [[column, cell.value]] : [];
    });
}
/** What a row says of an entry, for people: its known cells, without those that say nothing. Hostile text until escaped. */
function shownCells(report, row) {
    return Object.keys(report.columns)
        .flatMap((column, at) => {
        const cell = (0,row_view/* cellAt */.G0)(row, at);
        const text = cell.isKnown && cell.value !== false ? (0,display/* cellText */.Ie)(cell.value) : '';
        return text === '' ? [] : `${column}: ${text}`;
    })
        .join('; ');
}
/** The settings that a cell of a kept row says; undefined if the column shows none. Empty: it follows from others. */
function keptSettings({ corrects }, column, cell) {
    const { keptSettings: settings = {}, settings: types } = corrects ?? { settings: {} };
    const ofCell = Object.hasOwn(settings, column) ? settings[column] : undefined;
    if (ofCell !== undefined)
        return ofCell(cell);
    return Object.hasOwn(types, column) ? { [column]: cell } : undefined;
}

// EXTERNAL MODULE: ./src/reports/derived-row.ts
var derived_row = __webpack_require__(93107);
;// CONCATENATED MODULE: ./src/remediation/restore/policy-check.ts




/** Judges mailboxes as they would be. */
class PolicyCheck {
    #reports;
    #judge;
    #made;
    /** @param reports those of the run */
    constructor(judge, reports) {
        this.#reports = reports;
        this.#judge = judge;
        const others = reports.filter((report) => !(0,reports_definition/* isMadeReport */.u7)(report));
        this.#made = new Map(reports.filter(reports_definition/* isMadeReport */.u7).map((report) => [report.name, (0,derived_row/* compileDerivedRow */.LH)(report.made, others)]));
    }
    /** The rules that a mailbox would violate with other rows, or could not be decided for it then, and that it does not now, or with another value. */
    addedBy(result, before, after) {
        const [earlier, later] = [before, after].map((rows) => this.#findings(result, rows));
        const keys = new Set(earlier?.map(policy_check_keyOf));
        return [...new Set(later?.filter((finding) => !keys.has(policy_check_keyOf(finding))).map(({ rule }) => rule.id))];
    }
    #findings({ mailbox, reports }, rows) {
        const read = reports.filter(({ definition }) => !(0,reports_definition/* isMadeReport */.u7)(definition));
        const ofRead = new Map(read.map((report) => [report.definition.name, resultWith(report, rows)]));
        const results = this.#reports.flatMap(({ name }) => this.#made.get(name)?.([...ofRead.values()]) ?? ofRead.get(name) ?? []);
        const findings = (0,policy_stage/* supposedFindings */.KG)(this.#judge, { mailbox, results }, this.#reports);
        return findings.filter(({ verdict }) => verdict !== 'exempt' && verdict !== 'known');
    }
}
function resultWith({ definition, rows }, others) {
    const unread = (0,reports_rows/* unreadableRow */.Oj)(rows);
    if (unread !== undefined && unread.status !== 'ok')
        return { status: unread.status, error: unread.error };
    const value = others.get(definition.name) ?? rows.filter(({ content }) => content === 'item').map(reports_rows/* cellsOf */.nc);
    return { status: 'ok', value: [...value] };
}
/** A violation with another value is another one: a mailbox that violates a rule must not violate it in another way. */
function policy_check_keyOf({ rule, item, column, rowDigest, verdict, found }) {
    return JSON.stringify([rule.id, item, column, rowDigest, verdict, found]);
}

;// CONCATENATED MODULE: ./src/mailboxes/identity.ts
/** Whether IDs are those of one mailbox; undefined if they have none in common, so that it is not known. */
function isSameMailbox(one, other) {
    const pairs = [
        [one.account, other.account],
        [one.guid, other.guid],
    ].filter((pair) => !pair.includes(undefined));
    return pairs.length === 0 ? undefined : pairs.every(([a, b]) => a === b);
}

;// CONCATENATED MODULE: ./src/remediation/restore/restored-change.ts
/** The change of a plan, which no rule requires. */
function restoringChange({ started }, change, evidence = {}) {
    return {
        ...change,
        rules: [],
        title: `As on ${started.slice(0, 10)}`,
        found: '',
        expected: '',
        ...evidence,
        cells: [],
    };
}

;// CONCATENATED MODULE: ./src/remediation/restore/restored-entries.ts







/**
 * Brings entries of a mailbox back: those that are gone are given back, and those that differ are set back. What is newer is left alone.
 * Undefined if the services do not show all entries.
 */
function restoredEntries({ report, then, now }, place, context) {
    const positions = (0,row_identity/* itemPositions */.Gd)((0,row_identity/* itemColumns */.P1)(report), Object.keys(report.columns)) ?? [];
    const target = targetOf(place);
    const present = [];
    for (const row of now.rows) {
        if (row.content !== 'item')
            continue;
        if (!(0,src_json/* isObject */.Gv)(row.object) || (0,row_identity/* hasUnknownItem */.iU)(positions, row))
            return undefined;
        present.push(shownEntry(report, target, row, row.object));
    }
    const kept = kept_values_keptEntries(report, target, then.rows);
    const older = kept.map((one) => {
        const same = present.find((other) => isSameEntry(target, one, other));
        if (same !== undefined)
            return { item: one.item, result: setBack(one, same, { report, place, context }) };
        const isRepeated = kept.filter((other) => isSameEntry(target, one, other)).length > 1;
        const result = isRepeated ? reasonText('twins') : givenBack(one, { report, place, context });
        return { item: one.item, result };
    });
    const newer = present.filter((one) => !kept.some((other) => isSameEntry(target, other, one)));
    return [...older, ...newer.map(({ item }) => ({ item, result: 'it is newer than the report' }))];
}
function givenBack({ item, row, object, writable }, { report, place, context }) {
    if (typeof writable === 'string')
        return reasonText(writable);
    const { run, cloud, autoMapping } = context;
    const target = targetOf(place);
    const made = target.ofRow(object, { isWhole: true, isOfPolicy: false, cloud });
    if (typeof made === 'string')
        return reasonText(made);
    const { value = {} } = made;
    const given = target.entries?.givenBack(made.entry, value, { autoMapping }) ?? made.entry;
    const held = heldThen(target, given, context);
    if (typeof held === 'string')
        return held;
    const change = { ...place, ...held, item, setting: policy_definition/* WHOLE_ROW */.p9, before: null, after: value };
    return { change: restoringChange(run, change, { expected: shownCells(report, row) }), report, row };
}
/** The change of an entry that is there, or why it has none; undefined if the entry is as it was. */
function setBack(then, now, { report, place, context }) {
    if (JSON.stringify(then.row.cells) === JSON.stringify(now.row.cells))
        return undefined;
    const target = targetOf(place);
    const change = target.entries?.setBack(then, now);
    if (change === undefined)
        return undefined;
    if (typeof change === 'string')
        return reasonText(change);
    const held = heldThen(target, change.entry, context);
    if (typeof held === 'string')
        return held;
    const setting = { ...place, item: then.item, ...change, ...held };
    const evidence = { found: shownCells(report, now.row), expected: shownCells(report, then.row) };
    return { change: restoringChange(context.run, setting, evidence), report, object: now.object };
}
/** An entry with who held it then, or why it is left: the report must say whose an address was. */
function heldThen({ entries }, entry, { accountOf }) {
    const { holders } = entries ?? {};
    const address = holders?.addressOf?.(entry);
    if (holders?.keptBy === undefined || address === undefined)
        return { entry };
    const account = accountOf(address);
    return account === undefined ? reasonText('no-kept-holder') : { entry: holders.keptBy(entry, account) };
}

;// CONCATENATED MODULE: ./src/remediation/restore/restored-settings.ts










const NO_SETTING = 'no plan sets it';
/** The settings of one target of a mailbox, which one or two reports show. */
class RestoredSettings {
    /** What they are set in. */
    resource;
    #mailbox;
    #context;
    #target;
    #whole;
    #differing = [];
    /** The values to set, by path. */
    #values = new Map();
    /** Why settings are not set, by path. */
    #refusals = new Map();
    constructor(mailbox, target, reports, context) {
        this.#mailbox = mailbox;
        this.#context = context;
        this.#target = target;
        const [{ now }] = reports;
        this.#whole = now.definition;
        const { object } = now.rows[0];
        this.resource = (0,src_json/* isObject */.Gv)(object) ? object : {};
        for (const one of reports)
            this.#compare(one);
        this.#leaveOutUnneeded();
        this.#refuseUnwritable();
    }
    #compare({ report, then: { rows } }) {
        const [row] = rows;
        const cellNow = this.#cellsAfter(report, []);
        if (row === undefined || cellNow === undefined)
            return;
        for (const [column, value] of keptCells(report, row)) {
            const [then, now] = [{ report: report.name, column, cell: (0,known/* known */.eO)(value) }, cellNow(column)];
            const isSeen = this.#differing.some((one) => one.then.column === column);
            if (isSeen || !now.cell.isKnown || report.compare?.ignore.includes(column) === true)
                continue;
            if (isSameCell(now, then))
                continue;
            const settings = keptSettings(report, column, value);
            const paths = Object.keys(settings ?? {});
            // The cell follows from others.
            if (settings !== undefined && paths.length === 0)
                continue;
            this.#differing.push({ report, then, now, paths });
            for (const [path, after] of Object.entries(settings ?? {})) {
                if (!isSame(path, settingIn(this.resource, path), after))
                    this.#values.set(path, after);
            }
        }
    }
    /** Leaves out settings without which the cells come back, too: the times of a schedule whose status alone has changed. */
    #leaveOutUnneeded() {
        for (const one of this.#differing) {
            const others = this.#changes().filter(({ setting }) => !one.paths.includes(setting));
            if (this.#isRestored(one, others))
                for (const path of one.paths)
                    this.#values.delete(path);
        }
    }
    /** Leaves out what cannot be written, or would not show the kept cell. */
    #refuseUnwritable() {
        for (const [path, value] of this.#values) {
            const reason = this.#reasonAgainst(path, value);
            if (reason !== undefined)
                this.refuse(path, reason);
        }
        this.#refuseProblems();
        for (const one of this.#differing) {
            if (this.#isRestored(one))
                continue;
            for (const path of one.paths)
                this.refuse(path, 'the report does not show its whole value');
        }
    }
    /** Leaves out what the service would refuse together. Without one setting, another may be refused. */
    #refuseProblems() {
        const problem = targetOf(this.#target).problemOf?.(this.resource, this.#changes(), this.#context.now);
        const paths = [...this.#values.keys()].filter((path) => problem?.settings.some((one) => path === one || path.startsWith(`${one}.`)));
        if (problem === undefined || paths.length === 0)
            return;
        for (const path of paths)
            this.refuse(path, `the mailbox ${problem.text}`);
        this.#refuseProblems();
    }
    #reasonAgainst(path, value) {
        const { guid, target } = this.#target;
        const type = this.#whole.corrects?.settings[path === ZONE ? `${path}.name` : path];
        const ofType = path === ZONE && (0,src_json/* isObject */.Gv)(value) ? (value.name ?? null) : value;
        if (guid !== undefined && !(0,src_json/* isGuid */.W_)(guid))
            return reasonText('hidden');
        if (isUnset({ setting: path, target }, value))
            return 'it had no value, and Graph cannot clear it';
        const isShown = guid === undefined || Object.hasOwn(this.resource, path);
        return type?.accepts(ofType) === true && type.isManual !== true && isShown ? undefined : NO_SETTING;
    }
    /** Does not set a setting. The first reason counts. */
    refuse(path, reason) {
        if (!this.#values.delete(path))
            return;
        if (!this.#refusals.has(path))
            this.#refusals.set(path, reason);
    }
    candidates() {
        return this.#changes().map(({ setting, after }) => {
            const ofSetting = this.#differing.filter(({ paths }) => paths.includes(setting));
            const shown = (name) => ofSetting.map((one) => `${one.then.column}: ${shownCell(one[name])}`).join('; ');
            const change = restoringChange(this.#context.run, { ...this.#target, item: '', setting, before: settingIn(this.resource, setting), after }, { found: shown('now'), expected: shown('then') });
            return { change, report: this.#whole, object: this.resource };
        });
    }
    /** The columns that the values to set do not bring back. */
    left() {
        return this.#differing
            .filter((one) => !this.#isRestored(one))
            .map(({ then, now, paths }) => ({
            mailbox: this.#mailbox.address,
            item: `${then.column}: ${shownCell(now)} instead of ${shownCell(then)}`,
            reason: paths.map((path) => this.#refusals.get(path)).find((text) => text !== undefined) ?? NO_SETTING,
        }));
    }
    #changes() {
        return [...this.#values].map(([setting, after]) => ({ setting, after }));
    }
    #isRestored({ report, then }, changes = this.#changes()) {
        const cell = this.#cellsAfter(report, changes)?.(then.column);
        return cell !== undefined && isSameCell(cell, then);
    }
    #cellsAfter(report, changes) {
        return cellsAfter(this.#context.readRow, { report, mailbox: this.#mailbox, object: this.resource, changes });
    }
}
function shownCell({ cell }) {
    return (0,row_view/* shownText */.f$)(cell) || 'blank';
}

;// CONCATENATED MODULE: ./src/remediation/restore/restore-plan.ts








/**
 * Plans the changes that bring mailboxes back to what a kept report shows, as mailboxes pass. Gives back and sets back: what is newer
 * is left alone, and so is everything that was not known then, or is not now.
 */
class RestorePlanner {
    #options;
    #context;
    #draft;
    constructor(draft, options) {
        this.#draft = draft;
        this.#options = options;
        this.#context = { ...options, run: options.kept.run, accountOf: (address) => options.kept.accountOf(address) };
    }
    add(result) {
        const { mailbox } = result;
        const now = this.#options.identities.of(mailbox.address);
        const kept = this.#options.kept.mailboxOf(mailbox.address, now);
        const problem = kept === undefined
            ? reasonText(now === undefined ? 'unknown-address' : 'not-in-report')
            : this.#problemOf(mailbox, kept);
        if (kept === undefined || problem !== undefined)
            this.#leave(mailbox.address, '', problem ?? '');
        else
            this.#restore(result, kept);
    }
    /** Why nothing of a mailbox is restored. */
    #problemOf({ address }, { ids: then }) {
        const { identities } = this.#options;
        if (identities.isDenied)
            return reasonText('account-denied');
        if (identities.isRepeated(address))
            return reasonText('same-mailbox');
        const now = identities.of(address);
        if (now?.account === undefined && now?.guid === undefined)
            return reasonText('account-unknown');
        const same = isSameMailbox(then ?? {}, now);
        if (same === undefined)
            return reasonText('no-kept-id');
        return same ? undefined : reasonText('other-mailbox');
    }
    #restore(result, kept) {
        const { address } = result.mailbox;
        const candidates = [];
        const ofTargets = new Map();
        for (const report of this.#options.kept.reports) {
            const both = thenAndNow(report, kept, result);
            if (typeof both === 'string')
                this.#leave(address, report.name, both);
            else if (report.rows === undefined) {
                const { name } = both.now.definition;
                const earlier = ofTargets.get(name);
                if (earlier === undefined)
                    ofTargets.set(name, [both]);
                else
                    earlier.push(both);
            }
            else
                candidates.push(...this.#entries(address, both));
        }
        const settings = [...ofTargets.values()].map((reports) => {
            const target = { ...this.#placeOf(address, reports[0].now.definition), entry: null };
            return new RestoredSettings(result.mailbox, target, reports, this.#context);
        });
        const accepted = [
            ...this.#accepted(result, candidates, [], ({ change: { item } }, reason) => this.#leave(address, item, reason)),
        ];
        this.#plan(accepted, {});
        for (const one of settings) {
            const refuse = ({ change: { setting } }, reason) => one.refuse(setting, reason);
            const ofTarget = this.#accepted(result, one.candidates(), accepted, refuse);
            this.#plan(ofTarget, one.resource);
            this.#draft.left.push(...one.left());
            accepted.push(...ofTarget);
        }
    }
    #entries(address, both) {
        const entries = restoredEntries(both, this.#placeOf(address, both.report), this.#context);
        if (entries === undefined)
            this.#leave(address, both.report.name, 'the services do not show all of it now');
        return (entries ?? []).flatMap(({ item, result }) => {
            if (typeof result === 'string')
                this.#leave(address, item, result);
            return typeof result === 'object' ? result : [];
        });
    }
    #placeOf(address, { corrects }) {
        const { guid = '', account } = this.#options.identities.of(address) ?? {};
        const target = corrects?.target ?? '';
        return { address, target, guid: targetNamed(target).service === 'exchange' ? guid : undefined, mailboxId: account };
    }
    #plan(candidates, object) {
        this.#draft.add(candidates.map(({ change }) => change), object);
    }
    #leave(mailbox, item, reason) {
        this.#draft.left.push({ mailbox, item, reason });
    }
    /** The candidates with which the mailbox violates no rule that it does not violate without them. */
    #accepted(result, candidates, earlier, refuse) {
        const { check } = this.#options;
        if (check === undefined)
            return candidates;
        const accepted = [];
        for (const candidate of candidates) {
            const before = [...earlier, ...accepted];
            const rules = check.addedBy(result, this.#rowsWith(result, before), this.#rowsWith(result, [...before, candidate]));
            if (rules.length === 0)
                accepted.push(candidate);
            else
                refuse(candidate, `the policy would be violated, or could not be decided: ${rules.join(', ')}`);
        }
        return accepted;
    }
    /** The rows of the reports that show changes, as these make them. */
    #rowsWith({ mailbox, reports }, candidates) {
        const others = new Map();
        for (const { definition, rows } of reports) {
            const target = definition.corrects?.target;
            const own = candidates.filter(({ report }) => report.corrects?.target === target);
            if (target === undefined || own.length === 0)
                continue;
            const present = rows.flatMap((row) => {
                if (row.content !== 'item')
                    return [];
                const ofRow = own.filter(({ object }) => object !== undefined && (definition.rows === undefined || object === row.object));
                const object = ofRow[0]?.object;
                if (object === undefined)
                    return [(0,reports_rows/* cellsOf */.nc)(row)];
                const after = changed(object, ofRow.map(({ change }) => change));
                const other = this.#options.readRow(definition, mailbox, after);
                return other === undefined ? [] : [(0,reports_rows/* cellsOf */.nc)(other)];
            });
            others.set(definition.name, [...present, ...own.flatMap(({ row }) => row ?? [])]);
        }
        return others;
    }
}
/** What a report shows of a mailbox then and now, or why one of both is not known. */
function thenAndNow(report, { results }, { reports }) {
    const then = results.get(report.name);
    if (then?.status !== 'ok')
        return 'it was not read then';
    const [whole = report.name] = report.corrects === undefined ? [] : (0,built_in/* reportsWriting */.IL)(report.corrects.target);
    const now = reports.find(({ definition }) => definition.name === whole);
    if (now === undefined || (0,reports_rows/* unreadableRow */.Oj)(now.rows) !== undefined)
        return 'it could not be read now';
    return { report, then, now };
}

;// CONCATENATED MODULE: ./src/remediation/restore/restore-run.ts
















/**
 * Reads the mailboxes of the list, and plans the changes that bring them back to a kept report. Rejects with a UserError: of Exchange
 * Online, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function planRestore(run, basis) {
    const { kept, policy, baseline } = basis;
    const { warnings, inputs } = run;
    const reading = await openReading(run, run.reports);
    const { reports, identities, started, source } = reading;
    const judge = policy && (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.namesOf);
    const draft = new PlanDraft();
    const planner = new RestorePlanner(draft, {
        kept,
        identities,
        readRow: await newRowReader([...reports, ...kept.reports], source.internalDomains, started),
        check: judge && new PolicyCheck(judge, reports),
        cloud: inputs.cloud,
        autoMapping: inputs.autoMapping === 'true',
        now: started,
    });
    const counts = await collectPlan(run, reading, [], planner, draft);
    draft.leave(await unknownRecipients(draft.changes, basis, reading.exchange), 'unknown-recipient');
    for (const warning of restoreWarnings({ kept, policy }))
        warnings.add(warning);
    warnOfSynchronized(draft, warnings);
    const { changes, left } = draft;
    return { changes, counts, violations: [], left };
}
function restoreWarnings({ kept: { outdated }, policy }) {
    const unjudged = policy?.rules.filter(({ report }) => report === 'access' || report === 'applications') ?? [];
    return [
        ...(policy === undefined ? ['No policy was asked: the plan may bring violations back.'] : []),
        ...(unjudged.length === 0
            ? []
            : [
                `${(0,numbers/* counted */.hS)(unjudged.length, 'rule is', 'rules are')} not judged: ${(0,numbers/* listed */.KE)(unjudged.map(({ id }) => id), 'and')}.`,
            ]),
        ...(outdated.length === 0
            ? []
            : [`Another version of Mailbox Report read ${(0,numbers/* listed */.KE)(outdated, 'and')}, which is not restored.`]),
    ];
}
/**
 * Throws the UserError `REPORT_UNREADABLE` for the report of another tenant or cloud, and `PLAN_FILE` unless each change is of a mailbox of
 * the list and gives what the report shows: a plan that was edited gains nothing.
 */
function requireRestorable(kept, tenant, cloud, changes, list) {
    if (kept.tenant.toLowerCase() !== tenant.toLowerCase() || kept.cloud !== cloud) {
        const message = `The report is of another tenant, ${kept.tenant} in the cloud ${kept.cloud}. Nothing was changed.`;
        throw new errors/* UserError */.yo('REPORT_UNREADABLE', message, {
            hint: `Sign in to the tenant of the report, or set ${(0,audience/* inputName */.yu)('restore')} to a report of this one.`,
        });
    }
    requireOwnChanges(changes, list, (change) => isShownBy(kept, change), {
        what: 'which the report does not show',
        hint: 'The plan was edited, or "only" is another one. Make a new plan, review it and approve it.',
    });
}
/** Whether a kept report shows what a change brings back. */
function isShownBy(kept, change) {
    if (change.rules.length > 0)
        return false;
    const names = reportsOf(change);
    const { address, mailboxId: account, guid } = change;
    const results = kept.mailboxOf(address, { account, guid: (0,src_json/* isGuid */.W_)(guid) ? guid : undefined })?.results;
    return (kept.reports
        .filter(({ name }) => names.includes(name))
        .some((report) => (results?.get(report.name)?.rows ?? []).some((row) => isShownIn(report, row, change))) &&
        isHeldAsKept(kept, change));
}
/** Whether a change gives something to the account that the report has behind its address. */
function isHeldAsKept(kept, change) {
    const { holders } = targetOf(change).entries ?? {};
    const address = holders?.addressOf?.(change.entry);
    if (holders?.keptBy === undefined || address === undefined)
        return true;
    const account = kept.accountOf(address);
    return (account !== undefined && JSON.stringify(holders.keptBy(change.entry, account)) === JSON.stringify(change.entry));
}
function isShownIn(report, row, change) {
    const { entry, setting, before, after } = change;
    const target = targetOf(change);
    if (target.entries === undefined) {
        const values = keptCells(report, row).flatMap(([column, cell]) => Object.entries(keptSettings(report, column, cell) ?? {}));
        return values.some(([path, value]) => path === setting && isSame(path, value, after));
    }
    const object = keptObject(report, row);
    const isWhole = setting === policy_definition/* WHOLE_ROW */.p9;
    const writable = target.ofRow(object, { isWhole, isOfPolicy: false, cloud: '' });
    if (typeof writable === 'string')
        return false;
    if (!isWhole)
        return target.entries.isOf?.(entry, object) === true && isSame(setting, settingIn(object, setting), after);
    const isEntry = JSON.stringify(target.keyOf(writable.entry)) === JSON.stringify(target.keyOf(entry));
    return isEntry && before === null && isSame(setting, writable.value ?? null, after);
}

;// CONCATENATED MODULE: ./src/remediation/undo-plan.ts















/** Throws the UserError `UNDO_FILE` for the undo file of another tenant or cloud, and in a workflow of another repository. */
function requireOwn(undone, tenant, cloud, repository) {
    const refused = (what, hint) => new errors/* UserError */.yo('UNDO_FILE', `The undo file is of another ${what}. Nothing was changed.`, { hint });
    if (undone.tenant.toLowerCase() !== tenant.toLowerCase() || undone.cloud !== cloud) {
        const place = `tenant, ${undone.tenant} in the cloud ${undone.cloud}`;
        throw refused(place, 'Sign in to the tenant whose mailboxes were changed.');
    }
    const { source } = undone;
    if (repository === '' || source.repository.toLowerCase() === repository.toLowerCase())
        return;
    const place = source.repository === '' ? 'place: it was not written in a workflow' : `repository, ${source.repository}`;
    throw refused(place, 'Undo it there, or at a terminal.');
}
/** Throws the UserError `PLAN_FILE` unless each change of a plan is one of the undo file: a plan that was edited gains nothing. */
function requireChangesOfUndo(changes, undone, list) {
    const recorded = new Set(undone.changes.map(recordedText));
    requireOwnChanges(changes, list, (change) => recorded.has(recordedText(change)), {
        what: 'which the undo file does not have',
        hint: 'The plan was edited. Make a new plan, review it and approve it.',
    });
}
/**
 * Reads the entries of an undo file that equal an entry of its plan but are there again, so that the plan does not have them. The service
 * then knows their IDs, and takes none of them for the entry that the plan gives back.
 */
async function readTwins({ changes }, planned, service) {
    const keyOf = ({ address, target, setting, after }) => JSON.stringify([address.toLowerCase(), target, setting, comparable(setting, after)]);
    const given = new Set(planned.filter(({ setting, after }) => setting === policy_definition/* WHOLE_ROW */.p9 && after !== null).map(keyOf));
    const own = new Set(planned.map(targetKey));
    for (const change of changes)
        if (given.has(keyOf(change)) && !own.has(targetKey(change)))
            await service.read(change, [change.setting]);
}
function recordedText(change) {
    const { title, found, expected } = change;
    const entry = targetOf(change).entries?.asRecorded?.(change.entry) ?? change.entry;
    return JSON.stringify({ ...storedChange({ ...change, entry }), title, found, expected });
}
/**
 * The changes back that can be made: reads each mailbox, leaves out those that are done, and lists those that no longer fit. Rejects with the UserError
 * `CANCELLED`, and with `INCOMPLETE` after as many unreadable ones as `max-failures` says.
 */
async function planUndo({ runner, inputs }, undone, service, guard) {
    const { core, signal } = runner;
    const dryRun = {
        ...(0,machine.machineOf)(runner),
        service,
        guard,
        signal,
        limit: undefined,
        maxFailures: Infinity,
        isEachAlone: true,
        isDryRun: true,
    };
    const { maxFailures } = inputs;
    let unreadCount = 0;
    const changes = undone.changes.map((change) => mapping(change, inputs.autoMapping === 'true'));
    const draft = new PlanDraft();
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', async () => {
        for await (const results of writeChanges(changes, dryRun)) {
            for (const result of results) {
                if (result.status === 'pending')
                    draft.add([result.change], {});
                else if (result.status !== 'unchanged')
                    draft.left.push(leftResult(result));
                if (result.isUnread === true)
                    unreadCount += 1;
            }
            const notUndone = results.filter(({ status }) => status !== 'pending');
            logChanges(core, inputs.summary, notUndone);
            if (unreadCount >= maxFailures)
                break;
        }
    });
    requireUncancelled(signal);
    if (unreadCount >= maxFailures) {
        const message = `The mailboxes of ${(0,numbers/* counted */.hS)(unreadCount, 'change', 'changes')} could not be read; ${(0,audience/* inputName */.yu)('max-failures')} allows fewer. Nothing was changed.`;
        throw new errors/* UserError */.yo('INCOMPLETE', message, {
            hint: `The log has the cause of each. Correct it, or raise ${(0,audience/* inputName */.yu)('max-failures')}.`,
        });
    }
    return draft;
}
/** A change that cannot be undone. */
function leftResult({ change, error }) {
    // The plan says above each reason that the item is left.
    return { mailbox: change.address, item: settingName(change), reason: error.replace(/^Not written: /, '') };
}
/** A change with whether Full Access that it gives back maps in Outlook. */
function mapping(change, autoMapping) {
    const { entry, setting, after } = change;
    if (setting !== policy_definition/* WHOLE_ROW */.p9 || !(0,src_json/* isObject */.Gv)(after))
        return change;
    return { ...change, entry: targetOf(change).entries?.givenBack(entry, after, { autoMapping }) ?? entry };
}

// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/result.ts
var result = __webpack_require__(64612);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/actions/log-lists.ts
var log_lists = __webpack_require__(57101);
// EXTERNAL MODULE: ./src/actions/run-action.ts
var run_action = __webpack_require__(31737);
;// CONCATENATED MODULE: ./src/actions/remediate.ts



























/** Days that the record of an undo should be kept at least. */
const SHORT_RETENTION = 30;
/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
function remediate(env, runner, observer) {
    return (0,run_action/* runAction */.C)(env, runner.core, async (outputs) => {
        const { reason } = await perform(env, runner, outputs, observer);
        return { fails: reason !== undefined };
    });
}
/** Makes a plan or takes over the approved one, performs what the mode asks for, and delivers the result. */
async function perform(env, runner, outputs, observer) {
    const step = (0,run_runner/* stepEnvironment */.a)(env);
    const remediation = await readRemediation(env, step);
    try {
        return await performIn(await signedInRun(remediation, env, { step, runner, outputs }), observer);
    }
    finally {
        if (remediation.basis.kind === 'restore')
            await remediation.basis.kept.close();
    }
}
async function performIn(run, observer) {
    const { inputs, step, basis, list, plan: approved, signedIn, warnings, runner, outputs } = run;
    const { core, now } = runner;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, runner);
    if (inputs.mode !== 'plan')
        await requireWritePermission(run);
    await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,log_lists/* logLists */.W)(list, inputs, core, NO_OUTPUTS));
    const { tenantId: tenant } = signedIn;
    const { cloud } = inputs;
    if (approved !== undefined)
        requireFitting(approved, tenant, cloud, digestsOf(run, approved.changes), now());
    if (basis.kind === 'undo') {
        requireOwn(basis.undo, tenant, cloud, step.repository);
        requireChangesOfUndo(approved?.changes ?? [], basis.undo, list);
    }
    if (basis.kind === 'restore')
        requireRestorable(basis.kept, tenant, cloud, approved?.changes ?? [], list);
    if (basis.kind === 'policy' && approved !== undefined)
        requireChangesOfPolicy(approved.changes, basis.policy, list);
    const service = changingService(run);
    const draft = approved ?? (await planOf(run, service));
    for (const note of planNotes(draft.changes, draft.counts, inputs))
        warnings.add(note);
    const decided = outcomeWithoutWrites(draft, inputs);
    if (approved !== undefined && decided === undefined)
        await observer?.approve(approved);
    const folder = await (0,output_directory/* createOutputDirectory */.n)(inputs.outputDirectory, step);
    const planCsv = await writePlanCsv(folder, draft.changes, inputs.csv);
    const plan = approved ?? (await writePlanFile(folder, planFor(run, draft), step, now()));
    const { digest, changes, violations } = plan;
    outputs.set({
        'output-directory': folder,
        'change-count': changes.length,
        'left-out-count': leftOutCount(violations),
        'plan-digest': digest,
    });
    core.info(`Plan: ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, digest ${digest}`);
    if (approved === undefined)
        observer?.onPlan(plan);
    const shownToAll = (await visibility) ? (0,repository_visibility/* visibilityWarning */.R)(inputs) : undefined;
    if (shownToAll !== undefined)
        warnings.add(shownToAll);
    if (approved !== undefined && decided === undefined && basis.kind === 'undo')
        await readTwins(basis.undo, changes, service);
    const onDone = observer && ((done) => observer.onDone(done));
    const applyResult = approved === undefined || decided !== undefined
        ? { outcome: decided ?? { result: 'planned', reason: undefined }, files: [], results: [], record: undefined }
        : await applyPlan(run, approved, folder, service, await openGuard(run, changes), onDone);
    const remaining = basis.kind === 'policy' ? await remainingViolations(run, basis, applyResult.results) : undefined;
    const files = [...(approved === undefined ? [external_node_path_default().join(folder, PLAN_JSON)] : []), planCsv, ...applyResult.files];
    return deliverRemediation(run, { mode: inputs.mode, plan, folder, ...applyResult, remaining, files });
}
/** Signs in. */
async function signedInRun(remediation, env, { step, runner, outputs }) {
    const { core } = runner;
    const { inputs, basis, reports } = remediation;
    const notes = basis.kind === 'undo' ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
    await (0,log/* logSettings */.AF)(core, settings(remediation), notes);
    requireArtifactName(inputs, runner);
    const warnings = new log/* Warnings */.eS(core);
    const { mode, artifactName, retentionDays = SHORT_RETENTION } = inputs;
    if (mode !== 'plan' && artifactName !== undefined && retentionDays < SHORT_RETENTION) {
        warnings.add(`After ${retentionDays} days (${(0,audience/* inputName */.yu)('retention-days')}) nothing can be undone. Use ${SHORT_RETENTION} or more.`);
    }
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,sign_in/* signIn */.Jv)(inputs, { reports }, (0,sign_in/* readCredential */.Yz)(inputs, runner, NO_OUTPUTS, warnings, env), runner));
    if (signedIn.lacking !== undefined)
        warnings.add(signedIn.lacking.warning);
    return { ...remediation, step, runner, outputs, warnings, signedIn };
}
/** Throws the UserError `INPUT_INVALID` if the undo record would have no artifact. */
function requireArtifactName({ mode, artifactName }, { loadArtifactClient }) {
    if (mode === 'plan' || artifactName !== undefined || loadArtifactClient === undefined)
        return;
    throw (0,input_readers/* invalid */.Gq)('artifact-name', '', 'Name one, or omit the input: nothing is changed unless the undo record is an artifact.');
}
/** A plan, bound to the tenant and the files that it is made for. */
function planFor(run, draft) {
    const { basis, inputs, signedIn } = run;
    const undoes = basis.kind === 'undo' ? basis.undo.source : undefined;
    const restores = basis.kind === 'restore' ? basis.kept.run : undefined;
    const digests = digestsOf(run, draft.changes);
    return { kind: basis.kind, undoes, restores, tenant: signedIn.tenantId, cloud: inputs.cloud, digests, ...draft };
}
/** SHA-256 digests of the files that a plan is made for. The plan of a whole tenant is bound to the mailboxes that it changes. */
function digestsOf({ basis, list, all }, changes) {
    if (basis.kind === 'undo')
        return { undo: basis.undo.digest };
    const digests = planDigests(all ? mailboxesOf(changes, list) : list, basis.policy, basis.baseline, all);
    return basis.kind === 'restore' ? { ...digests, rows: basis.kept.digest } : digests;
}
async function planOf(run, service) {
    const { basis, list } = run;
    if (basis.kind === 'policy')
        return makePlan(run, basis);
    if (basis.kind === 'restore')
        return planRestore(run, basis);
    const draft = await planUndo(run, basis.undo, service, await openGuard(run, basis.undo.changes));
    await bindUndo(run, draft);
    const { changes, left } = draft;
    if (left.length > 0) {
        const where = run.inputs.summary === 'counts' ? '' : ' The summary and the log name them.';
        run.warnings.add(`${(0,numbers/* counted */.hS)(left.length, 'change is', 'changes are')} not undone: the setting changed since, cannot be restored, or a name or address is another's now.${where}`);
    }
    return { changes, left, counts: { mailboxes: list.length, unread: 0 }, violations: [] };
}
/** A plan lists unread mailboxes and does not change them, but one that read none says nothing. */
const NO_BOUND = { kind: 'percent', most: 100 };
/** The outcome of a plan that has no changes or must not be applied. */
function outcomeWithoutWrites({ changes, counts }, { mode, maxChanges = Infinity, maxUnreadable }) {
    const { unread, mailboxes } = counts;
    // An approved plan lists the mailboxes that it leaves: each change is read again before it is made.
    if (mode === 'plan' && (0,result/* isTooManyUnread */.Vm)(unread, mailboxes, maxUnreadable ?? NO_BOUND)) {
        const message = `${(0,numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} of ${(0,numbers/* count */.U9)(mailboxes)} could not be read; ${(0,audience/* inputName */.yu)('max-unreadable')} allows ${(0,input_readers/* maxUnreadableText */.Dr)(maxUnreadable ?? NO_BOUND)}. Nothing was changed.`;
        const hint = `Run the report action on the same list: its report has the cause for each. Correct it, or raise ${(0,audience/* inputName */.yu)('max-unreadable')}.`;
        return { result: 'error', reason: new errors/* UserError */.yo('INCOMPLETE', message, { hint }) };
    }
    if (changes.length === 0)
        return { result: 'unchanged', reason: undefined };
    if (mode === 'plan' || changes.length <= maxChanges)
        return undefined;
    const message = `The plan has ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}; ${(0,audience/* inputName */.yu)('max-changes')} allows ${(0,numbers/* count */.U9)(maxChanges)}. Nothing was changed.`;
    const hint = `Check that the policy is right. Then raise ${(0,audience/* inputName */.yu)('max-changes')}, or shorten the mailbox list.`;
    return { result: 'error', reason: new errors/* UserError */.yo('PLAN_TOO_LARGE', message, { hint }) };
}
/** An undo ignores the policy and what belongs to it. */
function settings({ inputs, basis, all }) {
    return {
        ...(0,read_inputs/* settingsOf */.f5)({ ...inputs, mailboxes: { ...inputs.mailboxes, all } }, 'remediate'),
        ...(basis.kind === 'undo' && { mailboxes: undefined, report: undefined, policy: undefined, baseline: undefined }),
    };
}


/***/ }),

/***/ 82680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ endsSoon),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   XQ: () => (/* binding */ wildcard),
/* harmony export */   cv: () => (/* binding */ ExemptionIndex)
/* harmony export */ });
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


/** Days of warning before an exemption expires. */
const SOON = 30;
/** Whether an exemption with so many days left ends within the warning period. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Finds the exemption of a mailbox, or of a row of a table, from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(exemption.expires, now);
            const names = matcherOf(exemption);
            return {
                exemption,
                daysLeft,
                inForce: daysLeft >= 0,
                names,
                covered: 0,
                missed: 0,
                mayCover: false,
                isMatched: false,
            };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
    }
    /** Records that the run has a mailbox, with every name that is known of it. */
    see(rule, names) {
        const unmatched = (this.#byRule.get(rule) ?? []).filter(({ isMatched }) => !isMatched);
        if (unmatched.length === 0)
            return;
        const folded = names.map((name) => name.toLowerCase());
        for (const entry of unmatched)
            entry.isMatched = folded.some(entry.names);
    }
    /** Records that it is not known which of the exempted rows a table has. */
    seeUnknown(rule) {
        for (const entry of this.#byRule.get(rule) ?? [])
            entry.isMatched = true;
    }
    /**
     * The exemption of a mailbox that violates a rule: the first one in the policy that applies. Counts its use, so call this
     * once for each rule and mailbox, with every address that is known of it.
     */
    exempt(rule, ...addresses) {
        const entries = this.#naming(rule, addresses);
        const applying = entries.filter(({ inForce }) => inForce);
        for (const entry of applying)
            entry.covered += 1;
        if (applying.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return applying[0]?.exemption;
    }
    /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
    addInconclusive(rule, ...addresses) {
        for (const entry of this.#naming(rule, addresses))
            entry.mayCover = true;
    }
    /** Whether an exemption from a rule is in force, so that an unknown address of a mailbox may be exempt. */
    isInForce(rule) {
        return (this.#byRule.get(rule) ?? []).some(({ inForce }) => inForce);
    }
    /** One for each exemption, in the policy's order. */
    get uses() {
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover, isMatched }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
            isMatched,
        }));
    }
    #naming(rule, addresses) {
        const folded = addresses.map((address) => address.toLowerCase());
        return (this.#byRule.get(rule) ?? []).filter(({ names }) => folded.some(names));
    }
}
/** Whether an exemption names a mailbox by an address, or a row of a table by its item, in lower case. */
function matcherOf({ mailboxes, items }) {
    const patterns = items ?? mailboxes;
    // Of a table with one row, nothing has to be named.
    return patterns.length === 0 ? () => true : mailboxMatcher(patterns.map(({ pattern }) => pattern));
}
/** Whether an address in lower case is one of the addresses, or matches one of the patterns. */
function mailboxMatcher(patterns) {
    const exact = new Set(patterns.filter((pattern) => !isPattern(pattern)).map((pattern) => pattern.toLowerCase()));
    const wildcards = patterns.filter(isPattern).map(wildcard);
    return (address) => exact.has(address) || wildcards.some((matches) => matches(address));
}
/** Whether the text of an exemption contains a wildcard. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. Takes linear time: RE2 does not backtrack over many `*`.
 */
function wildcard(pattern) {
    const lowerCase = pattern.toLowerCase();
    const escaped = lowerCase.replace(/[\\^$.|+()[\]{}]/g, String.raw `\$&`);
    const compiled = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const ending = lowerCase.slice(Math.max(lowerCase.lastIndexOf('*'), lowerCase.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && compiled.test(text);
    };
}


/***/ }),

/***/ 85902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicy: () => (/* binding */ compilePolicy)
});

// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
// EXTERNAL MODULE: ./src/reports/table.ts
var table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
;// CONCATENATED MODULE: ./src/policy/baseline/baseline.ts

/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** Of the file, each once. */
    entries;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    #rules;
    constructor({ file, entries }, isChanging) {
        this.file = file;
        this.entries = entries;
        this.#rules = new Set(entries.map(({ rule }) => rule));
        for (const written of entries) {
            const entry = (0,baseline_entry/* currentEntry */.ES)(written, isChanging);
            const key = (0,baseline_entry/* baselineKey */.x2)(entry);
            if (this.#entries.has(key))
                continue;
            const tracked = { entry, found: false, isComplete: false };
            this.#entries.set(key, tracked);
            const pair = pairKey(entry.rule, entry.address);
            const ofPair = this.#byPair.get(pair) ?? [];
            ofPair.push(tracked);
            this.#byPair.set(pair, ofPair);
        }
    }
    /** The entry of a violation, which still occurs; undefined if the baseline has none. */
    find(violation) {
        const tracked = this.#entries.get((0,baseline_entry/* baselineKey */.x2)(violation));
        if (tracked !== undefined)
            tracked.found = true;
        return tracked?.entry;
    }
    /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
    markComplete(rule, address) {
        const pair = pairKey((0,baseline_entry/* writtenText */.v4)(rule), (0,baseline_entry/* writtenText */.v4)(address));
        for (const tracked of this.#byPair.get(pair) ?? [])
            tracked.isComplete = true;
    }
    /** Whether it has violations of a rule. */
    hasRule(rule) {
        return this.#rules.has((0,baseline_entry/* writtenText */.v4)(rule));
    }
    get size() {
        return this.#entries.size;
    }
    /** Entries that no longer occur, in the file's order. Entries about mailboxes that were not read are not among them. */
    get stale() {
        return [...this.#entries.values()].filter(isStale).map(({ entry }) => entry);
    }
    /** All other entries. */
    *kept() {
        for (const tracked of this.#entries.values())
            if (!isStale(tracked))
                yield tracked.entry;
    }
}
function isStale({ found, isComplete }) {
    return isComplete && !found;
}
function pairKey(rule, address) {
    return `${rule}\0${address.toLowerCase()}`;
}

// EXTERNAL MODULE: ./src/policy/exemptions.ts
var policy_exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/policy/finding-message.ts
var finding_message = __webpack_require__(25341);
// EXTERNAL MODULE: ./src/policy/register/register.ts
var register = __webpack_require__(34053);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/judge.ts










/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: a run
 * without a policy does not need Ajv.
 *
 * @param now decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 * @param namesOf every known address and ID of a listed mailbox: an exemption or an entry of the baseline can have any of them
 */
function compilePolicy(policy, reports, now, committed, namesOf = (address) => [address]) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const isChanging = (0,baseline_entry/* changingColumns */.Ld)(policy.rules, reports);
    const baseline = committed === undefined ? undefined : new BaselineIndex(committed, isChanging);
    const judges = new Map();
    const tableJudges = new Map();
    const usage = policy.rules.map((rule) => {
        const isOfTable = reports.some((report) => report.name === rule.report && (0,table/* isTable */.bI)(report));
        return { rule, isOfTable, mailboxes: 0, applied: 0 };
    });
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
        const accepted = { exemptions, baseline, isChanging };
        if ((0,table/* isTable */.bI)(report)) {
            const subject = { kind: 'table', table: report.name };
            tableJudges.set(report.name, (rows, rowsOf = () => undefined) => verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, { ...accepted, names: [''] }), compiled));
            continue;
        }
        judges.set(report.name, (rows, rowsOf = () => undefined, names = []) => {
            const { mailbox } = rows[0];
            const subject = { kind: 'mailbox', mailbox };
            const all = { ...accepted, names: [...new Set([...namesOf(mailbox.address), ...names])] };
            return verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, all), compiled);
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        judgeOfTable: (table) => tableJudges.get(table),
        exemptions,
        baseline,
        register: policy.register && new register/* RegisterIndex */.cd(policy.register, now),
        namesOf,
        unusedRules: () => unusedRules(usage),
    };
}
function verdictOf(rows, judge, rules) {
    const results = rules.map(judge);
    return {
        rows: rows.map((row, index) => rowVerdict(row, index, results)),
        rules: results.map(({ result }) => result),
    };
}
/** Throws if the reports lack a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(usage, report, reports, now) {
    const { rule } = usage;
    return {
        rule,
        report,
        reports,
        when: (0,conditions/* compileConditions */.am)(rule.when, report, now, reports),
        expect: (0,conditions/* compileConditions */.am)(rule.expect, report, now, reports),
        identity: (0,row_identity/* rowIdentity */.lM)(report),
        usage,
    };
}
function judgeRule(compiled, rows, rowsOf, subject, { exemptions, baseline, isChanging, names }) {
    const { rule, identity, usage } = compiled;
    const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
    const exempting = exemptionsOf(compiled, evaluations, subject, { exemptions, names });
    const findings = [];
    const ofRows = evaluations.map(({ row, violated, unknown, verdict }, at) => {
        if (verdict === undefined || verdict === 'pass')
            return verdict;
        const exemption = violated.length === 0 ? undefined : exempting(at);
        const item = identity.itemOf(row);
        const ofItem = { rule, subject, row, item };
        const ofRow = violated.map((condition) => {
            const { column, expected } = condition;
            const value = (0,conditions/* foundIn */.QR)(condition, row, rowsOf);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const rowDigest = identity.digestOf(row, column);
            const changesByItself = isChanging(rule.id, column) || undefined;
            const violation = { item, row: rowDigest, column, found: value, changesByItself };
            const entries = names.map((name) => baseline?.find((0,baseline_entry/* violationIdentity */.Eq)(rule.id, name, violation)));
            const entry = entries.find((one) => one !== undefined);
            const failure = rule.severity === 'error' ? 'fail' : 'warn';
            const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = reason === 'known' ? entry?.addedOn : undefined;
            const message = (0,finding_message/* violationMessage */.nW)({ item, column, found: value, expected }, compiled, row, rowsOf);
            const reported = { column, found: value, changesByItself, expected, message };
            return { ...ofItem, rowDigest, verdict: reason, ...reported, exemption, addedOn };
        });
        findings.push(...ofRow);
        if (ofRow.length > 0)
            return (0,policy_verdict/* worst */.QZ)(ofRow.map((finding) => finding.verdict));
        if (verdict === 'inconclusive' && row.status === 'ok') {
            const message = (0,finding_message/* inconclusiveMessage */.qU)(unknown, item);
            findings.push({ ...ofItem, rowDigest: '', verdict, column: '', found: null, expected: '', message });
        }
        return verdict;
    });
    // A table without rows has nothing that violates the rule.
    const verdict = rows.length === 0 ? 'pass' : (0,policy_verdict/* worstRow */.Yf)(ofRows.filter((one) => one !== undefined));
    const items = rows.filter(isItem).map((row) => identity.itemOf(row));
    if (rows.some(isItem))
        usage.mailboxes += 1;
    if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined))
        usage.applied += 1;
    if (verdict === 'inconclusive')
        exemptions.addInconclusive(rule.id, ...(subject.kind === 'table' ? items : names));
    const isUncertain = evaluations.some((one) => one.isUncertain);
    if (!isUncertain)
        for (const name of names)
            baseline?.markComplete(rule.id, name);
    return { result: { rule, verdict, findings, isUncertain: isUncertain || undefined }, ofRows };
}
/**
 * The exemption of each row that violates a rule. All rows of a mailbox share one, and its use is counted once; in a table, each row has
 * its own.
 */
function exemptionsOf({ rule, identity }, evaluations, subject, { exemptions, names }) {
    if (subject.kind === 'table') {
        const items = evaluations.map(({ row }) => identity.itemOf(row));
        if (evaluations.every(({ row }) => isItem(row)))
            exemptions.see(rule.id, items);
        else
            exemptions.seeUnknown(rule.id);
        return (row) => exemptions.exempt(rule.id, items[row] ?? '');
    }
    exemptions.see(rule.id, names);
    const isViolated = evaluations.some(({ violated }) => violated.length > 0);
    const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
    return () => exemption;
}
function evaluateRow({ when, expect: expected }, row, rowsOf) {
    const resultFor = (condition, certain) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow === undefined ? 'unknown' : (0,conditions/* resultOf */.Bg)(condition, conditionRow, certain);
    };
    // Of an unreadable mailbox, or one without items, only the address, what the list says and other reports are known.
    const decidable = isItem(row) ? when : when.filter(({ isOfCell, report }) => !isOfCell || report !== undefined);
    const applies = decidable.map((condition) => resultFor(condition, 'met'));
    const evaluation = { row, violated: [], unknown: [], isUncertain: false };
    const isLeftOut = (condition) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow !== undefined && condition.isNotApplicable(conditionRow);
    };
    if (applies.includes('unmet') || decidable.some(isLeftOut))
        return { ...evaluation, verdict: undefined };
    if (row.status !== 'ok')
        return { ...evaluation, verdict: 'inconclusive', isUncertain: true };
    if (!isItem(row))
        return { ...evaluation, verdict: 'pass' };
    const expect = expected.filter((condition) => !isLeftOut(condition));
    if (expect.length === 0 && expected.length > 0)
        return { ...evaluation, verdict: undefined };
    const results = expect.map((condition) => resultFor(condition, 'unmet'));
    const violated = applies.includes('unknown') ? [] : expect.filter((_, index) => results[index] === 'unmet');
    const all = [...applies, ...results];
    const unknown = [...decidable, ...expect].flatMap(({ column }, index) => (all[index] === 'unknown' ? [column] : []));
    const isUncertain = unknown.length > 0;
    const verdict = violated.length > 0 ? 'fail' : isUncertain ? 'inconclusive' : 'pass';
    return { row, verdict, violated, unknown: [...new Set(unknown)], isUncertain };
}
/** Whether a row is about something that was read. */
function isItem({ status, content }) {
    return status === 'ok' && content === 'item';
}
/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row, index, results) {
    const verdicts = results.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[index] ?? 'pass' }));
    return {
        verdict: (0,policy_verdict/* worst */.QZ)([row.status === 'ok' ? 'pass' : 'inconclusive', ...verdicts.map(({ verdict }) => verdict)]),
        violations: verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
    };
}
const MAX_WARNINGS = 5;
function unusedRules(usage) {
    const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
    return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, report, place }, isOfTable, mailboxes }, index) => {
        const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
        const sentence = otherCount === 0 ? '' : ` The same is true of ${(0,numbers/* counted */.hS)(otherCount, 'other rule', 'other rules')}.`;
        const of = isOfTable ? `the rows of ${report}` : (0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes');
        const message = `The rule "${id}" applied to 0 of ${of}: no row meets its "when".${sentence}`;
        return { message, place };
    });
}


/***/ })

};
