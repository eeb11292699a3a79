export const id = 692;
export const ids = [692];
export const modules = {

/***/ 9692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDemo: () => (/* binding */ runDemo)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1633);




/** Where a clone has its own Node.js, which runs TypeScript. */
const NODE = node_path__WEBPACK_IMPORTED_MODULE_2___default().join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const DEMO = node_path__WEBPACK_IMPORTED_MODULE_2___default().join('src', 'cli', 'demo.ts');
/**
 * Runs the demo from its source, with its options; answers with its exit code. It starts the packaged action and the
 * embedded tenant, which a clone has and the bundle of this program has not. Throws UserError NOT_A_CLONE.
 */
async function runDemo(options) {
    const root = cloneAbove(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.argv[1] ?? '.')));
    if (root === undefined) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y('NOT_A_CLONE', 'The demo runs in a clone of the repository, with its dependencies installed.', {
            hint: 'Clone the repository, and run "npm ci && npm run demo" in it.',
        });
    }
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(root, NODE), [node_path__WEBPACK_IMPORTED_MODULE_2___default().join(root, DEMO), ...options], { stdio: 'inherit' });
    const forward = (signal) => {
        child.kill(signal);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    try {
        return await new Promise((resolve, reject) => {
            child.on('error', reject).on('close', (code) => {
                resolve(code ?? 1);
            });
        });
    }
    finally {
        process.off('SIGINT', forward).off('SIGTERM', forward);
    }
}
function cloneAbove(folder) {
    if ([NODE, DEMO].every((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, file))))
        return folder;
    const above = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder);
    return above === folder ? undefined : cloneAbove(above);
}


/***/ })

};
