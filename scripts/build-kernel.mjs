// node scripts/build-kernel.mjs: compiles the AssemblyScript sources into the modules that hold their bytes.
import { writeFileSync } from 'node:fs';
import { compileKernel, KERNELS } from './build/kernel.mjs';

for (const kernel of KERNELS) writeFileSync(kernel.module, await compileKernel(kernel));
