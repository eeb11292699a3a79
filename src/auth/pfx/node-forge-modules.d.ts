// The types of node-forge describe its whole; its modules can be loaded alone, which starts faster.
declare module 'node-forge/lib/rc2.js' {
  import type { rc2 } from 'node-forge';
  const module: typeof rc2;
  export default module;
}
declare module 'node-forge/lib/util.js' {
  import type { util } from 'node-forge';
  const module: typeof util;
  export default module;
}
