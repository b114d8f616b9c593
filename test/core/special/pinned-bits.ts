import { exp } from '../../../src/core/special/exp.ts';
import { expm1 } from '../../../src/core/special/expm1.ts';
import { log } from '../../../src/core/special/log.ts';
import { log1p } from '../../../src/core/special/log1p.ts';
import { log1pExp } from '../../../src/core/special/log1p-exp.ts';
import { pow } from '../../../src/core/special/pow.ts';
import { sigmoid } from '../../../src/core/special/sigmoid.ts';

/** The 16 hexadecimal digits of a double's bits. */
export function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

export const FUNCTIONS = { exp, expm1, log, log1p, log1pExp, sigmoid, cube: (x: number) => pow(x, 3), powPi: (x: number) => pow(x, 3.141592653589793) };

/** Outputs that every engine must give to the bit: [function, argument, bits of the value]. */
export const PINNED: readonly (readonly [keyof typeof FUNCTIONS, number, string])[] = [
['exp', -745, '0000000000000001'],
  ['exp', -708.5, '000e6cf6d08897ac'],
  ['exp', -100.25, '36e4acd31e167ebb'],
  ['exp', -1, '3fd78b56362cef38'],
  ['exp', -0.1, '3fecf46d99d52b3a'],
  ['exp', 1e-9, '3ff000000044b830'],
  ['exp', 0.3, '3ff599058c8c1a96'],
  ['exp', 0.5, '3ffa61298e1e069c'],
  ['exp', 1, '4005bf0a8b14576a'],
  ['exp', 2.718281828459045, '402e4efb75e4527a'],
  ['exp', 10.5, '40e1bb7015e84d3b'],
  ['exp', 345.678, '5f1a22ad25ccb60e'],
  ['exp', 709.7, '7fed75ae7a50ee14'],
  ['expm1', -40, 'bff0000000000000'],
  ['expm1', -30.3, 'bfeffffffffffd90'],
  ['expm1', -1.5, 'bfe8dc1e236d28f9'],
  ['expm1', -0.3, 'bfd0966f2c7907f6'],
  ['expm1', -1e-10, 'bddb7cdfd9d1d693'],
  ['expm1', 0.00001, '3ee4f8bc681cdfb6'],
  ['expm1', 0.2, '3fcc56ecf2c56468'],
  ['expm1', 0.4, '3fdf7a0e4beeff80'],
  ['expm1', 1, '3ffb7e151628aed2'],
  ['expm1', 13.7, '412b303c54fb3873'],
  ['expm1', 50.5, '447cf65319c5751a'],
  ['expm1', 709, '7fdd422d2be5dc9b'],
  ['log', 5e-324, 'c0874385446d71c3'],
  ['log', 1e-300, 'c085963447f87fb5'],
  ['log', 0.001, 'c01ba18a998fffa0'],
  ['log', 0.5, 'bfe62e42fefa39ef'],
  ['log', 0.7, 'bfd6d3c324e13f50'],
  ['log', 0.99999, 'bee4f8bc681df714'],
  ['log', 1.0000001, '3e7ad7f2847b6492'],
  ['log', 1.5, '3fd9f323ecbf984c'],
  ['log', 2, '3fe62e42fefa39ef'],
  ['log', 10, '40026bb1bbb55516'],
  ['log', 12345.678, '4022d79559791e31'],
  ['log', 1.7976931348623157e+308, '40862e42fefa39ef'],
  ['log1p', -0.9999999, 'c0301e3b8440ed2f'],
  ['log1p', -0.5, 'bfe62e42fefa39ef'],
  ['log1p', -0.2, 'bfcc8ff7c79a9a22'],
  ['log1p', -1e-7, 'be7ad7f2b1414ae8'],
  ['log1p', 1e-12, '3d719799812de065'],
  ['log1p', 0.01, '3f8460d6ccca3677'],
  ['log1p', 0.4, '3fd588c2d9133490'],
  ['log1p', 0.5, '3fd9f323ecbf984c'],
  ['log1p', 1, '3fe62e42fefa39ef'],
  ['log1p', 123.456, '40134bba22cd5df5'],
  ['log1p', 1000000000000000, '404144f69ff9ffc4'],
  ['log1p', 1e+300, '4085963447f87fb5'],
  ['log1pExp', -700, '00d14f2b0fb9307f'],
  ['log1pExp', -40, '3c539792499b1a24'],
  ['log1pExp', -5.5, '3f70b48ec7737a01'],
  ['log1pExp', -1, '3fd40c7abfbec125'],
  ['log1pExp', -0.01, '3fe605677346a061'],
  ['log1pExp', 0.25, '3fea6e18819b6b47'],
  ['log1pExp', 1, '3ff5031eafefb049'],
  ['log1pExp', 3.3, '400ab093b9091426'],
  ['log1pExp', 36.6, '40424ccccccccccd'],
  ['log1pExp', 800, '4089000000000000'],
  ['sigmoid', -740, '0000000000000055'],
  ['sigmoid', -37, '3c9898471fca6055'],
  ['sigmoid', -5.5, '3f70abd946147066'],
  ['sigmoid', -1, '3fd136561454ba86'],
  ['sigmoid', -0.01, '3fdfd70a53cf34af'],
  ['sigmoid', 0.25, '3fe1fd5992bc4b83'],
  ['sigmoid', 1, '3fe764d4f5d5a2bd'],
  ['sigmoid', 3.3, '3feedc99cf2c9d4d'],
  ['sigmoid', 36.6, '3feffffffffffffe'],
  ['cube', 1e-100, '01a56e1fc2f8f359'],
  ['cube', 0.01, '3eb0c6f7a0b5ed8e'],
  ['cube', 0.3, '3f9ba5e353f7ced8'],
  ['cube', 0.9, '3fe753f7ced91688'],
  ['cube', 1.1, '3ff54bc6a7ef9db4'],
  ['cube', 1.7, '4013a6e978d4fdf3'],
  ['cube', 12.34, '409d5c52d87f8876'],
  ['cube', 1e+102, '7f76c8e5ca239028'],
  ['powPi', 1e-100, '00000000539ac5fe'],
  ['powPi', 0.01, '3ea17b1e5cb712a6'],
  ['powPi', 0.3, '3f9750897ec2e118'],
  ['powPi', 0.9, '3fe6fb89acc07098'],
  ['powPi', 1.1, '3ff595d8fcaee7a4'],
  ['powPi', 1.7, '40152f76404e27b7'],
  ['powPi', 12.34, '40a4f41c302dca2a'],
  ['powPi', 1e+98, '7fdac37b0761f452'],
];
