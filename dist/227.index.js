export const id = 227;
export const ids = [227];
export const modules = {

/***/ 65227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ CONTROL_SUBJECTS),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Jw: () => (/* binding */ isCataloguePath),
/* harmony export */   NQ: () => (/* binding */ COVERED),
/* harmony export */   n5: () => (/* binding */ referenceText)
/* harmony export */ });
/** What a control is about. */
const CONTROL_SUBJECTS = ['mailboxes', 'organization'];
/** How much of a control can be read: all of it, its effect in mailboxes and not the setting, or nothing. */
const COVERED = ['whole', 'effect', 'no'];
/** `cis-m365-7.0.0/6.2.1#outbound-policy`. */
function referenceText({ catalogue, control, part }) {
    return `${catalogue}/${control}${part === '' ? '' : `#${part}`}`;
}
/** `catalogue/control#part`, where the catalogue is a name or a path that ends in .yml or .yaml. */
const REFERENCE = /^((?:[^#]*\.ya?ml)|[^/#]+)\/([^/#]+)(?:#([^#]+))?$/;
/** Whether a reference names a catalogue by the path of its file, instead of a shipped one. */
function isCataloguePath(name) {
    return /\.ya?ml$/i.test(name);
}
/** Reads a reference, as rules have it; undefined for another text. */
function parseReference(text) {
    const [, catalogue, control, part = ''] = REFERENCE.exec(text) ?? [];
    return catalogue === undefined || control === undefined ? undefined : { catalogue, control, part };
}


/***/ })

};
