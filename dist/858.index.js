export const id = 858;
export const ids = [858];
export const modules = {

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77528);







const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
const FLAG = {
    schema: _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .truth */ .Im.schema,
    read: (value) => _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .truth */ .Im.read(value)?.toString(),
};
/** A value as the runner passes it. */
function fieldOf({ kind, choices, description, default: usual }) {
    if (choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...choices);
    if (kind === 'number')
        return NUMBER;
    if (kind === 'flag')
        return FLAG;
    if (kind === 'text')
        return usual === '' ? _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae : BLANKABLE;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, {
        ...{ noun: 'value', maxItems: MAX_VALUES },
        hint: `Name ${description}.`,
    });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(spec) {
    const { description, example, default: usual } = spec;
    const known = { ...(example !== undefined && { examples: [example] }), ...(usual !== '' && { default: usual }) };
    return { is: fieldOf(spec), description, ...known };
}
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries([..._input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m]
    .filter(([, { refused }]) => refused === undefined)
    .map(([name, spec]) => [name, keyOf(spec)])));
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const refused = (root.entries() ?? []).flatMap(({ key, keyOffset }) => {
            const reason = _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m.get(key)?.refused;
            return reason === undefined ? [] : [{ key, keyOffset, reason }];
        });
        for (const { key, keyOffset, reason } of refused)
            root.report(`The key "${key}" is refused here.`, reason, keyOffset);
        return refused.length === 0 ? valuesOf(root) : undefined;
    });
}
function valuesOf(root) {
    const keys = KEYS.read(root);
    const entries = (root.entries() ?? []).filter(({ key }) => _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m.has(key));
    return Object.fromEntries(entries.map(({ key }) => [(0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)(key), keys?.get(key)]));
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const wanted = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, wanted, parseConfigFile);
}
/** The same. Rejects with the first problem, the UserError `CONFIG_FILE`. */
async function readConfig(file, workspace) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(await checkConfig(file, workspace));
}
/**
 * The environment of an action with the values of the file that the input `config` names. An input that differs from its
 * default takes precedence: the runner passes the default of each input that is not set. Rejects as `readConfig` does.
 */
async function withConfig(env, workspace) {
    const file = env[(0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)('config')]?.trim() ?? '';
    if (file === '')
        return env;
    const configured = await readConfig(file, workspace);
    const merged = { ...env };
    for (const [name, { default: usual }] of _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m) {
        const variable = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)(name);
        const value = configured[variable];
        if (value !== undefined && (env[variable]?.trim() ?? usual) === usual)
            merged[variable] = value;
    }
    return merged;
}


/***/ })

};
