export const id = 512;
export const ids = [512];
export const modules = {

/***/ 46512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   OZ: () => (/* binding */ ABOUT),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** The JSON type that a keyword is about: values of others meet it, whatever it says. */
const ABOUT = {
    pattern: 'string',
    format: 'string',
    minLength: 'string',
    maxLength: 'string',
    multipleOf: 'number',
    minimum: 'number',
    maximum: 'number',
    exclusiveMinimum: 'number',
    exclusiveMaximum: 'number',
    items: 'array',
    prefixItems: 'array',
    contains: 'array',
    minItems: 'array',
    maxItems: 'array',
    minContains: 'array',
    maxContains: 'array',
    uniqueItems: 'array',
    unevaluatedItems: 'array',
    properties: 'object',
    patternProperties: 'object',
    additionalProperties: 'object',
    propertyNames: 'object',
    minProperties: 'object',
    maxProperties: 'object',
    required: 'object',
    dependentRequired: 'object',
    dependentSchemas: 'object',
    unevaluatedProperties: 'object',
};
/** They say nothing about a cell. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated'],
]);
/**
 * The JSON type of what stands under a schema's `not` where blank cells break the schema by it alone: a blank cell meets
 * what is negated, and nothing beside it says whether blank will do. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type'))
        return undefined;
    const { not: negated } = schema;
    return negated === undefined ? undefined : typeBesideBlank(negated);
}
/**
 * The JSON type of which a schema speaks, where all its keywords are about one: a blank cell meets such a schema, since
 * none of them is about blank ones. Undefined for any other.
 */
function typeBesideBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map((keyword) => (Object.hasOwn(ABOUT, keyword) ? ABOUT[keyword] : undefined));
    return types.includes(undefined) ? undefined : types[0];
}


/***/ })

};
