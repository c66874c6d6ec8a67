// node scripts/build-kernel.mjs: compiles shared/scan/kernel/assembly into shared/scan/kernel/kernel-bytes.ts.
import { writeFileSync } from 'node:fs';
import { compileKernel, KERNEL_MODULE } from './build/kernel.mjs';

writeFileSync(KERNEL_MODULE, await compileKernel());
