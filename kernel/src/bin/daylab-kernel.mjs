#!/usr/bin/env node
// Plain JavaScript, since the cache must be on before the first TypeScript file is loaded: only a
// file that is not in it needs Node's type stripper, which costs 17 MB in every thread.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./daylab-kernel.ts");
