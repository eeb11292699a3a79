export const id = 157;
export const ids = [157];
export const modules = {

/***/ 66157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   retirementsIn: () => (/* binding */ retirementsIn)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** The entries of the list in YAML, with the members that the program shows. Throws if one is missing. */
function retirementsIn(text) {
    const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(JSON.stringify((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text))), 'retirements');
    if (!Array.isArray(entries))
        throw new TypeError('retirements.yml has no list');
    return entries.map((entry, order) => {
        const [dates, detect] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(entry, 'dates'), (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(entry, 'detect')];
        const when = conditionsOf((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(detect, 'when'));
        const ends = {
            view: `retirement-${requireText(entry, 'id')}`,
            what: requireText(entry, 'what'),
            phrase: requireText(detect, 'found'),
            announced: dateIn(dates, 'announced'),
            defaultOff: dateIn(dates, 'default-off'),
            removed: dateIn(dates, 'removed'),
            source: requireText(entry, 'source'),
            asOf: requireText(entry, 'as-of'),
            order,
        };
        const highlight = { title: requireText(entry, 'title'), when, columns: Object.keys(when), ends };
        return { report: requireText(detect, 'report'), highlight };
    });
}
/** A day or a month of this century, as the list has them; undefined without one. Throws for another text. */
function dateIn(dates, name) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(dates, name);
    if (text === '')
        return undefined;
    const [, month = '', day = '01'] = /^(20\d\d-\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
    const time = new Date(`${month}-${day}T00:00:00Z`);
    if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== `${month}-${day}`) {
        throw new TypeError(`retirements.yml has ${text} as the date ${name}`);
    }
    return text;
}
function conditionsOf(columns) {
    const schemas = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(columns) ? columns : {}).flatMap(([column, schema]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(schema) ? [[column, schema]] : []);
    if (schemas.length === 0)
        throw new TypeError('retirements.yml has an entry without conditions');
    return Object.fromEntries(schemas);
}
function requireText(value, name) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(value, name);
    if (text === '')
        throw new TypeError(`retirements.yml has an entry without ${name}`);
    return text;
}


/***/ })

};
