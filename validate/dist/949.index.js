export const id = 949;
export const ids = [949];
export const modules = {

/***/ 2949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyWarnings: () => (/* binding */ policyWarnings)
});

// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
;// CONCATENATED MODULE: ./src/policy/exemptions.ts

const DAY = 24 * 60 * 60 * 1000;
/** Time enough to mend what an exemption covers, or to decide anew. */
const SOON = 30;
/**
 * The days on which an exemption still holds after the day that `now`, in milliseconds, is in; both in UTC. Negative once
 * it has run out, and NaN where `expires` is no date.
 */
function daysUntil(expires, now) {
    return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}
/** Whether an exemption with so many days left ends soon enough to be told of. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Says which mailboxes are exempt from which rules, and counts how each exemption was used. */
class ExemptionBook {
    #entries;
    #pages = new Map();
    /** @param now milliseconds since 1970, at which exemptions hold or have run out for the whole run */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption, position) => {
            const daysLeft = daysUntil(exemption.expires, now);
            return { exemption, position, daysLeft, inForce: daysLeft >= 0, covered: 0, missed: 0, doubted: false };
        });
        for (const entry of this.#entries)
            this.#register(entry);
    }
    /**
     * The exemption that covers a mailbox which broke a rule: of several in force, the first of the policy. Counts the pair,
     * so ask once for each.
     */
    cover(rule, address) {
        const page = this.#pages.get(rule);
        const entries = page === undefined ? [] : matching(page, address.toLowerCase());
        const holding = entries.filter(({ inForce }) => inForce);
        for (const entry of holding)
            entry.covered += 1;
        if (holding.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return holding[0]?.exemption;
    }
    /** Whether any is from a rule. */
    has(rule) {
        return this.#pages.has(rule);
    }
    /** To be told where it is not known whether a mailbox breaks a rule: an exemption that names it may be needed. */
    doubt(rule, address) {
        const page = this.#pages.get(rule);
        if (page === undefined)
            return;
        for (const entry of matching(page, address.toLowerCase()))
            entry.doubted = true;
    }
    /** One for each exemption, in the policy's order. */
    get uses() {
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, doubted }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            need: covered + missed > 0 ? 'in-use' : doubted ? 'unknown' : 'unused',
        }));
    }
    #register(entry) {
        const { rule, mailboxes } = entry.exemption;
        const page = this.#pages.get(rule) ?? { exact: new Map(), patterns: new Map() };
        this.#pages.set(rule, page);
        for (const { pattern } of mailboxes) {
            const folded = pattern.toLowerCase();
            if (!isPattern(folded))
                addTo(page.exact, folded, entry);
            else
                addTo(page.patterns, literalDomain(folded), { entry, matches: wildcard(folded) });
        }
    }
}
/** Each exemption once, in the policy's order, that names an address in lower case. */
function matching({ exact, patterns }, address) {
    const found = new Set(exact.get(address));
    for (const domain of ['', domainOf(address)]) {
        for (const { entry, matches } of patterns.get(domain) ?? []) {
            if (!found.has(entry) && matches(address))
                found.add(entry);
        }
    }
    return [...found].sort((a, b) => a.position - b.position);
}
/** '' where there is no `@`. */
function domainOf(address) {
    const at = address.lastIndexOf('@');
    return at === -1 ? '' : address.slice(at + 1);
}
function literalDomain(pattern) {
    const domain = domainOf(pattern);
    return isPattern(domain) ? '' : domain;
}
function addTo(map, key, value) {
    const values = map.get(key) ?? [];
    map.set(key, values);
    values.push(value);
}

// EXTERNAL MODULE: ./src/policy/wildcard.ts
var policy_wildcard = __webpack_require__(2930);
;// CONCATENATED MODULE: ./src/policy/policy-warnings.ts




/**
 * What a run would warn of in a policy, in the file's order: exemptions that have run out, that end within 30 days, or
 * that are for mailboxes which the list has not. As UserErrors `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS` and
 * `EXEMPTION_UNUSED`, each with its place.
 *
 * @param addresses of the mailbox list, in any case; undefined: there is none to compare with
 * @param now epoch ms
 */
function policyWarnings({ exemptions }, { addresses, now }) {
    const matched = addresses === undefined ? undefined : matchedPatterns(exemptions, addresses);
    return exemptions.flatMap((exemption) => {
        const ending = endWarning(exemption, now);
        const unused = exemption.mailboxes.filter(({ pattern }) => matched?.has(pattern.toLowerCase()) === false);
        return [
            ...(ending === undefined ? [] : [ending]),
            ...unused.map(({ pattern, place }) => new failure/* UserError */.y('EXEMPTION_UNUSED', `No mailbox of the list is ${(0,shown_text/* shownText */.f)(pattern)}.`, {
                hint: `The exemption from "${exemption.rule}" does nothing for it: correct the address, or remove it.`,
                place,
            })),
        ];
    });
}
function endWarning({ rule, owner, expires, place }, now) {
    const days = daysUntil(expires, now);
    if (days >= 0 && !endsSoon(days))
        return undefined;
    const hint = `Remove it once its mailboxes follow the rule, or have ${(0,shown_text/* shownText */.f)(owner)} set a later day under "expires".`;
    if (days < 0) {
        const message = `The exemption from "${rule}" ran out after ${expires}: the rule bites again.`;
        return new failure/* UserError */.y('EXEMPTION_EXPIRED', message, { hint, place });
    }
    const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return new failure/* UserError */.y('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${left}, on ${expires}.`, { hint, place });
}
/** The patterns, in lower case, that some address matches. */
function matchedPatterns(exemptions, addresses) {
    const exact = new Set();
    const open = new Map();
    for (const { pattern } of exemptions.flatMap(({ mailboxes }) => mailboxes)) {
        const folded = pattern.toLowerCase();
        if ((0,policy_wildcard/* isPattern */.P)(folded))
            open.set(folded, (0,policy_wildcard/* wildcard */.X)(folded));
        else
            exact.add(folded);
    }
    const matched = new Set();
    for (const address of addresses) {
        const folded = address.toLowerCase();
        if (exact.has(folded))
            matched.add(folded);
        for (const [pattern, matches] of open) {
            if (!matches(folded))
                continue;
            matched.add(pattern);
            open.delete(pattern);
        }
    }
    return matched;
}


/***/ }),

/***/ 2930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isPattern),
/* harmony export */   X: () => (/* binding */ wildcard)
/* harmony export */ });
/** Whether a text of an exemption stands for more than one address. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. A match takes at most as many steps as the lengths of pattern and address multiplied, since after a
 * mismatch only the last `*` takes one character more; as a regular expression, a pattern of many `*` would take for ever.
 */
function wildcard(pattern) {
    const wanted = pattern.toLowerCase();
    const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && matches(text, wanted);
    };
}
function matches(text, pattern) {
    let at = 0;
    let next = 0;
    let star = -1;
    let afterStar = 0;
    while (at < text.length) {
        const wanted = pattern[next];
        if (wanted === '*') {
            star = next;
            afterStar = at;
            next += 1;
        }
        else if (wanted === '?') {
            at += widthAt(text, at);
            next += 1;
        }
        else if (wanted === text[at]) {
            at += 1;
            next += 1;
        }
        else if (star === -1) {
            return false;
        }
        else {
            afterStar += 1;
            at = afterStar;
            next = star + 1;
        }
    }
    while (pattern[next] === '*')
        next += 1;
    return next === pattern.length;
}
/** A character outside the Basic Multilingual Plane is two code units, and one to whoever writes `?`. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}


/***/ })

};
