export const id = 318;
export const ids = [318];
export const modules = {

/***/ 7318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
;// CONCATENATED MODULE: ./src/cli/forward-signals.ts
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/**
 * Passes on to a child what would end this process, which lives on until the child has ended; until the function given is
 * called. On Windows nothing is passed on: a console tells the child itself of Ctrl+C and Ctrl+Break, and a signal from
 * here would kill it before it has left its report.
 */
function forwardSignals(child, source = process, platform = process.platform) {
    const forward = (signal) => {
        if (platform !== 'win32')
            child.kill(signal);
    };
    for (const signal of SIGNALS)
        source.on(signal, forward);
    return () => {
        for (const signal of SIGNALS)
            source.off(signal, forward);
    };
}

;// CONCATENATED MODULE: ./src/cli/start-demo.ts





/** Where a clone has its own Node.js, which runs TypeScript. */
const NODE = external_node_path_default().join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const DEMO = external_node_path_default().join('src', 'cli', 'demo.ts');
/**
 * Runs the demo from its source, with its options; answers with its exit code. It starts the packaged action and the
 * embedded tenant, which a clone has and the bundle of this program has not. Throws UserError NOT_A_CLONE.
 */
async function runDemo(options) {
    const root = cloneAbove(external_node_path_default().dirname((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')));
    if (root === undefined) {
        throw new failure/* UserError */.yo('NOT_A_CLONE', 'The demo runs in a clone of the repository, with its dependencies installed.', {
            hint: 'Clone the repository, and run "npm ci && npm run demo" in it.',
        });
    }
    const child = (0,external_node_child_process_.spawn)(external_node_path_default().join(root, NODE), [external_node_path_default().join(root, DEMO), ...options], { stdio: 'inherit' });
    const stopForwarding = forwardSignals(child);
    try {
        return await new Promise((resolve, reject) => {
            child.on('error', reject).on('close', (code) => {
                resolve(code ?? 1);
            });
        });
    }
    finally {
        stopForwarding();
    }
}
function cloneAbove(folder) {
    if ([NODE, DEMO].every((file) => (0,external_node_fs_.existsSync)(external_node_path_default().join(folder, file))))
        return folder;
    const above = external_node_path_default().dirname(folder);
    return above === folder ? undefined : cloneAbove(above);
}


/***/ })

};
